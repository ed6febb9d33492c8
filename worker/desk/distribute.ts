import { buildEdition } from "../domain/build-edition.ts";
import type { BuiltEdition } from "../domain/edition.ts";
import { readAgain } from "../domain/records/reading.ts";
import { logFailure } from "../log.ts";
import { clearStaged } from "../store/cases/staging.ts";
import { distribute, readCourts, readEdition, readPointer } from "../store/distribution.ts";
import { type EditionRow, editionsAfter, editionsUpTo } from "../store/editions.ts";
import { readNewestReading } from "../store/readings.ts";
import { readContent } from "./content.ts";

/**
 * Brings KV up to what D1 holds: builds each edition that was committed but isn't distributed yet, in order.
 * Repeating it changes nothing, so a publication that was killed half-way is finished by the next call.
 * @returns the ids that were distributed
 */
export async function distributePending(env: Env): Promise<string[]> {
  const pointer = await readPointer(env.EDITIONS);
  const pending = await editionsAfter(env.DB, pointer?.sequence ?? 0);
  let previous = pointer && (await readBuilt(env.EDITIONS, pointer.id));
  const distributed: string[] = [];
  for (const row of pending) {
    const built = await build(env, row, previous, row === pending.at(-1));
    if (!built) continue;
    await distribute(env.EDITIONS, built, await editionsUpTo(env.DB, row.sequence));
    previous = built;
    distributed.push(row.id);
  }
  if (distributed.length > 0) await clearStaged(env.DB).run();
  return distributed;
}

async function readBuilt(kv: KVNamespace, id: string): Promise<BuiltEdition | null> {
  // What readers were told last was final by it, or wasn't: of an edition that has a successor no reading is made.
  const [published, reading] = await Promise.all([readEdition(kv, id), readNewestReading(kv)]);
  const edition = published && readAgain(published, reading);
  return edition && { edition, courts: edition.records && (await readCourts(kv, id)) };
}

/**
 * Each edition is built before it is committed. Should one fail all the same, it mustn't bar the way for those after it,
 * the one that takes it back among them: it is left out.
 * @throws for the newest, whose readers would be told of nothing new
 */
async function build(
  env: Env,
  row: EditionRow,
  previous: BuiltEdition | null,
  newest: boolean,
): Promise<BuiltEdition | null> {
  const { sequence, id, published_at, kind, note } = row;
  try {
    const content = await readContent(env.DB, row, newest ? null : sequence, true);
    return await buildEdition(
      { sequence, id, published_at, kind, note },
      content,
      previous,
      env.SAMPLE === "yes",
    );
  } catch (error) {
    if (newest) throw error;
    logFailure("edition-unbuildable", error, { edition: id });
    return null;
  }
}
