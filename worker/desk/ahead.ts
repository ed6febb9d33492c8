import type { CountedChanges } from "../contract/counted-changes.ts";
import type { Batch } from "../contract/imports.ts";
import { buildEdition } from "../domain/build-edition.ts";
import type { Edition, EditionContent } from "../domain/edition.ts";
import type { CountedRecords } from "../domain/prints.ts";
import { logFailure } from "../log.ts";
import { dateVerdicts } from "../store/cases/versions.ts";
import { type EditionRow, readingDays } from "../store/editions.ts";
import { SpoiltData } from "../store/spoilt.ts";
import { candidate } from "./candidate.ts";
import { readAhead, readContent, readCounted } from "./content.ts";
import type { InForce } from "./in-force.ts";
import { overweight } from "./overweight.ts";
import { startOfWatch } from "./watch.ts";

/** What an edition would say, or why it can't be built. */
export type Ahead = Built | Unbuildable;

interface Unbuildable {
  unbuildable: string;
}

export interface Built {
  /** As readers would be told it, but for kinds: those are decided when it is distributed. */
  built: Edition;
  /** What it was built from, also where readers aren't told. */
  content: EditionContent;
}

/** With what is counted of the records in force, as of the newest edition's day; null: there are none. */
export type BuiltOfBatch = Built & { before: CountedRecords | null };

/** A batch, the edition that it comes after, and the one that it would become. */
export interface Draft {
  batch: Batch;
  latest: EditionRow | null;
  edition: EditionRow;
}

/** The edition that a batch would become: whatever throws in building it is found before it is committed. */
export async function buildAhead(
  db: D1Database,
  { batch, latest, edition }: Draft,
  inForce: InForce,
): Promise<BuiltOfBatch | Unbuildable> {
  if (batch.kind !== "cases") {
    // A ledger leaves the records as they are in force.
    const ahead = await buildFrom(edition, () => readContent(db, edition, null, false), inForce);
    return "unbuildable" in ahead ? ahead : { ...ahead, before: ahead.content.records };
  }
  const { id, read_on } = batch;
  await dateVerdicts(db, id, startOfWatch(await readingDays(db), read_on), read_on).run();
  const before = await readCounted(db, latest ?? edition, null);
  const ahead = await buildFrom(edition, () => readAhead(db, edition, id, before), inForce);
  return "unbuildable" in ahead ? ahead : { ...ahead, before };
}

/** The edition that files would become which were only checked. */
export function buildChecked(
  db: D1Database,
  changes: CountedChanges,
  edition: EditionRow,
  inForce: InForce,
): Promise<Ahead> {
  const { read_on, covers } = edition;
  const read = async () => candidate(await readContent(db, edition, null, false), changes, read_on!, covers);
  return buildFrom(edition, read, inForce);
}

/**
 * @param read gives what it is built from
 * @throws SpoiltData where the store isn't what it was: who asked is told which row
 */
export async function buildFrom(
  { sequence, id, published_at, kind, note }: EditionRow,
  read: () => Promise<EditionContent>,
  { current, sample }: Pick<InForce, "current" | "sample">,
): Promise<Ahead> {
  try {
    const content = await read();
    const publication = { sequence, id, published_at, kind, note };
    const previous = current && { edition: current, courts: null };
    const built = await buildEdition(publication, content, previous, sample);
    const tooLarge = overweight(built);
    if (tooLarge !== null) return { unbuildable: tooLarge };
    return { built: built.edition, content };
  } catch (error) {
    if (error instanceof SpoiltData) throw error;
    logFailure("edition-unbuildable", error, { edition: id });
    return { unbuildable: `The edition can't be built: ${error instanceof Error ? error.message : error}` };
  }
}
