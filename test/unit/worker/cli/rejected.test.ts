import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { normaliseContext } from "../../../../worker/cli/context.ts";
import { readInputs } from "../../../../worker/cli/inputs.ts";
import { writeRejected } from "../../../../worker/cli/rejected.ts";
import { gzip, utf8, utf16 } from "../desk/files/spellings.ts";
import { HEADER } from "../desk/fixtures.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "desertion-stats-rejected-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const BAD = ",75GV0001,01/04/2023,1,337.5,2023-03-01,2023-04-05,convicted,,,,,,";

/** Writes the bad rows of each file; the paths beside what is in them. */
async function rejectedOf(files: Record<string, Uint8Array>): Promise<Record<string, string>> {
  const paths = Object.entries(files).map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
  const { reports, parts } = await readInputs(paths, normaliseContext(), () => {});
  parts?.close();
  for (const report of reports) await writeRejected(report, normaliseContext());
  const written = readdirSync(folder).filter((name) => name.endsWith(".rejected.csv"));
  return Object.fromEntries(written.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

describe("the bad rows of a file", () => {
  it("stand beside it, under its stem", async () => {
    const written = await rejectedOf({ "cases.csv": utf8(`${HEADER}\n${BAD}\n`) });
    expect(Object.keys(written)).toEqual(["cases.rejected.csv"]);
    expect(written["cases.rejected.csv"]).toMatch(/^2,case_number,01\/04\/2023,.*,75GV0001,01\/04\/2023,/m);
  });

  it("don't overwrite those of another file of the same stem", async () => {
    const dump = {
      caseNumber: "01/05/2023",
      entryDate: "01.03.2023",
      names: "",
      name: "Читинский гарнизонный военный суд",
      resultDate: null,
      decision: null,
    };
    const written = await rejectedOf({
      "cases.csv": utf8(`${HEADER}\n${BAD}\n`),
      "cases.json": utf8(`${JSON.stringify(dump)}\n`),
    });
    expect(Object.keys(written)).toEqual(["cases.csv.rejected.csv", "cases.json.rejected.csv"]);
    expect(written["cases.json.rejected.csv"]).toContain("01/05/2023");
  });

  it("are written down from packed files and other encodings, too", async () => {
    const text = `sep=;\n${HEADER.replaceAll(",", ";")}\n${BAD.replaceAll(",", ";")}\n`;
    const written = await rejectedOf({ "a.csv.gz": gzip(utf8(text)), "b.txt": utf16(text) });
    for (const one of Object.values(written))
      expect(one).toMatch(/^3,case_number,01\/04\/2023,.*,75GV0001,01\/04\/2023,/m);
    expect(Object.keys(written)).toHaveLength(2);
  });
});
