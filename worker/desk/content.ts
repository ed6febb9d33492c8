import { TRIANGLE_WEEKS } from "../config.ts";
import type { Provenance } from "../contract/editions.ts";
import { moscowDate } from "../domain/calendar.ts";
import { codingAgreement } from "../domain/coding/agreement.ts";
import type { EditionContent } from "../domain/edition.ts";
import { nameless } from "../domain/nameless.ts";
import { courtReporting, firstDayOfRhythm } from "../domain/records/court-reporting.ts";
import { dayIndex, weekIndex } from "../domain/week-index.ts";
import { readBatch } from "../store/batches.ts";
import { readArrivals } from "../store/cases/arrivals.ts";
import type { Counted } from "../store/cases/counted.ts";
import { courtDays } from "../store/cases/reports.ts";
import { countRecords, readDelays, tallyConvictions, tallyReceipts } from "../store/cases/tally.ts";
import { readPairs } from "../store/coding/pairs.ts";
import type { EditionRow } from "../store/editions.ts";
import { heldFigures } from "./held-ledger.ts";

/**
 * All that D1 holds for an edition, also for one that isn't committed yet.
 * @param counted which records it counts
 * @throws SpoiltData
 */
export async function readContent(
  db: D1Database,
  edition: EditionRow,
  counted: Counted,
  committed: boolean,
): Promise<EditionContent> {
  const figures = await heldFigures(db, edition);
  const provenance = await provenanceOf(db, edition);
  const counts = await countRecords(db, counted);
  if (!counts) return { provenance, figures, records: null };
  const day = edition.read_on ?? moscowDate(Date.parse(edition.published_at));
  const [convictions, receipts, delays, days] = await Promise.all([
    tallyConvictions(db, counted),
    tallyReceipts(db, counted),
    readDelays(db, counted, weekIndex(day) - TRIANGLE_WEEKS, dayIndex(day)),
    courtDays(db, counted, firstDayOfRhythm(day), day),
  ]);
  const isToldApart = committed && edition.kind !== "revert";
  const arrivals = isToldApart ? await readArrivals(db, edition.sequence) : null;
  const { covers: stated, sequence, published_at: publishedAt } = edition;
  const agreement = codingAgreement(await readPairs(db, { sequence, publishedAt }));
  return {
    provenance,
    figures,
    records: {
      ...{ convictions, receipts, delays, counts, arrivals, readOn: day, stated, agreement },
      reporting: courtReporting(days),
    },
  };
}

/** What readers are told of the files that came with an edition; the parser's warnings are for the desk. */
async function provenanceOf(db: D1Database, { batch_id }: EditionRow): Promise<Provenance[]> {
  const batch = batch_id && (await readBatch(db, batch_id));
  return batch ? batch.provenance.map(({ warnings: _, ...file }) => nameless(file)) : [];
}
