import { TRIANGLE_WEEKS } from "../config.ts";
import type { Provenance } from "../contract/editions.ts";
import { moscowDate } from "../domain/calendar.ts";
import { codingAgreement } from "../domain/coding/agreement.ts";
import type { EditionContent } from "../domain/edition.ts";
import { nameless } from "../domain/nameless.ts";
import type { CountedRecords } from "../domain/prints.ts";
import type { DelayCount } from "../domain/records/counts.ts";
import { courtReporting, firstDayOfRhythm, joinDays } from "../domain/records/court-reporting.ts";
import { replaceCounted } from "../domain/records/replace-counted.ts";
import { dayIndex, weekIndex } from "../domain/week-index.ts";
import { readBatch } from "../store/batches.ts";
import { readArrivals } from "../store/cases/arrivals.ts";
import type { Counted } from "../store/cases/counted.ts";
import { courtDays, courtDaysBut } from "../store/cases/reports.ts";
import { countRecords, readDelays, tallyConvictions, tallyReceipts } from "../store/cases/tally.ts";
import { readPairs } from "../store/coding/pairs.ts";
import type { EditionRow } from "../store/editions.ts";
import { heldFigures } from "./held-ledger.ts";

/**
 * All that D1 holds for an edition, also for one that isn't committed yet.
 * @param counted the records of an edition; null: those of the newest
 * @throws SpoiltData
 */
export async function readContent(
  db: D1Database,
  edition: EditionRow,
  counted: number | null,
  committed: boolean,
): Promise<EditionContent> {
  const figures = await heldFigures(db, edition);
  const records = await readCounted(db, edition, counted);
  if (!records) return { provenance: await provenanceOf(db, edition), figures, records };
  const isToldApart = committed && edition.kind !== "revert";
  const arrivals = isToldApart ? await readArrivals(db, edition.sequence) : null;
  const days = await courtDays(db, counted, ...rhythmOf(edition));
  return contentOf(db, edition, figures, { ...records, arrivals, reporting: courtReporting(days) });
}

/**
 * What D1 would hold for an edition that a staged batch of records becomes. A batch touches few of the cases: all of
 * them are counted as they are, and only its own also as they would be.
 * @param held what is counted of the records in force, as of whatever day
 * @throws SpoiltData
 */
export async function readAhead(
  db: D1Database,
  edition: EditionRow,
  batch: string,
  held: CountedRecords | null,
): Promise<EditionContent> {
  const figures = await heldFigures(db, edition);
  const known = held && (await countedOn(db, edition, held));
  const taken = held && (await readCounted(db, edition, { batch, as: "in force" }));
  const given = await readCounted(db, edition, { batch, as: "staged" });
  const records = replaceCounted(known, taken, given);
  if (!records) return { provenance: await provenanceOf(db, edition), figures, records };
  const [untouched, touched] = await Promise.all([
    courtDaysBut(db, batch, ...rhythmOf(edition)),
    courtDays(db, { batch, as: "staged" }, ...rhythmOf(edition)),
  ]);
  const reporting = courtReporting(joinDays(untouched, touched));
  return contentOf(db, edition, figures, { ...records, arrivals: null, reporting });
}

type Counts = CountedRecords & Pick<NonNullable<EditionContent["records"]>, "arrivals" | "reporting">;

async function contentOf(
  db: D1Database,
  edition: EditionRow,
  figures: EditionContent["figures"],
  counts: Counts,
): Promise<EditionContent> {
  const { covers: stated, sequence, published_at: publishedAt } = edition;
  const agreement = codingAgreement(await readPairs(db, { sequence, publishedAt }));
  return {
    provenance: await provenanceOf(db, edition),
    figures,
    records: { ...counts, readOn: dayOf(edition), stated, agreement },
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
  const [convictions, receipts, delays] = await Promise.all([
    tallyConvictions(db, counted),
    tallyReceipts(db, counted),
    delaysOf(db, edition, counted),
  ]);
  return { convictions, receipts, delays, counts };
}

/** The records in force as of another day: only the delays differ. */
async function countedOn(db: D1Database, edition: EditionDay, held: CountedRecords): Promise<CountedRecords> {
  return { ...held, delays: await delaysOf(db, edition, null) };
}

function delaysOf(db: D1Database, edition: EditionDay, counted: Counted): Promise<DelayCount[]> {
  const day = dayOf(edition);
  return readDelays(db, counted, weekIndex(day) - TRIANGLE_WEEKS, dayIndex(day));
}

/** The days by which courts' rhythms are told: the first, and that of the edition. */
function rhythmOf(edition: EditionDay): [from: string, until: string] {
  const day = dayOf(edition);
  return [firstDayOfRhythm(day), day];
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
