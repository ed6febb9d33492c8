import { SLOW_STORE_MS, STORE_CHECK_MS } from "../config.ts";
import type { StorageState } from "../contract/health.ts";
import { readPointer } from "./distribution.ts";
import { type EditionRow, latestEdition } from "./editions.ts";
import { type SchemaGap, schemaGap } from "./schema.ts";
import { watchState } from "./sources/sources.ts";
import { within } from "./within.ts";

/** How D1 answers, by its newest edition, null where it has none or gives none: `slow` also where it neither answers nor fails. */
export async function checkD1(db: D1Database): Promise<{ state: StorageState; newest: EditionRow | null }> {
  const found: { newest: EditionRow | null } = { newest: null };
  const state = await check(async () => {
    found.newest = await latestEdition(db);
  });
  return { state, newest: found.newest };
}

/** How the watched tables are; null where D1 doesn't say, or not at once. */
export function checkSources(db: D1Database): Promise<{ failing: number; held: number } | null> {
  return within(STORE_CHECK_MS, watchState(db)).catch(() => null);
}

/** How the database differs from what this Worker needs; null where it doesn't, and where D1 doesn't say at once. */
export function checkSchema(db: D1Database): Promise<SchemaGap> {
  return within(STORE_CHECK_MS, schemaGap(db)).catch(() => null);
}

/** How KV answers, by what readers ask of it. */
export function checkKv(kv: KVNamespace): Promise<StorageState> {
  return check(async () => {
    await readPointer(kv);
  });
}

async function check(ask: () => Promise<void>): Promise<StorageState> {
  let good: StorageState = "ok";
  const timer = setTimeout(() => {
    good = "slow";
  }, SLOW_STORE_MS);
  const asked = ask().then(
    () => good,
    () => "down" as const,
  );
  // All that isn't answered by then is a wait that was ended.
  const state = await within(STORE_CHECK_MS, asked).catch(() => "slow" as const);
  clearTimeout(timer);
  return state;
}
