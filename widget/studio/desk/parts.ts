import { PART_MAX_BYTES, PART_MAX_CASES } from "../../../worker/config.ts";
import type { CourtCase } from "../../../worker/contract/court-case.ts";

/** A part is closed at this many bytes: the store adds some to each case, and takes 2 MB in one piece. */
const PART_BYTES = 1_000_000;

/**
 * Cuts cases into the bodies of an upload's requests, `{"cases": […]}`. The same cases always make the same parts, so
 * that a broken upload can go on; the defendants of a case are never parted.
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
  let open: string[] = [];
  let bytes = 0;
  const close = () => {
    parts.push(encoder.encode(`{"cases":[${open.join(",")}]}`));
    open = [];
    bytes = 0;
    return rest();
  };
  for (const defendants of cases) {
    const rows = defendants.map((one) => JSON.stringify(one));
    const size = rows.reduce((sum, row) => sum + encoder.encode(row).length + 1, 0);
    if (size + 16 > PART_MAX_BYTES) throw new Error("A case has too many defendants to be sent in one part.");
    if (open.length > 0 && (open.length + rows.length > PART_MAX_CASES || bytes + size > PART_BYTES))
      await close();
    open.push(...rows);
    bytes += size;
  }
  if (open.length > 0) await close();
  return parts;
}
