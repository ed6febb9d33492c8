import { SCHEMA } from "../config.ts";

/** How a database differs from the one that this code is written for; null: it doesn't. */
export type SchemaGap = { found: number; needed: number } | null;

/** Asks the database which migration it had last. @throws what D1 throws */
export async function schemaGap(db: D1Database): Promise<SchemaGap> {
  const row = await db
    .prepare("SELECT name FROM d1_migrations ORDER BY name DESC LIMIT 1")
    .first<{ name: string }>()
    .catch(noTable);
  const found = Number.parseInt(row?.name ?? "0", 10);
  return found === SCHEMA ? null : { found, needed: SCHEMA };
}

/** Before the first migration there is no list of them. */
function noTable(error: unknown): null {
  if (error instanceof Error && /no such table/i.test(error.message)) return null;
  throw error;
}
