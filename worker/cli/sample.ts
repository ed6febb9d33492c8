import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { moscowDate } from "../domain/calendar.ts";
import type { DeskClient } from "./client.ts";
import { publishFiles } from "./publish-files.ts";

const GENERATOR = "test/fixtures/generator/main.ts";
/** The last weeks come as imports of their own, long enough for their delay to be measured. */
const WEEKLY_IMPORTS = 40;

/** Generates court records up to today and publishes them: a backfill, then the imports of the last weeks. */
export async function publishSample(desk: DeskClient): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "desertion-stats-sample-"));
  try {
    console.log("Generating sample records …");
    const until = moscowDate(Date.now());
    const args = ["--out", folder, "--until", until, "--sample", String(WEEKLY_IMPORTS), "--changed"];
    execFileSync(process.execPath, [GENERATOR, ...args, "--dirt", "none"], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    const files = readdirSync(folder)
      .filter((name) => name.endsWith(".csv"))
      .sort();
    for (const file of files) {
      const read_on = file.replace(".csv", "");
      console.log(`Publishing the sample's import of ${read_on} …`);
      const override = "Generated data: every change is intended";
      const order = { note: `Sample, as read on ${read_on}`, mode: "partial", read_on, override } as const;
      await publishFiles(desk, [join(folder, file)], order);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
