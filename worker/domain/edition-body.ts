import type { Edition, Tallies } from "./edition.ts";
import { decodeTally, encodeTally, type TallyBody } from "./tally-body.ts";

/** An edition as KV keeps it: tallies in base64. */
export function encodeEdition(edition: Edition): Edition<TallyBody> {
  const { records } = edition;
  return { ...edition, records: records && { ...records, ...encodeTallies(records) } };
}

/** @throws Error for a body of another shape, as a newer or older Worker may have left it: nothing is misread */
export function decodeEdition(body: Edition<TallyBody>): Edition {
  const { id, shape, records } = body;
  if (shape !== 1) throw new Error(`Edition ${id} has the shape ${shape}, which this Worker can't read.`);
  return { ...body, records: records && { ...records, ...decodeTallies(records) } };
}

export function encodeTallies({ convictions, receipts }: Tallies): Tallies<TallyBody> {
  return { convictions: encodeTally(convictions), receipts: encodeTally(receipts) };
}

export function decodeTallies({ convictions, receipts }: Tallies<TallyBody>): Tallies {
  return { convictions: decodeTally(convictions), receipts: decodeTally(receipts) };
}
