/** `npm run faults`: tries every attack again, prints what was tried and held, and fails where one fell. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command } from "../runner/command.ts";
import { ATTACKS } from "./attacks.ts";
import { type FileResult, tableOf, tally } from "./tally.ts";

/** Different questions for one isolate, in minutes; `QUESTIONS=1000000 npm run faults` takes an hour. */
const SOME_QUESTIONS = "10000";

const folder = mkdtempSync(join(tmpdir(), "desertion-stats-faults-"));
try {
  const report = join(folder, "report.json");
  const files = Object.values(ATTACKS).flat();
  // The Worker's pages and the whole local server are those that are built.
  await command(["npm", "run", "--silent", "build"], "keep");
  // The runner ends what hangs.
  await command(
    ["vitest", "run", ...files, "--reporter=json", `--outputFile=${report}`, "--silent"],
    "keep",
    { QUESTIONS: process.env.QUESTIONS ?? SOME_QUESTIONS },
  );
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as { testResults: FileResult[] };
  const lines = tally(ATTACKS, testResults);
  console.log(tableOf(lines));
  for (const { attacked, fell, untried } of lines) {
    for (const name of fell) console.log(`Fell: ${attacked}: ${name}`);
    for (const name of untried) console.log(`Not tried: ${attacked}: ${name}`);
  }
  if (lines.some(({ fell }) => fell.length > 0)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
