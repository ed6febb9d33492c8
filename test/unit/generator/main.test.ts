import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { deskCsv, generateTruth, snapshot, writeSample } from "../../fixtures/generator/index.ts";

const directory = mkdtempSync(join(tmpdir(), "records-"));
afterAll(() => rmSync(directory, { recursive: true }));
const program = fileURLToPath(new URL("../../fixtures/generator/main.ts", import.meta.url));
const run = (...args: string[]) =>
  JSON.parse(execFileSync(process.execPath, [program, ...args], { encoding: "utf8" }));
const read = (...path: string[]) => readFileSync(join(directory, ...path), "utf8");

describe("the command", () => {
  it("writes the dumps of a truth in the wanted formats, and the truth", () => {
    const out = join(directory, "dumps");
    const wanted = ["--seed", "3", "--cases", "300", "--until", "2024-12-31", "--pattern", "slow"];
    const { on, files } = run(
      "--out",
      out,
      ...wanted,
      "--formats",
      "desk,scraper-ndjson,scraper-csv",
      "--truth",
    );
    expect(on).toBe("2024-12-31");
    expect(readdirSync(out).toSorted()).toEqual([
      "desk.csv",
      "sudrfscraper.csv",
      "sudrfscraper.json",
      "truth.ndjson",
    ]);

    const truth = [...generateTruth({ seed: 3, cases: 300, until: "2024-12-31", pattern: "slow" })];
    expect(read("dumps", "desk.csv")).toBe([...deskCsv(snapshot(truth, on))].join(""));
    expect(
      read("dumps", "truth.ndjson")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual(truth);
    const scraped = files.find(({ path }: { path: string }) => path.endsWith("sudrfscraper.json"));
    expect(read("dumps", "sudrfscraper.json").trim().split("\n")).toHaveLength(scraped.rows);
  });
});

describe("writeSample", () => {
  const dumps = writeSample(join(directory, "sample"), { until: "2025-06-30", editions: 4, cases: 2_000 });

  it("writes the backfill and then a dump a week", () => {
    expect(dumps.map(({ on }) => on)).toEqual([
      "2025-06-02",
      "2025-06-09",
      "2025-06-16",
      "2025-06-23",
      "2025-06-30",
    ]);
    expect(readdirSync(join(directory, "sample"))).toEqual(dumps.map(({ on }) => `${on}.csv`));
    for (const { on, rows } of dumps)
      expect(read("sample", `${on}.csv`).trim().split("\n")).toHaveLength(rows + 1);
  });

  it("says of every row when the desk first saw it, of the backfill's that it was then", () => {
    const seen = (on: string) =>
      new Set(
        read("sample", `${on}.csv`)
          .trim()
          .split("\n")
          .slice(1)
          .map((line) => line.split(",")[12]),
      );
    expect(seen("2025-06-02")).toEqual(new Set(["2025-06-02"]));
    const last = [...seen("2025-06-30")].toSorted();
    expect(last[0]).toBe("2025-06-02");
    expect(last.at(-1)! <= "2025-06-30").toBe(true);
    expect(last.length).toBeGreaterThan(10);
  });

  it("can leave out what didn't change since the week before", () => {
    const changes = writeSample(join(directory, "changes"), {
      until: "2025-06-30",
      editions: 4,
      cases: 2_000,
      rows: "changed",
    });
    expect(changes[0]!.rows).toBe(dumps[0]!.rows);
    for (const { rows } of changes.slice(1)) expect(rows).toBeLessThan(dumps[0]!.rows / 10);
  });
});
