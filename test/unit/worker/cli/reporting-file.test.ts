import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { readReportingFile } from "../../../../worker/cli/reporting-file.ts";
import { addDays } from "../../../../worker/domain/calendar.ts";
import { PATTERNS, series } from "../../../fixtures/generated-series.ts";

const HEADER = "reference_date,report_date,count\n";
const refusals = (text: string) =>
  readReportingFile(text, 26).rejected.map(({ line, column, value }) => `${line} ${column}: ${value}`);

describe("readReportingFile", () => {
  it("numbers weeks from the earliest reference date, whatever the order of rows and columns", () => {
    const text =
      "count,report_date,note,reference_date\n2,2024-01-15,,2024-01-08\n5,2024-01-01,a,2024-01-01\n";
    expect(readReportingFile(text, 26)).toEqual({
      observations: [
        { week: 1, delay: 1, count: 2 },
        { week: 0, delay: 0, count: 5 },
      ],
      weeks: 3,
      rejected: [],
    });
  });

  it("lets reports beyond the maximum delay neither count nor lengthen the series", () => {
    const text = `${HEADER}2024-01-01,2024-01-08,4\n2024-01-08,2024-03-04,9\n`;
    const { observations, weeks } = readReportingFile(text, 4);
    expect(observations).toEqual([{ week: 0, delay: 1, count: 4 }]);
    expect(weeks).toBe(2);
  });

  it("takes withdrawn reports", () => {
    expect(readReportingFile(`${HEADER}2024-01-01,2024-01-08,-4\n`, 26).observations[0]?.count).toBe(-4);
  });

  it.each([
    ["a date that doesn't exist", "2024-02-30,2024-03-04,1", "3 reference_date: 2024-02-30"],
    ["another weekday", "2024-01-09,2024-01-16,1", "3 reference_date: 2024-01-09"],
    ["a report that isn't whole weeks later", "2024-01-08,2024-01-10,1", "3 report_date: 2024-01-10"],
    ["a report before its week", "2024-01-08,2024-01-01,1", "3 report_date: 2024-01-01"],
    ["a count that isn't whole", "2024-01-08,2024-01-08,1.5", "3 count: 1.5"],
    ["a row that is cut short", "2024-01-08,2024-01-08", "3 count: null"],
    ["a second row for a pair", "2024-01-01,2024-01-01,3", "3 report_date: 2024-01-01"],
  ])("refuses %s by line and column", (_, row, refusal) => {
    expect(refusals(`${HEADER}2024-01-01,2024-01-01,3\n${row}\n`)).toEqual([refusal]);
  });

  it("refuses a file without its columns, and one without rows", () => {
    expect(refusals("reference_date,reported,count\n2024-01-01,2024-01-01,3\n")).toEqual([
      "1 report_date: null",
    ]);
    expect(refusals(HEADER)).toEqual(["2 reference_date: null"]);
    expect(refusals("")).toHaveLength(3);
  });
});

describe("npm run nowcast", () => {
  const folder = mkdtempSync(join(tmpdir(), "nowcast-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const program = fileURLToPath(new URL("../../../../worker/cli/nowcast.ts", import.meta.url));
  const run = (text: string, ...options: string[]) => {
    const file = join(folder, "reports.csv");
    writeFileSync(file, text);
    return spawnSync(process.execPath, [program, file, ...options], { encoding: "utf8" });
  };
  const csv = (weeks: number) => {
    const { observations } = series(9, weeks, 40, PATTERNS.fast);
    const day = (week: number) => addDays("2020-01-05", 7 * week);
    return HEADER + observations.map((o) => `${day(o.week)},${day(o.week + o.delay)},${o.count}\n`).join("");
  };

  it("prints the scores in the contract's shape", () => {
    const { stdout, status } = run(csv(70), "--horizons", "2", "--origins", "5");
    const scores = {
      coverage50: expect.any(Number),
      coverage90: expect.any(Number),
      wis: expect.any(Number),
      wis_uncorrected: expect.any(Number),
    };
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      origins: 5,
      ...scores,
      seconds: expect.any(Number),
      by_horizon: [0, 1, 2].map((horizon) => ({ horizon, ...scores })),
      told: expect.any(Array),
    });
  });

  it.each([
    [
      "a bad row",
      `${HEADER}2024-01-01,2024-01-01,three\n`,
      [],
      'line 2, column count: "three", expected a whole',
    ],
    ["a series that is too short", csv(10), [], "none of its"],
    ["a horizon beyond the maximum delay", csv(70), ["--horizons", "9", "--max-delay", "8"], "--max-delay 8"],
    [
      "an option that isn't a number",
      csv(70),
      ["--origins", "many"],
      "Expected a whole number of at least 1",
    ],
  ] as const)("fails with a reason for %s", (_, text, options, reason) => {
    const { stdout, stderr, status } = run(text, ...options);
    expect(stderr).toContain(reason);
    expect(stdout).toBe("");
    expect(status).toBe(1);
  });
});
