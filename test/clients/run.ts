/** `npm run clients`: runs the lines of `docs/api.md` with npm's clients, installed into a folder of their own, and pandas. */
import { copyFileSync, mkdirSync } from "node:fs";
import { installed } from "../runner/install-chromium.ts";
import { ownSuite } from "../runner/own-suite.ts";
import { CLIENTS, pythonWithPandas } from "./folder.ts";

mkdirSync(CLIENTS, { recursive: true });
copyFileSync("test/clients/package.json", `${CLIENTS}/package.json`);
console.log("Installing the clients …");
installed(`npm install --prefix ${CLIENTS} --no-audit --no-fund --loglevel=error`);
if (!pythonWithPandas()) {
  console.log("Installing python3-pandas …");
  for (const line of ["apt-get update", "apt-get install -y --no-install-recommends python3-pandas"])
    installed(line);
}
await ownSuite("test/clients/vitest.config.ts");
