/** `npm run previews`: shows our pages and mail to the tools that networks and newsletters are made with. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownSuite } from "../runner/own-suite.ts";

/** As tried; none of them runs a script while it is installed. */
const TOOLS = {
  metascraper: "5.49.24",
  "metascraper-description": "5.49.24",
  "metascraper-image": "5.49.24",
  "metascraper-title": "5.49.24",
  "metascraper-url": "5.49.24",
  mjml: "5.4.1",
  "open-graph-scraper": "6.12.0",
  "unfurl.js": "6.4.0",
};

const folder = mkdtempSync(join(tmpdir(), "ds-previews-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: TOOLS }));
console.log(`Installing ${Object.keys(TOOLS).join(", ")} …`);
execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
  cwd: folder,
  stdio: "inherit",
});
process.env.PREVIEW_TOOLS = folder;
await ownSuite("test/previews/vitest.config.ts");
