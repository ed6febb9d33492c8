import { PART_MAX_BYTES, PART_MAX_CASES } from "../config.ts";
import type { CourtCase } from "../contract/court-case.ts";

/** A part is closed at this many bytes: the store adds some to each case, and takes 2 MB in one piece. */
const PART_BYTES = 1_000_000;

/**
 * Cuts cases into the bodies of an upload's requests, `{"cases": […]}`. The same cases always make the same parts, so
 * that what was broken off can go on; the defendants of a case are never parted.
 * @param cases the defendants of each case
 * @throws Error for a case that is too large for one part
 */
export function* cutParts(cases: Iterable<readonly CourtCase[]>): Generator<string> {
  const encoder = new TextEncoder();
  let open: string[] = [];
  let bytes = 0;
  for (const defendants of cases) {
    const rows = defendants.map((one) => JSON.stringify(one));
    const size = rows.reduce((sum, row) => sum + encoder.encode(row).length + 1, 0);
    if (size + 16 > PART_MAX_BYTES) throw new Error("A case has too many defendants to be sent in one part.");
    if (open.length > 0 && (open.length + rows.length > PART_MAX_CASES || bytes + size > PART_BYTES)) {
      yield `{"cases":[${open.join(",")}]}`;
      open = [];
      bytes = 0;
    }
    open.push(...rows);
    bytes += size;
  }
  if (open.length > 0) yield `{"cases":[${open.join(",")}]}`;
}
