import { EDITION_CACHE_TTL_S, POINTER_CACHE_TTL_S } from "../config.ts";
import type { BuiltEdition, CourtTallies, Edition, Publication } from "../domain/edition.ts";
import { decodeCourts, decodeEdition, encodeCourts, encodeEdition } from "../domain/edition-body.ts";
import { nameless } from "../domain/nameless.ts";
import type { TallyBody } from "../domain/tally-body.ts";
import { writeLists } from "./edition-index.ts";

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

export function readPointer(kv: KVNamespace): Promise<Pointer | null> {
  return kv.get<Pointer>(POINTER, { type: "json", cacheTtl: POINTER_CACHE_TTL_S });
}

/** @param cacheTtl seconds for which KV may answer the same, also that nothing is there */
export async function readEdition(
  kv: KVNamespace,
  id: string,
  cacheTtl: number = EDITION_CACHE_TTL_S,
): Promise<Edition | null> {
  const body = await kv.get<Edition<TallyBody>>(bodyKey(id), { type: "json", cacheTtl });
  if (body && body.id !== id) throw new Error(`KV has the body of edition ${body.id} under ${id}.`);
  // Bodies from before files' names were dropped may hold some still: readers get none.
  return body && withoutNames(decodeEdition(body));
}

/** Writes an edition's body again without the names of its files. @returns whether it had any */
export async function redactEdition(kv: KVNamespace, id: string): Promise<boolean> {
  const body = await kv.get<Edition<TallyBody>>(bodyKey(id), { type: "json", cacheTtl: POINTER_CACHE_TTL_S });
  if (!body) return false;
  const redacted = JSON.stringify(withoutNames(body));
  if (redacted === JSON.stringify(body)) return false;
  await kv.put(bodyKey(id), redacted);
  return true;
}

function withoutNames<Form>(edition: Edition<Form>): Edition<Form> {
  return { ...edition, provenance: edition.provenance.map(nameless) };
}

export async function readCourts(kv: KVNamespace, id: string): Promise<CourtTallies | null> {
  const body = await kv.get<CourtTallies<TallyBody>>(courtsKey(id), {
    type: "json",
    cacheTtl: EDITION_CACHE_TTL_S,
  });
  return body && decodeCourts(body);
}

/**
 * Bodies first, pointer last: a reader who is told of an edition always finds it.
 * @param editions all that D1 has up to this one, oldest first
 */
export async function distribute(
  kv: KVNamespace,
  { edition, courts }: BuiltEdition,
  editions: readonly Pick<Publication, "id">[],
): Promise<void> {
  if (courts) await kv.put(courtsKey(edition.id), JSON.stringify(encodeCourts(courts)));
  await kv.put(bodyKey(edition.id), JSON.stringify(encodeEdition(edition)));
  // Another call may have got further meanwhile: readers aren't taken back.
  if (((await readPointer(kv))?.sequence ?? 0) > edition.sequence) return;
  await writeLists(kv, edition, editions, (id) => readEdition(kv, id));
  await kv.put(POINTER, JSON.stringify({ id: edition.id, sequence: edition.sequence } satisfies Pointer));
}
