/**
 * `npm run lock`, after dependencies have changed: takes from the lock file what each package wants of Node. npm would
 * hold that against the machine's own Node and warn of a dozen packages, though every script runs with the Node that
 * npm installs here. A test holds the packages to that one instead.
 */
import { readFileSync, writeFileSync } from "node:fs";

const FILE = "package-lock.json";

const lock = JSON.parse(readFileSync(FILE, "utf8")) as {
  packages: Record<string, { engines?: Record<string, string> }>;
};
for (const [path, entry] of Object.entries(lock.packages)) if (path !== "") delete entry.engines;
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
