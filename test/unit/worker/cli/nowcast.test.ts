import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { addDays } from "../../../../worker/domain/calendar.ts";
import { PATTERNS, series } from "../../../fixtures/generated-series.ts";

const PROGRAM = "worker/cli/nowcast.ts";
const folder = mkdtempSync(join(tmpdir(), "desertion-stats-nowcast-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => execFileSync(process.execPath, [PROGRAM, ...args], { encoding: "utf8" });

it("says how far told numbers still moved, by the completeness from which they are told", () => {
  const file = join(folder, "reports.csv");
  const day = (week: number) => addDays("2022-01-03", 7 * week);
  const rows = series(3, 120, 90, PATTERNS.slow)
    .observations.filter(({ week, delay }) => week + delay < 120)
    .map(({ week, delay, count }) => `${day(week)},${day(week + delay)},${count}`);
  writeFileSync(file, ["reference_date,report_date,count", ...rows].join("\n"));
  const { origins, told } = JSON.parse(run(file, "--origins", "20"));
  expect(told.map(({ completeness }: { completeness: number }) => completeness)).toEqual([
    0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9,
  ]);
  for (const row of told) {
    expect(row).toMatchObject({ told: expect.any(Number), lowest: expect.any(Number) });
    expect(row.told).toBeLessThanOrEqual(origins);
    expect(row.median_move).toBeGreaterThanOrEqual(0);
    expect(row.p90_move).toBeGreaterThanOrEqual(row.median_move);
  }
  expect(told.at(-1).p90_move).toBeLessThan(told[0].p90_move);
});

it("explains them in its help", () => {
  expect(run("--help")).toMatch(/told .*median_move.*p90_move/s);
});
