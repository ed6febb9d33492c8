import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export interface Packed {
  /** The files that npm packs, as it lists them. */
  files: string[];
  /** A project that has installed the package, and nothing else but what its tests need. */
  project: string;
  remove(): void;
}

/** What a consumer's own installation brings. */
const NEIGHBOURS = ["lit", "@lit", "lit-html", "lit-element", "@lit-labs", "react", "@types", "csstype"];

/** Builds the package, packs it with npm, and unpacks it where a consumer would have it. */
export function packAndInstall(): Packed {
  const folder = mkdtempSync(join(tmpdir(), "desertion-stats-package-"));
  const built = join(folder, "built");
  const project = join(folder, "project");
  const installed = join(project, "node_modules/desertion-stats");
  mkdirSync(installed, { recursive: true });

  execFileSync(process.execPath, ["widget/package/build/main.ts", built], { stdio: "pipe" });
  const report = execFileSync("npm", ["pack", "--json", "--silent", "--pack-destination", folder], {
    cwd: built,
    encoding: "utf8",
  });
  const [packed] = JSON.parse(report) as { filename: string; files: { path: string }[] }[];
  if (!packed) throw new Error(`npm packed nothing: ${report}`);
  execFileSync("tar", ["-xzf", join(folder, packed.filename), "-C", installed, "--strip-components=1"]);
  for (const name of NEIGHBOURS)
    symlinkSync(resolve("node_modules", name), join(project, "node_modules", name));
  return {
    files: packed.files.map(({ path }) => path).sort(),
    project,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
