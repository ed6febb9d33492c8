import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";

/** What isn't there after a `git clone`. */
const LOCAL = new Set([".git", "node_modules", "dist", ".wrangler", ".vitest"]);

/** The project in a folder of its own, as a clone that has installed: what is built there is in nobody's way. */
export function clone(): { project: string; remove: () => void } {
  const project = mkdtempSync(join(tmpdir(), "desertion-stats-clone-"));
  cpSync(".", project, { recursive: true, filter: (path) => !LOCAL.has(basename(path)) });
  symlinkSync(resolve("node_modules"), join(project, "node_modules"));
  return { project, remove: () => rmSync(project, { recursive: true, force: true }) };
}
