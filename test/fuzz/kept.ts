import {
  decodeCourts,
  decodeEdition,
  encodeCourts,
  encodeEdition,
  OtherShape,
} from "../../worker/domain/edition-body.ts";
import { SpoiltBody } from "../../worker/domain/spoilt-body.ts";
import { builtOf, FEW_RECORDS } from "../unit/worker/domain/methodology/editions.ts";
import type { Parser } from "./parsers.ts";

/** A body in KV that is no JSON object was refused before. Readers have the last good edition, and the schedule writes it again. */
const body = (decode: (value: never) => unknown) => (text: string) => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) decode(value as never);
  } catch (error) {
    const isRefused = [SyntaxError, SpoiltBody, OtherShape].some((kind) => error instanceof kind);
    if (!isRefused) throw error;
  }
};

/** What stands in KV, unpacked. */
export async function kept(): Promise<readonly Parser[]> {
  const { edition, courts } = await builtOf([], FEW_RECORDS);
  return [
    { name: "KV: edition", texts: [JSON.stringify(encodeEdition(edition))], read: body(decodeEdition) },
    { name: "KV: counts by court", texts: [JSON.stringify(encodeCourts(courts!))], read: body(decodeCourts) },
  ];
}
