/**
 * `npm run release -- 1.2.3`: sets the version, gives the changelog its heading, commits and tags. It sends nothing: the
 * push of the tag is a person's, and deploys.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { moscowDate } from "../domain/calendar.ts";
import { released } from "./changelog.ts";

const CHANGELOG = "CHANGELOG.md";
const [version = ""] = parseArgs({ allowPositionals: true }).positionals;

try {
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Error(
      `The version is ${JSON.stringify(version)}; three numbers were expected: npm run release -- 1.2.3`,
    );
  }
  if (run("git", "status", "--porcelain").trim() !== "")
    throw new Error("Something isn't committed yet. Commit it or put it away, then release.");
  const changelog = released(readFileSync(CHANGELOG, "utf8"), version, moscowDate(Date.now()));
  // Refuses the version that is there already, before anything is written.
  run("npm", "version", version, "--no-git-tag-version");
  writeFileSync(CHANGELOG, changelog);
  run("git", "commit", "--quiet", "--all", "--message", `Release ${version}`);
  run("git", "tag", "--annotate", `v${version}`, "--message", `Release ${version}`);
  console.log(`Released here as v${version}. To deploy it: git push --follow-tags`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, { encoding: "utf8" });
}
