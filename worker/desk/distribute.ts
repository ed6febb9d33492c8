import { TRIANGLE_WEEKS } from "../config.ts";
import type { Provenance } from "../contract/editions.ts";
import { buildEdition } from "../domain/build-edition.ts";
import { moscowDate } from "../domain/calendar.ts";
import type { Edition, EditionContent } from "../domain/edition.ts";
import { dayIndex, weekIndex } from "../domain/week-index.ts";
import { readBatch } from "../store/batches.ts";
import { readArrivals } from "../store/cases/arrivals.ts";
import { clearStaged } from "../store/cases/staging.ts";
import { countRecords, readDelays, tallyConvictions, tallyReceipts } from "../store/cases/tally.ts";
import { distribute, readEdition, readPointer } from "../store/distribution.ts";
import { type EditionRow, editionsAfter, editionsUpTo } from "../store/editions.ts";
import { readFigures } from "../store/ledger.ts";

/**
 * Brings KV up to what D1 holds: builds each edition that was committed but isn't distributed yet, in order.
 * Repeating it changes nothing, so a publication that was killed half-way is finished by the next call.
 * @returns the ids that were distributed
 */
export async function distributePending(env: Env): Promise<string[]> {
  const pointer = await readPointer(env.EDITIONS);
  const pending = await editionsAfter(env.DB, pointer?.sequence ?? 0);
  let previous: Edition | null = pointer && (await readEdition(env.EDITIONS, pointer.id));
  for (const row of pending) {
    const { sequence, id, published_at, kind, note } = row;
    const content = await readContent(env.DB, row, row === pending.at(-1));
    const publication = { sequence, id, published_at, kind, note };
    const built = await buildEdition(publication, content, previous, env.SAMPLE === "yes");
    await distribute(env.EDITIONS, built, await editionsUpTo(env.DB, sequence));
    previous = built.edition;
  }
  if (pending.length > 0) await clearStaged(env.DB).run();
  return pending.map(({ id }) => id);
}

async function readContent(db: D1Database, edition: EditionRow, newest: boolean): Promise<EditionContent> {
  const sequence = newest ? null : edition.sequence;
  const figures = edition.ledger_id ? await readFigures(db, edition.ledger_id) : [];
  const provenance = await provenanceOf(db, edition);
  const counts = await countRecords(db, sequence);
  if (!counts) return { provenance, figures, records: null };
  const day = edition.read_on ?? moscowDate(Date.parse(edition.published_at));
  const [convictions, receipts, delays] = await Promise.all([
    tallyConvictions(db, sequence),
    tallyReceipts(db, sequence),
    readDelays(db, sequence, weekIndex(day) - TRIANGLE_WEEKS, dayIndex(day)),
  ]);
  const arrivals = edition.kind === "revert" ? null : await readArrivals(db, edition.sequence);
  const records = { convictions, receipts, delays, counts, arrivals, readOn: day };
  return { provenance, figures, records };
}

/** What readers are told of the files that came with an edition; the parser's warnings are for the desk. */
async function provenanceOf(db: D1Database, { batch_id }: EditionRow): Promise<Provenance[]> {
  const batch = batch_id && (await readBatch(db, batch_id));
  return batch ? batch.provenance.map(({ warnings: _, ...file }) => file) : [];
}
