import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SeriesBody } from "../../worker/contract/series.ts";
import { useRecords } from "../e2e/developers-room.ts";
import { type Cell, opened } from "./libreoffice.ts";

const room = useRecords();
const folder = mkdtempSync(join(tmpdir(), "spreadsheets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const QUERY = "granularity=week&from=2025-W40&by=service&evidence=records";
const NUMBERS = [
  "value",
  "known",
  "coverage",
  "completeness",
  "expected_low",
  "expected_mid",
  "expected_high",
];

/** All is fetched first: while LibreOffice runs, nobody keeps the connections. */
let csv: Record<"." | ",", string>;
/** What the CSV says, by the same question in JSON. */
let expected: Record<string, number | null>[];

beforeAll(async () => {
  const { points } = SeriesBody.parse(await (await fetch(`${room.origin}/v1/series?${QUERY}`)).json());
  expected = points.map(({ value, known, coverage, completeness, expected }) => ({
    value,
    known,
    coverage,
    completeness,
    expected_low: expected?.low ?? null,
    expected_mid: expected?.mid ?? null,
    expected_high: expected?.high ?? null,
  }));
  const written = async (decimal: string) =>
    (await fetch(`${room.origin}/v1/series.csv?${QUERY}&decimal=${decimal}`)).text();
  csv = { ".": await written("."), ",": await written(",") };
});

function cellsIn(locale: string, decimal: "." | ","): Record<string, Cell>[] {
  const [header = [], ...rows] = opened(folder, locale, csv[decimal], decimal === "," ? ";" : ",");
  const names = header.map(({ value }) => String(value));
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]!])));
}

const numbersOf = (rows: Record<string, Cell>[]) =>
  rows.map((row) =>
    Object.fromEntries(
      NUMBERS.map((name) => {
        const { type, value } = row[name]!;
        return [name, value === "" ? null : type === "number" ? value : `${type} ${value}`];
      }),
    ),
  );

describe.each([
  ["de-DE", ","],
  ["ru-RU", ","],
  ["uk-UA", ","],
  ["en-US", "."],
] as const)("a spreadsheet in the locale %s, with decimal=%s", (locale, decimal) => {
  it("reads every number as the number that it is", () => {
    expect(numbersOf(cellsIn(locale, decimal))).toEqual(expected);
  });

  it("reads days as days, and leaves periods and articles as they are written", () => {
    for (const { start, end, label, articles } of cellsIn(locale, decimal)) {
      expect([start!.type, end!.type]).toEqual(["date", "date"]);
      expect(label).toMatchObject({ type: "text", value: expect.stringMatching(/^202\d-W\d\d$/) });
      expect(articles).toEqual({ type: "text", value: "337;338" });
    }
  });
});

describe("a spreadsheet that writes 0,5", () => {
  it.each(["de-DE", "ru-RU"])("misreads decimals without it: %s", (locale) => {
    const shares = expected.map(({ completeness }) => completeness);
    const read = numbersOf(cellsIn(locale, ".")).map(({ completeness }) => completeness);
    expect(shares.some((share) => share !== null && !Number.isInteger(share))).toBe(true);
    expect(read).not.toEqual(shares);
  });
});
