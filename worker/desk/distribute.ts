import { POINTER_CACHE_TTL_S } from "../config.ts";
import { buildEdition } from "../domain/build-edition.ts";
import type { BuiltEdition } from "../domain/edition.ts";
import { readAgain } from "../domain/records/reading.ts";
import { logFailure } from "../log.ts";
import { clearStaged } from "../store/cases/staging.ts";
import { distribute, readCourts, readPointer, readWhole, whereSpoilt } from "../store/distribution.ts";
import {
  type EditionRow,
  editionBefore,
  editionsAfter,
  editionsUpTo,
  latestEdition,
} from "../store/editions.ts";
import { readNewestReading } from "../store/readings.ts";
import { asCounted } from "./altered.ts";
import { readContent } from "./content.ts";

/**
 * Brings KV up to what D1 holds: builds each edition that was committed but isn't distributed yet, in order, and anew
 * what readers are pointed to where it can't be read. Repeating it changes nothing, so a publication that was killed
 * half-way is finished by the next call.
 * @returns the ids that were distributed
 */
export async function distributePending(env: Env): Promise<string[]> {
  const pointer = await readPointer(env.EDITIONS);
  const told = pointer && (await readBuilt(env.EDITIONS, pointer.id));
  let previous = told ?? (await lastBefore(env, await latestEdition(env.DB)));
  const pending = await editionsAfter(env.DB, previous?.edition.sequence ?? 0);
  const distributed: string[] = [];
  for (const row of pending) {
    const built = await build(env, row, previous, row === pending.at(-1));
    if (!built) continue;
    await distribute(env.EDITIONS, built, await editionsUpTo(env.DB, row.sequence), told ? null : pointer);
    previous = built;
    distributed.push(row.id);
  }
  if (distributed.length > 0) await clearStaged(env.DB).run();
  return distributed;
}

/**
 * An edition as D1 has it, built without what KV has of it.
 * @throws Error where it can't be built
 */
export async function builtAgain(env: Env, row: EditionRow): Promise<BuiltEdition> {
  let previous = await lastBefore(env, row);
  const rows = await editionsAfter(env.DB, previous?.edition.sequence ?? 0);
  for (const one of rows) {
    if (one.sequence === row.sequence) break;
    previous = (await build(env, one, previous, false)) ?? previous;
  }
  return buildFrom(env, row, previous, row.sequence === rows.at(-1)?.sequence);
}

/** The last edition before one that KV gives whole; null where there is none. */
export async function lastBefore(env: Env, row: EditionRow | null): Promise<BuiltEdition | null> {
  for (let before = row; before; ) {
    before = await editionBefore(env.DB, before.sequence);
    const built = before && (await readBuilt(env.EDITIONS, before.id));
    if (built) return built;
  }
  return null;
}

/** Null where it is missing or spoilt. */
async function readBuilt(kv: KVNamespace, id: string): Promise<BuiltEdition | null> {
  // What readers were told last was final by it, or wasn't: of an edition that has a successor no reading is made.
  const [published, reading] = await Promise.all([
    readWhole(kv, id, POINTER_CACHE_TTL_S),
    readNewestReading(kv),
  ]);
  const edition = published && readAgain(published, reading);
  if (!edition?.records) return edition && { edition, courts: null };
  const courts = await readCourts(kv, id, POINTER_CACHE_TTL_S).catch(whereSpoilt);
  return courts && { edition, courts };
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
  try {
    return await buildFrom(env, row, previous, newest);
  } catch (error) {
    logFailure("edition-unbuildable", error, { edition: row.id });
    if (newest) throw error;
    return null;
  }
}

async function buildFrom(
  env: Env,
  row: EditionRow,
  previous: BuiltEdition | null,
  newest: boolean,
): Promise<BuiltEdition> {
  const { sequence, id, published_at, kind, note } = row;
  const content = await readContent(env.DB, row, newest ? null : sequence, true);
  await asCounted(env.DB, id, content.records);
  return buildEdition({ sequence, id, published_at, kind, note }, content, previous, env.SAMPLE === "yes");
}
