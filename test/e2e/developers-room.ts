import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll } from "vitest";
import { deskCsv, generateTruth, snapshot, writeLines } from "../fixtures/generator/index.ts";
import { useNewsroom } from "./stage.ts";

/** The day on which the generated records were read: the end of their fourth quarter. */
const READ_ON = "2025-12-31";

const GUIDE = readFileSync("docs/api.md", "utf8");

/** A newsroom with the real ledger and, beside it, a year of generated court records. */
export function useRecords(): { readonly origin: string } {
  const room = useNewsroom("--var", "POINTER_MAX_AGE_MS:0");
  beforeAll(() => {
    const dump = join(room.state, "records.csv");
    const truth = generateTruth({ cases: 1_500, dirt: [], from: "2025-01-01", until: READ_ON });
    writeLines(dump, deskCsv(snapshot(truth, READ_ON)));
    const meant = ["--override", "Its records begin", "--note", "Records", "--url", room.origin];
    execFileSync(process.execPath, ["worker/cli/desk.ts", "publish", dump, "--read-on", READ_ON, ...meant], {
      env: { ...process.env, STATE_DIR: room.state },
      stdio: "pipe",
    });
  });
  return room;
}

/** The lines of a language below a heading of the developers' guide, block by block. */
export function linesBelow(heading: string, language: string): string[] {
  const start = GUIDE.indexOf(`\n${heading}\n`);
  const below = GUIDE.slice(start, GUIDE.indexOf("\n#", start + heading.length));
  return [...below.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(
    ([, lines]) => lines!,
  );
}
