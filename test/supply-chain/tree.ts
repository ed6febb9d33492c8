import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every file below a folder with the SHA-256 of its bytes, by its path there. */
export function treeOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const sums = files.map((file) => {
    const path = join(file.parentPath, file.name);
    return [
      path.slice(folder.length + 1),
      createHash("sha256").update(readFileSync(path)).digest("hex"),
    ] as const;
  });
  return Object.fromEntries(sums.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The paths at which two trees differ, with what is wrong; none: they are the same to the byte. */
export function differences(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): string[] {
  const paths = [...new Set([...Object.keys(one), ...Object.keys(other)])].toSorted();
  return paths.flatMap((path) => {
    if (one[path] === other[path]) return [];
    if (one[path] === undefined) return [`${path} is only in the second`];
    return [other[path] === undefined ? `${path} is only in the first` : `${path} has other bytes`];
  });
}
