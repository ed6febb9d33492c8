import { type Import, importsOf } from "./imports.ts";
import type { SourceFile } from "./source.ts";

/**
 * For each room of the house, the rooms that it may import. `types of contract` allows `import type` alone;
 * `contract/terms` allows that one file.
 * Files of one room may import each other.
 */
export type Arrows = Readonly<Record<string, readonly string[]>>;

/** For each package, the rooms that may import it. */
export type Packages = Readonly<Record<string, readonly string[]>>;

/**
 * The room that a file stands in: `worker/app.ts` → `app`, `worker/desk/formats/own.ts` → `desk`,
 * `widget/stats/element.ts` → `widget/stats`, a file directly in `widget` → `widget`.
 */
export function roomOf(path: string): string {
  const [top = "", ...rest] = path.split("/");
  const first = rest[0] ?? "";
  if (top === "worker") return first.replace(/\.ts$/, "");
  return top === "widget" && rest.length > 1 ? `${top}/${first}` : top;
}

/** What each import that the tables don't allow breaks, in a sentence. */
export function breaches(files: readonly SourceFile[], arrows: Arrows, packages: Packages): string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    const allowed = arrows[room];
    if (!allowed) return [`${file.path} stands in ${room}, a room without a row in the table of arrows`];
    return importsOf(file).flatMap(
      (found) =>
        (found.target === "package"
          ? packageBreach(found, room, packages)
          : arrowBreach(found, room, allowed)) ?? [],
    );
  });
}

function arrowBreach({ place, to, typesOnly }: Import, room: string, allowed: readonly string[]) {
  const target = roomOf(to);
  if (target === room || allowed.includes(target)) return null;
  if (allowed.includes(to.replace(/^worker\/|\.ts$/g, ""))) return null;
  if (typesOnly && allowed.includes(`types of ${target}`)) return null;
  return `${place} imports ${to}: ${room} may import ${list(allowed)}, not ${target}`;
}

function packageBreach({ place, to }: Import, room: string, packages: Packages) {
  const allowed = packages[to];
  if (allowed?.includes(room)) return null;
  if (!allowed) return `${place} imports ${to}, a package without a row in the table of packages`;
  return `${place} imports ${to}: the package is for ${list(allowed)}, not for ${room}`;
}

function list(names: readonly string[]): string {
  return names.length > 0 ? names.join(", ") : "nothing";
}
