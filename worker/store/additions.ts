import { POINTER_CACHE_TTL_S } from "../config.ts";
import type { EditionAddition } from "../contract/editions.ts";
import { type Additions, NO_ADDITIONS } from "../domain/additions.ts";
import { readCopy } from "./kept-json.ts";

/**
 * Key in KV, beside the bodies of editions, which never change:
 *   `additions`   EditionAddition[] by the id of their edition, each in the order in which they came
 */
const ADDITIONS = "additions";

/**
 * Says something more of an edition. Nothing happens where there is no such edition, where it has been said, or where
 * the edition has as many additions as it may have.
 */
export function insertAddition(
  db: D1Database,
  edition: string,
  { added_at, by, text }: EditionAddition,
  most: number,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO edition_addition (edition, added_at, added_by, text)
       SELECT sequence, ?2, ?3, ?4 FROM edition
       WHERE id = ?1 AND (SELECT count(*) FROM edition_addition WHERE edition = sequence) < ?5`,
    )
    .bind(edition, added_at, by, text, most);
}

export async function readAdditions(db: D1Database): Promise<Additions> {
  const { results } = await db
    .prepare(
      `SELECT edition.id AS edition, added_at, added_by AS by, text FROM edition_addition
       JOIN edition ON edition.sequence = edition_addition.edition ORDER BY edition_addition.id`,
    )
    .all<EditionAddition & { edition: string }>();
  const of = Map.groupBy(results, ({ edition }) => edition);
  return new Map([...of].map(([id, rows]) => [id, rows.map(({ edition: _, ...addition }) => addition)]));
}

/** What readers have. @param cacheTtl seconds for which KV may answer the same */
export async function readTold(kv: KVNamespace, cacheTtl: number = POINTER_CACHE_TTL_S): Promise<Additions> {
  const isWhole = (value: object) => typeof value === "object" && Object.values(value).every(Array.isArray);
  const told = await readCopy<Record<string, EditionAddition[]>>(kv, ADDITIONS, isWhole, cacheTtl);
  return told ? new Map(Object.entries(told)) : NO_ADDITIONS;
}

export async function writeTold(kv: KVNamespace, additions: Additions): Promise<void> {
  await kv.put(ADDITIONS, JSON.stringify(Object.fromEntries(additions)));
}
