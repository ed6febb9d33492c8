/**
 * `npm run clients`: installs the clients that `docs/api.md` shows (npm's into a folder of their own; pandas from Debian,
 * as root, where it is missing), then runs the guide's lines with them.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import { installed } from "../runner/install-chromium.ts";
import { CLIENTS, pythonWithPandas } from "./folder.ts";

mkdirSync(CLIENTS, { recursive: true });
copyFileSync("test/clients/package.json", `${CLIENTS}/package.json`);
console.log("Installing the clients …");
installed(`npm install --prefix ${CLIENTS} --no-audit --no-fund --loglevel=error`);
if (!pythonWithPandas()) {
  console.log("Installing python3-pandas …");
  installed("apt-get update");
  installed("apt-get install -y --no-install-recommends python3-pandas");
}
const { status } = spawnSync("vitest", ["run", "--config", "test/clients/vitest.config.ts", "--root", "."], {
  stdio: "inherit",
});
process.exit(status ?? 1);
