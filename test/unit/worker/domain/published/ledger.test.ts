import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../../../../worker/contract/figure.ts";
import { readLedger } from "../../../../../worker/desk/formats/ledger.ts";
import { LEDGER_COLUMNS, type LedgerColumn } from "../../../../../worker/desk/formats/ledger-columns.ts";
import { SHIPPED_LEDGER } from "./figures.ts";

const GOOD: Record<LedgerColumn, string> = {
  id: "f001",
  unit: "convictions",
  articles: "332;337",
  region: "",
  service: "",
  series: "courts",
  period_start: "2023-01-01",
  period_end: "2023-01-31",
  kind: "total",
  value: "62",
  qualifier: "exact",
  publisher: "The Example",
  published_on: "2023-02-03",
  source_url: "https://example.org/62",
  note: "",
};

const csv = (...rows: Partial<Record<LedgerColumn, string>>[]) =>
  stringify(
    rows.map((row, index) => ({ ...GOOD, id: `f${100 + index}`, ...row })),
    { header: true, columns: [...LEDGER_COLUMNS] },
  );

const refusals = (text: string) =>
  readLedger(text).rejected.map(({ line, column, value }) => `${line} ${column}: ${value}`);

describe("the shipped ledger", () => {
  const { figures, rejected } = readLedger(SHIPPED_LEDGER);

  it("has 131 figures and no bad row", () => {
    expect(figures).toHaveLength(131);
    expect(rejected).toEqual([]);
  });

  it("gives the figure of April 2025 as it is printed there", () => {
    expect(figures.find(({ id }) => id === "f066")).toEqual({
      id: "f066",
      unit: "convictions",
      articles: ["332", "337", "338"],
      region: null,
      service: null,
      series: "mediazona-calendar",
      period: { start: "2025-04-01", end: "2025-04-30" },
      kind: "total",
      value: 848,
      qualifier: "exact",
      publisher: "Mediazona (English)",
      published_on: "2025-06-26",
      source_url: "https://en.zona.media/article/2025/06/26/awol",
      note: null,
    });
  });
});

