import { describe, expect, it } from "vitest";
import { dump, readText, rejections } from "../fixtures.ts";
import { fold, PETERSBURG, USSURIYSK } from "./scraped.ts";

describe("sudrfscraper's CSV", () => {
  it("gives the same cases as its NDJSON, as far as it has them", async () => {
    const reading = await readText(dump("sudrfscraper.csv"));
    const { cases } = fold(reading);
    expect(cases).toEqual([
      { ...USSURIYSK, first_seen_on: null },
      PETERSBURG,
      { ...PETERSBURG, defendant: 2, articles: ["338.1"] },
      {
        ...PETERSBURG,
        case_uid: "75GV0001-01-2024-000015-01",
        court_code: "75GV0001",
        case_number: "1-15/2024",
        earlier_numbers: [],
        articles: ["337.1"],
        received_on: null,
        decided_on: null,
        outcome: "pending",
      },
    ]);
    expect(reading.summary).toMatchObject({ rows: 5, rejected: 1, keptOut: { "other-court": 1 } });
  });

  it("refuses a row that breaks off", async () => {
    expect(rejections(await readText(dump("sudrfscraper.csv")))).toEqual([
      [8, "row", null, "21 columns separated by ; as in the header"],
    ]);
  });

  const [header = ""] = dump("sudrfscraper.csv").split("\n");
  const record = (cells: Record<string, string>) =>
    header
      .split(";")
      .map((column) => cells[column] ?? "-")
      .join(";");
  const good = {
    id: "7",
    region: "75",
    instance: "FIRST",
    court_name: "Читинский гарнизонный военный суд",
    caseNumber: "1-15/2024",
    entryDate: "10.02.2024",
    names: "Лицо1 - ст.337 ч.5 УК РФ",
  };

  it.each([
    ["a stray quote", { court_name: 'Читинский "гарнизонный военный суд' }],
    [
      "a tail behind the court's name",
      { court_name: "Читинский гарнизонный военный суд E-Mail: gvs.cht@sudrf.ru" },
    ],
    ["semicolons in the court's name", { court_name: "Читинский гарнизонный военный суд; E-Mail: a; b" }],
    ["a line break in the court's name", { court_name: "Читинский гарнизонный\nвоенный суд" }],
    [
      "semicolons behind the decision",
      { consideredBy: "единолично; судьей", cui: "75GV0001-01-2024-000015-01" },
    ],
    [
      "anything in the text",
      { text: `а;"б;1-9/2024;10.02.2024;;;;;;;;;;;;;;;;;;;\n\nв "г";\n8;\n9;75;слово;` },
    ],
  ])("isn't broken by %s", async (_, cells) => {
    const next = { ...good, id: "8", caseNumber: "1-16/2024" };
    const reading = await readText([header, record({ ...good, ...cells }), record(next), ""].join("\n"));
    expect(rejections(reading)).toEqual([]);
    expect(reading.cases.map((one) => [one.court_code, one.case_number, one.case_uid])).toEqual([
      ["75GV0001", "1-15/2024", "cui" in cells ? cells.cui : null],
      ["75GV0001", "1-16/2024", null],
    ]);
  });

  it("refuses lines that are no record and continue no text", async () => {
    const reading = await readText([header, record(good), "слова;", record({ ...good, id: "8" })].join("\n"));
    expect(rejections(reading)).toEqual([[3, "row", null, "21 columns separated by ; as in the header"]]);
    expect(reading.summary).toMatchObject({ rows: 3, cases: 2 });
  });

  it("is read without the columns that older versions lack", async () => {
    const old = header.replace(/;consideredBy.*connected_links_4/, "");
    const cells = record(good).split(";").slice(0, 11);
    const reading = await readText([old, [...cells, "Именем; закона"].join(";")].join("\r\n"));
    expect(reading.cases).toMatchObject([{ case_number: "1-15/2024", articles: ["337.5"], case_uid: null }]);
  });
});
