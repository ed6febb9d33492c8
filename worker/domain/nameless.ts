import type { Provenance } from "../contract/editions.ts";

/**
 * A file's provenance without what a person called the file: a name of a file may hold a person's. What stands in its
 * place is made from what the file is.
 */
export function nameless<File extends Pick<Provenance, "format" | "sha256">>(
  file: File,
): File & { file: string } {
  return { ...file, file: `${file.format}-${file.sha256.slice(0, 8)}` };
}