describe("readLedger", () => {
  it.each([
    ["approx", "about"],
    ["about", "about"],
    ["at_least", "at_least"],
    ["exact", "exact"],
  ])("reads the qualifier %s as %s", (written, meant) => {
    expect(readLedger(csv({ qualifier: written })).figures[0]?.qualifier).toBe(meant);
  });

  it("accepts a byte order mark, CRLF, empty lines and quoted line breaks", () => {
    const text = `\uFEFF${csv({ note: 'two\nlines, "quoted"' }, {})}\n\n`.replaceAll("\n", "\r\n");
    const { figures, rejected } = readLedger(text);
    expect(rejected).toEqual([]);
    expect(figures.map(({ note }) => note)).toEqual(['two\nlines, "quoted"', null]);
  });

  it("reads back every figure that can be written", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyFigure, { selector: ({ id }) => id, maxLength: 8 }), (figures) => {
        expect(readLedger(csvOf(figures))).toEqual({ figures, rejected: [] });
      }),
    );
  });

  it.each<[LedgerColumn, string, string]>([
    ["id", "12", "f and at least three digits, such as f001"],
    ["unit", "deserters", "one of cases_received, convictions,"],
    ["articles", "", "articles such as 337 or 332;337;352.1"],
    ["articles", "desertion", "articles such as 337"],
    ["articles", "337,338", "articles such as 337"],
    ["articles", "337;337", "each once"],
    ["articles", "337;any", "articles such as 337"],
    ["region", " Rostov oblast", "text without spaces around it, or nothing"],
    ["service", "sailor", "one of mobilised, contract, conscript, officer, unknown, or nothing"],
    ["series", "", "text without spaces around it"],
    ["period_start", "2023-02-29", "a date that exists"],
    ["period_start", "01.02.2023", "as YYYY-MM-DD"],
    ["period_end", "", "a date that exists"],
    ["period_end", "2022-12-31", "a date not before period_start, 2023-01-01"],
    ["kind", "sum", "one of total, per_day,"],
    ["kind", "percent", "not percent, because convictions is a count"],
    ["value", "1,089", "no thousands separator"],
    ["value", "1 089", "no thousands separator"],
    ["value", "-1", "a number of 0 or more"],
    ["value", "1e3", "in digits"],
    ["value", "", "in digits"],
    ["value", "9".repeat(400), "in digits"],
    ["value", "61.5", "a whole number, because a total counts"],
    ["qualifier", "roughly", "one of exact, at_least, about, approx"],
    ["qualifier", "constructor", "one of exact, at_least, about, approx"],
    ["publisher", "", "text without spaces around it"],
    ["published_on", "2023-13-01", "a date that exists, as YYYY-MM-DD, or nothing"],
    ["source_url", "example.org", "a web address that begins with https:// or http://"],
    ["source_url", "javascript:alert(1)", "a web address"],
    ["source_url", "https://", "a web address"],
  ])("refuses in %s the text %j", (column, value, expected) => {
    const { figures, rejected } = readLedger(csv({}, { [column]: value }, {}));
    expect(figures.map(({ id }) => id)).toEqual(["f100", "f102"]);
    expect(rejected).toHaveLength(1);
    expect(rejected[0]).toMatchObject({ line: 3, column });
    expect(rejected[0]?.expected).toContain(expected);
  });

  it("refuses a share above 100 and a share that isn't in per cent", () => {
    const share = { unit: "share_suspended", kind: "percent" };
    expect(refusals(csv({ ...share, value: "56.5" }))).toEqual([]);
    expect(refusals(csv({ ...share, value: "101" }))).toEqual(["2 value: 101"]);
    expect(refusals(csv({ ...share, kind: "total" }))).toEqual(["2 kind: total"]);
  });

  it("refuses an id that was used before, naming the earlier line", () => {
    const { figures, rejected } = readLedger(csv({ id: "f007" }, {}, { id: "f007", value: "63" }));
    expect(figures.map(({ value }) => value)).toEqual([62, 62]);
    expect(rejected).toEqual([
      { line: 4, column: "id", value: "f007", expected: "an id that no other row has; line 2 has it too" },
    ]);
  });

  it("reports each bad cell of a row, an empty one as null", () => {
    expect(refusals(csv({ unit: "", value: "many", source_url: "ftp://example.org" }))).toEqual([
      "2 unit: null",
      "2 value: null",
      "2 source_url: null",
    ]);
  });

  it("counts physical lines, also behind quoted line breaks and empty lines", () => {
    const [header, ...rows] = csv({ note: "1\n2\n3" }, { publisher: "A\nB", source_url: "x" }, { value: "x" })
      .trimEnd()
      .split("\n");
    expect(refusals([header, "", ...rows].join("\n"))).toEqual(["7 source_url: null", "8 value: null"]);
  });

  it("repeats no bad cell that is long or could hold a name", () => {
    expect(refusals(csv({ unit: "7".repeat(5000) }))).toEqual(["2 unit: null"]);
    expect(refusals(csv({ kind: "Ли" }, { unit: "Пробный П.П. 7" }))).toEqual([
      "2 kind: null",
      "3 unit: null",
    ]);
  });

  it("refuses a row with too few or too many cells", () => {
    const [header, row] = csv({}).split("\n");
    const { figures, rejected } = readLedger([header, `${row},more`, "f101,convictions", row].join("\n"));
    expect(figures).toHaveLength(1);
    expect(rejected.map(({ line, column, expected }) => [line, column, expected])).toEqual([
      [2, "row", "15 cells as in the header, found 16"],
      [3, "row", "15 cells as in the header, found 2"],
    ]);
  });

  it("reads rows up to a misplaced quote and says where reading stopped", () => {
    const [header, row, next] = csv({}, {}).split("\n");
    const broken = String(next).replace("The Example", '"The Example');
    const { figures, rejected } = readLedger([header, row, "", broken, "f102", ""].join("\n"));
    expect(figures.map(({ id }) => id)).toEqual(["f100"]);
    expect(rejected.map(({ line, column }) => [line, column])).toEqual([[4, "publisher"]]);
    expect(rejected[0]?.expected).toContain("rows from here on were not read");
  });

  it("refuses a header that isn't the ledger's once, naming missing columns and the places of others", () => {
    const text = csv({}).replace("series", "serie").replace(",note", "");
    const { figures, rejected } = readLedger(text);
    expect(figures).toEqual([]);
    const expected = `series, note in the header, where something else is in column 6; whole header: ${LEDGER_COLUMNS.join(",")}`;
    expect(rejected).toEqual([{ line: 1, column: "header", value: null, expected }]);
  });

  it("refuses columns in another order, a repeated column and an empty file", () => {
    const refused = (text: string) =>
      readLedger(text).rejected.map(({ column, expected }) => [column, expected]);
    expect(refused(csv({}).replace("id,unit", "unit,id"))).toEqual([
      ["header", expect.stringContaining("this order: id,unit")],
    ]);
    expect(refused(csv({}).replace(",note", ",note,note"))).toEqual([
      ["header", expect.stringContaining("column 16")],
    ]);
    for (const empty of ["", "\uFEFF\r\n"])
      expect(refused(empty)).toEqual([["header", LEDGER_COLUMNS.join(",")]]);
  });
});

