import { EDITION_CACHE_TTL_S, POINTER_CACHE_TTL_S } from "../config.ts";
import type { BuiltEdition, CourtTallies, Edition, Publication } from "../domain/edition.ts";
import { decodeCourts, decodeEdition, encodeCourts, encodeEdition } from "../domain/edition-body.ts";
import { nameless } from "../domain/nameless.ts";
import { SpoiltBody } from "../domain/spoilt-body.ts";
import type { TallyBody } from "../domain/tally-body.ts";
import { logFailure } from "../log.ts";
import { writeLists } from "./edition-index.ts";
import { readCopy, readJson } from "./kept-json.ts";

/**
 * Keys in KV:
 *   `current`              Pointer: which edition answers
 *   `edition/<id>`         Edition: its body, written once, before the pointer moves to it
 *   `edition/<id>/courts`  CourtTallies: its counts by court, where it has records
 *   `editions`, `corrections`: lists, see edition-index.ts
 */
const POINTER = "current";
const bodyKey = (id: string) => `edition/${id}`;
const courtsKey = (id: string) => `edition/${id}/courts`;

export interface Pointer {
  id: string;
  sequence: number;
}

/** Null before the first edition, and where nothing can be told from it. */
export function readPointer(kv: KVNamespace): Promise<Pointer | null> {
  const isWhole = ({ id, sequence }: Pointer) => typeof id === "string" && Number.isSafeInteger(sequence);
  return readCopy<Pointer>(kv, POINTER, isWhole, POINTER_CACHE_TTL_S);
}

/**
 * @param cacheTtl seconds for which KV may answer the same, also that nothing is there
 * @throws SpoiltBody where it isn't this edition's
 * @throws OtherShape where it is of one that another version of this Worker reads
 */
export async function readEdition(
  kv: KVNamespace,
  id: string,
  cacheTtl: number = EDITION_CACHE_TTL_S,
): Promise<Edition | null> {
  const body = await readJson<Edition<TallyBody>>(kv, bodyKey(id), cacheTtl);
  if (body && body.id !== id) throw new SpoiltBody(`KV has another body under edition ${id}.`);
  // Bodies from before files' names were dropped may hold some still: readers get none.
  return body && withoutNames(decodeEdition(body));
}

/** An edition's body, or null where it is missing or spoilt. */
export async function readWhole(kv: KVNamespace, id: string, cacheTtl?: number): Promise<Edition | null> {
  return readEdition(kv, id, cacheTtl).catch(whereSpoilt);
}

/** @throws what isn't a SpoiltBody */
export function whereSpoilt(error: unknown): null {
  if (!(error instanceof SpoiltBody)) throw error;
  logFailure("copy-spoilt", error);
  return null;
}

/** Writes an edition's body again without the names of its files. @returns whether it had any */
export async function redactEdition(kv: KVNamespace, id: string): Promise<boolean> {
  const body = await readJson<Edition<TallyBody>>(kv, bodyKey(id), POINTER_CACHE_TTL_S);
  if (!body) return false;
  const redacted = JSON.stringify(withoutNames(body));
  if (redacted === JSON.stringify(body)) return false;
  await kv.put(bodyKey(id), redacted);
  return true;
}

function withoutNames<Form>(edition: Edition<Form>): Edition<Form> {
  return { ...edition, provenance: edition.provenance.map(nameless) };
}

/** Bodies from before November 2026 don't say whose they are. */
type CourtsBody = CourtTallies<TallyBody> & { edition?: string };

/** @throws SpoiltBody where they aren't this edition's */
export async function readCourts(
  kv: KVNamespace,
  id: string,
  cacheTtl: number = EDITION_CACHE_TTL_S,
): Promise<CourtTallies | null> {
  const body = await readJson<CourtsBody>(kv, courtsKey(id), cacheTtl);
  if (body && (!body.convictions || (body.edition ?? id) !== id))
    throw new SpoiltBody(`KV has other courts under edition ${id}.`);
  return body && decodeCourts(body);
}

/**
 * Bodies first, pointer last: a reader who is told of an edition always finds it.
 * @param editions all that D1 has up to this one, oldest first
 * @param spoilt the pointer where what it points to can't be read: readers may be taken back from there
 */
export async function distribute(
  kv: KVNamespace,
  { edition, courts }: BuiltEdition,
  editions: readonly Pick<Publication, "id">[],
  spoilt: Pointer | null = null,
): Promise<void> {
  if (courts) {
    const body: CourtsBody = { edition: edition.id, ...encodeCourts(courts) };
    await kv.put(courtsKey(edition.id), JSON.stringify(body));
  }
  await kv.put(bodyKey(edition.id), JSON.stringify(encodeEdition(edition)));
  // Another call may have got further meanwhile: readers aren't taken back.
  const told = await readPointer(kv);
  if (told && told.sequence > edition.sequence && told.id !== spoilt?.id) return;
  await writeLists(kv, edition, editions, (id) => readWhole(kv, id));
  await kv.put(POINTER, JSON.stringify({ id: edition.id, sequence: edition.sequence } satisfies Pointer));
}
