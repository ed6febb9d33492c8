import { type RecordsReading, readingOf } from "../domain/records/reading.ts";
import type { EditionRow } from "../store/editions.ts";
import { readContent } from "./content.ts";
import { editionOfBatch } from "./next-edition.ts";

/**
 * What the newest edition says as of a later reading of its records that brought nothing.
 * @param covers the days that were read, which come to those that were stated before
 */
export async function readingAgain(
  db: D1Database,
  latest: EditionRow,
  { readOn, covers }: { readOn: string; covers: { start: string; end: string; courts: string[] | null }[] },
): Promise<RecordsReading | null> {
  const batch = { id: null, kind: "cases", read_on: readOn, covers } as const;
  const order = { actor: "", note: "", override: null, now: Date.parse(latest.published_at) };
  const stated = editionOfBatch(batch, latest, order).covers;
  const { records } = await readContent(db, { ...latest, read_on: readOn, covers: stated }, null, false);
  return readingOf(latest.id, records);
}
