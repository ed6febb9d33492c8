import type { CourtCase } from "../../../worker/contract/court-case.ts";
import { cutParts } from "../../../worker/desk/cut-parts.ts";

/**
 * The bodies of an upload's requests.
 * @param cases the defendants of each case
 * @param rest called after each part: a long file mustn't freeze the page
 * @throws Error for a case that is too large for one part
 */
export async function partsOf(
  cases: Iterable<readonly CourtCase[]>,
  rest: () => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const encoder = new TextEncoder();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (const part of cutParts(cases)) {
    parts.push(encoder.encode(part));
    await rest();
  }
  return parts;
}
