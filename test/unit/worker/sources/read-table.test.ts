import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { SOURCE_ROWS_MAX } from "../../../../worker/config.ts";
import { courtDirectory } from "../../../../worker/desk/normalise/court-directory.ts";
import { parseCourts } from "../../../../worker/domain/courts.ts";
import { readTable } from "../../../../worker/sources/read-table.ts";

const courts = courtDirectory(parseCourts(readFileSync("worker/data/military-courts.csv", "utf8")));
const HEADER =
  "case_uid,court_code,case_number,defendant,articles,received_on,decided_on,outcome,sentence,term_months,service,source_url,first_seen_on,removed_on";
const ROW =
  "77GV0021-01-2021-000005-29,77GV0021,1-1/2021,1,337.3,2021-01-04,2021-02-09,convicted,,,,https://court.example/1,2021-02-10,";

const readRows = (rows: number) => {
  const table = `${[HEADER, ...Array.from({ length: rows }, () => ROW)].join("\n")}\n`;
  const context = { courts, today: "2026-11-30" };
  return readTable(new TextEncoder().encode(table), "desk-csv", "0".repeat(64), context);
};

it("reads as many rows of a table as an isolate holds, and refuses one more", async () => {
  expect(await readRows(SOURCE_ROWS_MAX)).toMatchObject({ provenance: { rows: SOURCE_ROWS_MAX } });
  expect(await readRows(SOURCE_ROWS_MAX + 1)).toMatchObject({
    problem: { code: "too-many-rows", text: expect.stringContaining(`more than ${SOURCE_ROWS_MAX} rows`) },
  });
});
