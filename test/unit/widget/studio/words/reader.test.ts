import { describe, expect, it } from "vitest";
import { expectedIn, warningIn } from "../../../../../widget/studio/words/reader/index.ts";
import { LANGS } from "../../../../../worker/contract/terms.ts";
import { readLedger } from "../../../../../worker/desk/formats/ledger.ts";
import { LEDGER_COLUMNS } from "../../../../../worker/desk/formats/ledger-columns.ts";
import { dump, HEADER, readText } from "../../../worker/desk/fixtures.ts";

const GOOD_FIGURE = dump("../../../worker/data/published-figures.csv").split("\n")[1] ?? "";
const JUNK = [
  "a\u000bb",
  "x".repeat(5_000),
  " a b ",
  "31.02.2024",
  "2099-01-01",
  "1990-01-01",
  "04/01/2019",
  "12345678901",
  "1-44",
];

/** Each cell of a good row replaced by each piece of junk. */
function spoiled(header: string, row: string): string[] {
  const cells = row.split(",");
  return JUNK.flatMap((junk) =>
    cells.map(
      (_, place) => `${header}\n${cells.map((cell, at) => (at === place ? junk : cell)).join(",")}\n`,
    ),
  );
}

const CASE = (dump("desk.csv").split("\n")[1] ?? "").replaceAll('"', "");
const CASES = [
  ...spoiled(HEADER, CASE),
  `${HEADER}\n,,,,,,,,,,,,,\n`,
  `${HEADER}\n,77GV0007,1-44,1,337.5,2024-05-01,2024-01-01,convicted,,,,,,\n`,
  `${HEADER}\na,b\n`,
  `${HEADER}\n"a"b"\n`,
  `${HEADER},more\n`,
  `${dump("sudrfscraper.csv").split("\n")[0]}\n1;2\n`,
  "id;region;instance;court_name;caseNumber;x\n1;2\n",
  `${dump("sudrfscraper.ndjson").split("\n")[0]}\n{"caseNumber": "entryDate"\n`,
  dump("sudrfparser.json").slice(0, -20),
  dump("sudrfparser.json").replace(/"cases": \[/, '"cases": ["no card",'),
  dump("sudrfscraper_meta.json").slice(0, -3),
  dump("sudrfscraper.ndjson")
    .split("\n")[0]
    ?.replace(/[а-яё]/gi, "\uFFFD") ?? "",
];
const LEDGERS = [
  ...spoiled(LEDGER_COLUMNS.join(","), GOOD_FIGURE),
  LEDGER_COLUMNS.toReversed().join(","),
  LEDGER_COLUMNS.slice(1).join(","),
  `${LEDGER_COLUMNS.join(",")},more`,
  `${LEDGER_COLUMNS.join(",")}\na,b\n`,
  `${LEDGER_COLUMNS.join(",")}\n${GOOD_FIGURE}\n${GOOD_FIGURE}\n`,
  ...["percent", "total"].flatMap((kind) =>
    ["1.5", "150"].map(
      (value) =>
        `${LEDGER_COLUMNS.join(",")}\n${LEDGER_COLUMNS.map((column, at) => ({ kind, value })[column as string] ?? GOOD_FIGURE.split(",")[at]).join(",")}\n`,
    ),
  ),
  `${LEDGER_COLUMNS.join(",")}\n"a"b"\n`,
];

async function saidByReaders(): Promise<{ expected: string[]; warnings: string[] }> {
  const readings = await Promise.all(CASES.map((text) => readText(text)));
  const fixtures = await Promise.all(
    ["desk.csv", "sudrfscraper.csv", "sudrfscraper.ndjson", "sudrfparser.json", "sudrfscraper_meta.json"].map(
      (name) => readText(dump(name)),
    ),
  );
  const all = [...readings, ...fixtures];
  const expected = all.flatMap(({ events }) =>
    events.flatMap((event) =>
      event.kind === "rejected" || event.kind === "refused" ? [event.rejection.expected] : [],
    ),
  );
  const ofLedgers = LEDGERS.flatMap((text) =>
    readLedger(text, "2025-07-01").rejected.map((one) => one.expected),
  );
  return {
    expected: [...new Set([...expected, ...ofLedgers])],
    warnings: [...new Set(all.flatMap(({ summary }) => summary.warnings))],
  };
}

describe("what the readers of files say", () => {
  it.each(LANGS)("has words in %s, whatever is wrong with a file", async (lang) => {
    const { expected, warnings } = await saidByReaders();
    expect(expected.length).toBeGreaterThan(30);
    expect(warnings.length).toBeGreaterThan(4);
    expect(expected.filter((text) => expectedIn(lang, text).lang !== lang)).toEqual([]);
    expect(warnings.filter((text) => warningIn(lang, text).lang !== lang)).toEqual([]);
  });

  it("keeps what stands in the file", () => {
    expect(expectedIn("ru", "a whole number from 1 to 40, or nothing").text).toBe(
      "целое число от 1 до 40, или пусто",
    );
    expect(warningIn("uk", "x.sudrf.ru: pages 3, 4 were never read; their cases are missing.").text).toBe(
      "x.sudrf.ru: сторінки 3, 4 не прочитано; їхніх справ тут немає.",
    );
  });

  it("is English, and said to be, where it isn't known", () => {
    expect(expectedIn("ru", "something new")).toEqual({ text: "something new", lang: "en" });
  });
});
