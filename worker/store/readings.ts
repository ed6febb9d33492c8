import { EDITION_CACHE_TTL_S, POINTER_CACHE_TTL_S } from "../config.ts";
import type { RecordsReading } from "../domain/records/reading.ts";
import { readCopy } from "./kept-json.ts";

/**
 * Keys in KV, for editions whose records were read again with nothing new:
 *   `reading`                       RecordsReading: the newest
 *   `edition/<id>/readings`         string[]: the Moscow dates of an edition's, the oldest first
 *   `edition/<id>/reading/<date>`   RecordsReading: one of them, written once
 */
const NEWEST = "reading";
const datesKey = (id: string) => `edition/${id}/readings`;
const readingKey = (id: string, date: string) => `edition/${id}/reading/${date}`;

const isWhole = ({ edition, readOn }: RecordsReading) =>
  typeof edition === "string" && typeof readOn === "string";

export function readNewestReading(kv: KVNamespace): Promise<RecordsReading | null> {
  return readCopy(kv, NEWEST, isWhole, POINTER_CACHE_TTL_S);
}

/** The last reading of an edition up to a Moscow date. */
export async function readReadingBy(
  kv: KVNamespace,
  id: string,
  date: string,
): Promise<RecordsReading | null> {
  const dates = await readCopy<string[]>(kv, datesKey(id), Array.isArray, POINTER_CACHE_TTL_S);
  const last = dates?.findLast((one) => one <= date);
  if (last === undefined) return null;
  return readCopy(kv, readingKey(id, last), isWhole, EDITION_CACHE_TTL_S);
}

/** Bodies first: a reader who is told of a reading finds it again by its date. */
export async function keepReading(kv: KVNamespace, reading: RecordsReading): Promise<void> {
  const { edition, readOn } = reading;
  const body = JSON.stringify(reading);
  await kv.put(readingKey(edition, readOn), body);
  const dates = (await readCopy<string[]>(kv, datesKey(edition), Array.isArray)) ?? [];
  const all = [...new Set([...dates, readOn])].sort();
  await kv.put(datesKey(edition), JSON.stringify(all));
  await kv.put(NEWEST, body);
}
