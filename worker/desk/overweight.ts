import { EDITION_BYTES_MAX } from "../config.ts";
import type { BuiltEdition } from "../domain/edition.ts";
import { encodeEdition, encodeTallies } from "../domain/edition-body.ts";

/**
 * Why an edition is too large for KV, which would refuse it after D1 has committed it; null where it has room.
 * @param most bytes of each of the two values that an edition is kept in
 */
export function overweight(
  { edition, courts }: BuiltEdition,
  most: number = EDITION_BYTES_MAX,
): string | null {
  const bodies = [encodeEdition(edition), ...(courts ? [encodeTallies(courts)] : [])];
  const bytes = Math.max(...bodies.map((body) => new TextEncoder().encode(JSON.stringify(body)).byteLength));
  if (bytes <= most) return null;
  return `The edition would take ${bytes} bytes; at most ${most} are allowed. Nothing was published; import fewer years or courts.`;
}
