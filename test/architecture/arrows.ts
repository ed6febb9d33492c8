import { type Import, importsOf } from "./imports.ts";
import type { SourceFile } from "./source.ts";

/**
 * For each room of the house, the rooms that it may import. `types of contract` allows `import type` alone;
 * `contract/terms` allows that one file. Files of one room may import each other; a room within a room is one of its
 * own.
 */
export type Arrows = Readonly<Record<string, readonly string[]>>;

/** For each package, the rooms that may import it. */
export type Packages = Readonly<Record<string, readonly string[]>>;

/**
 * The room that a file stands in, the narrowest one of the table: `worker/app.ts` → `app`, `worker/desk/formats/own.ts`
 * → `desk`, `worker/wording/en/words.ts` → `wording/en`. Undefined where the table has none; `widget/*` is the files
 * directly in `widget`.
 */
export function roomOf(path: string, rooms: readonly string[]): string | undefined {
  const place = path.replace(/^worker\/|\.ts$/g, "");
  const folder = `${place.split("/").slice(0, -1).join("/")}/*`;
  return rooms
    .filter((room) => place === room || folder === room || place.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** What each import that the tables don't allow breaks, in a sentence. */
export function breaches(files: readonly SourceFile[], arrows: Arrows, packages: Packages): string[] {
  const rooms = Object.keys(arrows);
  return files.flatMap((file) => {
    const room = roomOf(file.path, rooms);
    if (room === undefined) return [`${file.path} stands in no room of the table of arrows`];
    return importsOf(file).flatMap(
      (found) =>
        (found.target === "package"
          ? packageBreach(found, room, packages)
          : arrowBreach(found, room, arrows)) ?? [],
    );
  });
}

function arrowBreach({ place, to, typesOnly }: Import, room: string, arrows: Arrows) {
  const allowed = arrows[room] ?? [];
  const target = roomOf(to, Object.keys(arrows)) ?? to;
  if (target === room || allowed.includes(target)) return null;
  if (allowed.includes(to.replace(/^worker\/|\.\w+$/g, ""))) return null;
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
