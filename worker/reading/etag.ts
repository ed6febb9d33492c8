import { sha256Hex } from "../domain/digest.ts";

/** A strong ETag from the bytes themselves: the same bytes have the same tag, whoever made them. */
export async function etagOf(body: string | Uint8Array<ArrayBuffer>): Promise<string> {
  return `"${(await sha256Hex(body)).slice(0, 32)}"`;
}
