import type { BatchRequest } from "../contract/imports.ts";
import { sha256Hex } from "../domain/digest.ts";

/**
 * The same content, read the same way, against the same edition is the same batch: what was broken off goes on where it
 * stopped.
 * @param base sequence of the edition that it is compared with
 */
export async function batchId(
  { kind, content, mode, covers }: Pick<BatchRequest, "kind" | "content" | "mode" | "covers">,
  readOn: string,
  base: number,
): Promise<string> {
  const days = covers ? ` ${JSON.stringify(covers)}` : "";
  return (await sha256Hex(`${kind} ${content} ${mode} ${readOn} ${base}${days}`)).slice(0, 16);
}
