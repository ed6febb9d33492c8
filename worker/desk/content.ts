import { TRIANGLE_WEEKS } from "../config.ts";
import type { Provenance } from "../contract/editions.ts";
import { moscowDate } from "../domain/calendar.ts";
import { codingAgreement } from "../domain/coding/agreement.ts";
import type { EditionContent } from "../domain/edition.ts";
import { nameless } from "../domain/nameless.ts";
import type { CountedRecords } from "../domain/prints.ts";
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
  const day = dayOf(edition);
  const records = await readCounted(db, edition, counted);
  if (!records) return { provenance, figures, records };
  const days = await courtDays(db, counted, firstDayOfRhythm(day), day);
  const isToldApart = committed && edition.kind !== "revert";
  const arrivals = isToldApart ? await readArrivals(db, edition.sequence) : null;
  const { covers: stated, sequence, published_at: publishedAt } = edition;
  const agreement = codingAgreement(await readPairs(db, { sequence, publishedAt }));
  return {
    provenance,
    figures,
    records: {
      ...{ ...records, arrivals, readOn: day, stated, agreement },
      reporting: courtReporting(days),
    },
  };
}

/** What is counted as of an edition's day; null where no record was ever imported. */
export async function readCounted(
  db: D1Database,
  edition: EditionDay,
  counted: Counted,
): Promise<CountedRecords | null> {
  const counts = await countRecords(db, counted);
  if (!counts) return null;
  const day = dayOf(edition);
  const [convictions, receipts, delays] = await Promise.all([
    tallyConvictions(db, counted),
    tallyReceipts(db, counted),
    readDelays(db, counted, weekIndex(day) - TRIANGLE_WEEKS, dayIndex(day)),
  ]);
  return { convictions, receipts, delays, counts };
}

type EditionDay = Pick<EditionRow, "read_on" | "published_at">;

/** The Moscow date as of which its records are known. */
function dayOf({ read_on, published_at }: EditionDay): string {
  return read_on ?? moscowDate(Date.parse(published_at));
}

/** What readers are told of the files that came with an edition; the parser's warnings are for the desk. */
async function provenanceOf(db: D1Database, { batch_id }: EditionRow): Promise<Provenance[]> {
  const batch = batch_id && (await readBatch(db, batch_id));
  return batch ? batch.provenance.map(({ warnings: _, ...file }) => nameless(file)) : [];
}
