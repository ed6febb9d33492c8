import type { CourtTallies, Edition, Tallies } from "./edition.ts";
import { untold, withoutKinds } from "./records/told-kinds.ts";
import { SpoiltBody, unpacked } from "./spoilt-body.ts";
import type { Tally } from "./tally.ts";
import { decodeTally, encodeTally, type TallyBody } from "./tally-body.ts";

/** An edition as KV keeps it: tallies in base64. */
export function encodeEdition(edition: Edition): Edition<TallyBody> {
  const { records } = edition;
  return { ...edition, records: records && { ...records, ...encodeTallies(records) } };
}

/** A body as a newer or older Worker may have left it: nothing is misread. */
export class OtherShape extends Error {
  override readonly name = "OtherShape";
}

/** @throws OtherShape, or SpoiltBody where it is of no Worker's shape */
export function decodeEdition(body: Edition<TallyBody>): Edition {
  const { id, shape, records } = body;
  if (!Number.isSafeInteger(shape)) throw new SpoiltBody(`What KV has under edition ${id} is none.`);
  if (shape !== 1)
    throw new OtherShape(`Edition ${id} has the shape ${shape}, which this Worker can't read.`);
  if (!records) return { ...body, records };
  const tallies = unpacked(`Edition ${id}`, () => decodeTallies(records));
  // A body from before what could tell of a single case was taken out: nothing is told of kinds.
  return { ...body, records: { ...records, ...(records.told ? tallies : mapped(tallies, untold)) } };
}

export function encodeCourts({ told, ...courts }: CourtTallies): CourtTallies<TallyBody> {
  return { ...encodeTallies(courts), ...(told && { told: encodeTallies(told) }) };
}

/**
 * The counts by court, as readers may ask for them whatever the body holds, and what the next edition has to know.
 * @throws SpoiltBody
 */
export function decodeCourts({ told, ...courts }: CourtTallies<TallyBody>): CourtTallies {
  return unpacked("Counts by court", () => ({
    ...mapped(decodeTallies(courts), withoutKinds),
    ...(told && { told: decodeTallies(told) }),
  }));
}

function mapped({ convictions, receipts }: Tallies, change: (tally: Tally) => Tally): Tallies {
  return { convictions: change(convictions), receipts: change(receipts) };
}

export function encodeTallies({ convictions, receipts }: Tallies): Tallies<TallyBody> {
  return { convictions: encodeTally(convictions), receipts: encodeTally(receipts) };
}

export function decodeTallies({ convictions, receipts }: Tallies<TallyBody>): Tallies {
  return { convictions: decodeTally(convictions), receipts: decodeTally(receipts) };
}
