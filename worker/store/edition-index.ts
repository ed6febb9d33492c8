import { CORRECTED_EDITIONS, CORRECTIONS_OF_EDITION, POINTER_CACHE_TTL_S } from "../config.ts";
import type { EditionCorrections, EditionLine } from "../contract/editions.ts";
import { moscowDate } from "../domain/calendar.ts";
import type { Edition, Publication } from "../domain/edition.ts";
import { readCopy } from "./kept-json.ts";

/**
 * Lists in KV, so that a reader of them needs no edition's body:
 *   `editions`     EditionLine[]: all editions, oldest first
 *   `corrections`  EditionCorrections[]: what the last editions changed, newest first
 */
const EDITIONS = "editions";
const CORRECTIONS = "corrections";

export type { EditionLine } from "../contract/editions.ts";

export async function readIndex(kv: KVNamespace): Promise<EditionLine[]> {
  return (await readCopy<EditionLine[]>(kv, EDITIONS, Array.isArray, POINTER_CACHE_TTL_S)) ?? [];
}

export async function readCorrections(kv: KVNamespace): Promise<EditionCorrections[]> {
  return (await readCopy<EditionCorrections[]>(kv, CORRECTIONS, Array.isArray, POINTER_CACHE_TTL_S)) ?? [];
}

type Listed = Pick<Publication, "id">;

/**
 * Writes both lists. KV may give back what it held half a minute ago, so an edition that is missing there is taken
 * from its body.
 * @param newest the last of `editions`
 * @param editions all that D1 has up to it, oldest first
 */
export async function writeLists(
  kv: KVNamespace,
  newest: Edition,
  editions: readonly Listed[],
  read: (id: string) => Promise<Edition | null>,
): Promise<void> {
  const [lines, corrections] = await Promise.all([readIndex(kv), readCorrections(kv)]);
  const complete = <Item>(wanted: readonly Listed[], known: Map<string, Item>, make: (of: Edition) => Item) =>
    Promise.all(
      wanted.map(async ({ id }) => {
        const body = id === newest.id ? newest : known.has(id) ? null : await read(id);
        return body ? make(body) : known.get(id);
      }),
    ).then((items) => items.filter((item) => item !== undefined));

  // What was published stays, also where the database was taken back to a moment before it.
  const lost = lines.filter(
    ({ id, sequence }) => sequence < newest.sequence && !editions.some((one) => one.id === id),
  );
  const wanted = [...editions, ...lost];
  const listed = (await complete(wanted, new Map(lines.map((line) => [line.id, line])), lineOf)).sort(
    (a, b) => a.sequence - b.sequence,
  );
  await kv.put(EDITIONS, JSON.stringify(listed));

  const corrected = listed.filter(({ changes }) => changes > 0).slice(-CORRECTED_EDITIONS);
  const told = new Map(corrections.map((one) => [one.edition, one]));
  await kv.put(CORRECTIONS, JSON.stringify((await complete(corrected, told, correctionsOf)).reverse()));
}

export function lineOf(edition: Edition): EditionLine {
  const { sequence, id, published_at, kind, note, sha256, records, figures, changes } = edition;
  const counts = records?.counts ?? { cases: 0, defendants: 0, convictions: 0, removed: 0 };
  return {
    id,
    sequence,
    published_at,
    kind,
    evidence: records ? "records" : "published",
    note,
    sha256,
    counts: { figures: figures.length, ...counts },
    changes: (changes?.changes.length ?? 0) + (changes?.shares?.length ?? 0),
  };
}

/** What an edition changed, the newest weeks first and no more of them than a list can carry. */
export function correctionsOf({ id, published_at, changes }: Edition): EditionCorrections {
  const newestFirst = (changes?.changes ?? []).toSorted((a, b) => b.week.localeCompare(a.week));
  return {
    edition: id,
    against: changes?.against ?? null,
    published_at,
    changes: newestFirst.slice(0, CORRECTIONS_OF_EDITION),
    ...(changes?.shares && { shares: changes.shares }),
    changes_total: newestFirst.length,
  };
}

/**
 * The edition that was current at the end of a Moscow date, or the one with this id.
 * @param asOf a date (`2025-06-30`) or an edition's id (`2025-06-30.1`)
 */
export function findAsOf(lines: readonly EditionLine[], asOf: string): EditionLine | null {
  if (asOf.includes(".")) return lines.find(({ id }) => id === asOf) ?? null;
  return lines.findLast(({ published_at }) => moscowDate(Date.parse(published_at)) <= asOf) ?? null;
}
