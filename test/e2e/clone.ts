import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";

/** What isn't there after a `git clone`. */
const LOCAL = new Set([".git", "node_modules", "dist", ".wrangler", ".vitest"]);

/**
 * The project in a folder of its own, as a clone that has installed: what is built there is in nobody's way.
 * @param below where in that folder, for a path of another length or other letters
 */
export function clone(below = "."): { project: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "desertion-stats-clone-"));
  const project = join(folder, below);
  cpSync(".", project, { recursive: true, filter: (path) => !LOCAL.has(basename(path)) });
  symlinkSync(resolve("node_modules"), join(project, "node_modules"));
  return { project, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
