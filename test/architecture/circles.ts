import { importsOf } from "./imports.ts";
import type { SourceFile } from "./source.ts";

/** Each circle of imports once, as `a.ts → b.ts → a.ts`. Imports of types count: a circle binds either way. */
export function circles(files: readonly SourceFile[]): string[] {
  const imports = new Map(files.map((file) => [file.path, targetsOf(file)]));
  const found: string[] = [];
  const done = new Set<string>();

  function visit(path: string, trail: readonly string[]): void {
    const seen = trail.indexOf(path);
    if (seen >= 0) found.push([...trail.slice(seen), path].join(" → "));
    if (seen >= 0 || done.has(path)) return;
    for (const next of imports.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  }

  for (const path of imports.keys()) visit(path, []);
  return found;
}

function targetsOf(file: SourceFile): Set<string> {
  const files = importsOf(file).filter((found) => found.target === "file");
  return new Set(files.map((found) => found.to));
}
