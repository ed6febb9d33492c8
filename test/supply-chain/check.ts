/**
 * Part of `npm run check`: looks through the lock file, and asks the registry that npm is set to for known weaknesses.
 * The first needs no network. Where the second gets no answer, it says so and holds nobody up.
 */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { type AuditReport, verdictOn } from "./advisories.ts";
import { type LockFile, lockFaults, type Manifest } from "./lock-faults.ts";

/** Longer than a registry takes that answers at all; the check is to take seconds (ms). */
const PATIENCE_MS = 8_000;

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const lock = read("package-lock.json") as LockFile;

const faults = lockFaults(lock, read("package.json") as Manifest);
const { unasked, grave, told } = verdictOn(await audit(), lock);
for (const line of [...faults, ...grave, ...told]) console.error(line);
console.log(
  unasked === undefined
    ? `Known weaknesses: ${grave.length} grave in what is shipped, ${told.length} others`
    : `Known weaknesses: NOT ASKED. The registry gave no answer (${unasked.split("\n")[0]}); run \`npm audit\` where it does.`,
);
if (faults.length + grave.length > 0) process.exitCode = 1;

/** npm ends with 1 where it finds something, so its code says nothing. */
function audit(): Promise<AuditReport | null> {
  const options = ["--json", "--package-lock-only", "--fetch-retries=0", `--fetch-timeout=${PATIENCE_MS}`];
  return new Promise((resolve) => {
    execFile("npm", ["audit", ...options], { timeout: PATIENCE_MS, maxBuffer: 2 ** 26 }, (_, stdout) => {
      try {
        resolve(JSON.parse(stdout) as AuditReport);
      } catch {
        resolve(null);
      }
    });
  });
}
