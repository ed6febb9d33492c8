import type { Edition, Tallies } from "./edition.ts";
import { decodeTally, encodeTally, type TallyBody } from "./tally-body.ts";

/** An edition as KV keeps it: tallies in base64. */
export function encodeEdition(edition: Edition): Edition<TallyBody> {
  const { records } = edition;
  return { ...edition, records: records && { ...records, ...encodeTallies(records) } };
}

export function decodeEdition(body: Edition<TallyBody>): Edition {
  const { records } = body;
  return { ...body, records: records && { ...records, ...decodeTallies(records) } };
}

export function encodeTallies({ convictions, receipts }: Tallies): Tallies<TallyBody> {
  return { convictions: encodeTally(convictions), receipts: encodeTally(receipts) };
}

export function decodeTallies({ convictions, receipts }: Tallies<TallyBody>): Tallies {
  return { convictions: decodeTally(convictions), receipts: decodeTally(receipts) };
}