const words = fc
  .string({ minLength: 1, unit: "grapheme" })
  .filter((text) => text !== "" && text === text.trim() && !text.includes("\r"));
const date = fc
  .integer({ min: 0, max: 20_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const period = fc.tuple(date, date).map((dates) => {
  const [start, end] = dates.sort() as [string, string];
  return { start, end };
});
const article = fc.constantFrom<string[]>("332", "337", "338", "352.1", "356.1");
const namedScope = fc.constantFrom<string[][]>(["any"], ["ch33"], ["toughened"]);

const anyFigure: fc.Arbitrary<Figure> = fc.record({
  id: fc.integer({ min: 1, max: 99_999 }).map((n) => `f${String(n).padStart(3, "0")}`),
  unit: fc.constantFrom("cases_received", "convictions", "persons_sentenced"),
  articles: fc.oneof(fc.uniqueArray(article, { minLength: 1 }), namedScope),
  region: fc.option(words),
  service: fc.option(fc.constantFrom("mobilised", "contract", "unknown")),
  series: words,
  period,
  kind: fc.constantFrom("total", "per_week", "per_month"),
  value: fc.nat(),
  qualifier: fc.constantFrom("exact", "about", "at_least"),
  publisher: words,
  published_on: fc.option(date),
  source_url: fc.webUrl({ withQueryParameters: true }),
  note: fc.option(words),
});

function csvOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ period: { start, end }, articles, ...rest }) => ({
    ...rest,
    articles: articles.join(";"),
    period_start: start,
    period_end: end,
  }));
  return stringify(rows, { header: true, columns: [...LEDGER_COLUMNS] });
}

describe("readLedger on a day", () => {
  const dated = (fields: Partial<Record<LedgerColumn, string>>) =>
    readLedger(csv(fields), "2025-07-01").rejected.map(({ column, expected }) => `${column}: ${expected}`);

  it.each([
    ["period_start", "0025-01-01"],
    ["period_start", "2013-12-31"],
    ["period_end", "2052-01-31"],
    ["published_on", "2025-08-02"],
  ] as const)("takes no %s of %s", (column, date) => {
    expect(dated({ [column]: date })).toContainEqual(`${column}: a date from 2014-01-01 to 2025-08-01`);
  });

  it("takes the end of a month that isn't over", () => {
    expect(dated({ period_end: "2025-07-31", published_on: "2025-07-02" })).toEqual([]);
  });

  it.each(["series", "publisher", "region", "note"] as const)(
    "takes no control character in %s",
    (column) => {
      for (const mark of ["\u000b", "\u0000", "\u202e", "\u0085"]) {
        const [found] = dated({ [column]: `a${mark}b` });
        expect(found).toContain("control characters");
      }
    },
  );
});
