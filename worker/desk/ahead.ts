import type { CountedChanges } from "../contract/counted-changes.ts";
import type { Batch } from "../contract/imports.ts";
import { buildEdition } from "../domain/build-edition.ts";
import type { Edition, EditionContent } from "../domain/edition.ts";
import { logFailure } from "../log.ts";
import type { Counted } from "../store/cases/counted.ts";
import { dateVerdicts } from "../store/cases/versions.ts";
import { type EditionRow, readingDays } from "../store/editions.ts";
import { SpoiltData } from "../store/spoilt.ts";
import { candidate } from "./candidate.ts";
import { readContent } from "./content.ts";
import type { InForce } from "./in-force.ts";
import { overweight } from "./overweight.ts";
import { startOfWatch } from "./watch.ts";

/** What an edition would say, or why it can't be built. */
export type Ahead = Built | { unbuildable: string };

export interface Built {
  /** As readers would be told it, but for kinds: those are decided when it is distributed. */
  built: Edition;
  /** What it was built from, also where readers aren't told. */
  content: EditionContent;
}

/** The edition that a batch would become: whatever throws in building it is found before it is committed. */
export async function buildAhead(
  db: D1Database,
  batch: Batch,
  edition: EditionRow,
  inForce: InForce,
): Promise<Ahead> {
  if (batch.kind === "cases") {
    const { id, read_on } = batch;
    await dateVerdicts(db, id, startOfWatch(await readingDays(db), read_on), read_on).run();
  }
  return buildFrom(db, edition, batch.kind === "cases" ? { batch: batch.id } : null, inForce);
}

/** The edition that files would become which were only checked. */
export function buildChecked(
  db: D1Database,
  changes: CountedChanges,
  edition: EditionRow,
  inForce: InForce,
): Promise<Ahead> {
  const { read_on, covers } = edition;
  return buildFrom(db, edition, null, inForce, (held) => candidate(held, changes, read_on!, covers));
}

/** @throws SpoiltData where the store isn't what it was: who asked is told which row */
export async function buildFrom(
  db: D1Database,
  edition: EditionRow,
  counted: Counted,
  { current, sample }: Pick<InForce, "current" | "sample">,
  change: (held: EditionContent) => EditionContent = (held) => held,
): Promise<Ahead> {
  const { sequence, id, published_at, kind, note } = edition;
  try {
    const content = change(await readContent(db, edition, counted, false));
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
