import { describe, expect, it } from "vitest";
import { dump, readText, rejections } from "../fixtures.ts";
import { fold, PETERSBURG, USSURIYSK } from "./scraped.ts";

describe("sudrfscraper's NDJSON", () => {
  it("gives each defendant's case once, through new numbers, the verdict, an appeal and a repeated row", async () => {
    const { cases, higherAlone } = fold(await readText(dump("sudrfscraper.ndjson")));
    expect(cases).toEqual([
      USSURIYSK,
      PETERSBURG,
      { ...PETERSBURG, defendant: 2, articles: ["338.1"] },
      {
        ...PETERSBURG,
        court_code: "75GV0001",
        case_number: "1-14/2024",
        earlier_numbers: [],
        articles: ["337.3.1"],
        received_on: "2024-02-10",
        decided_on: "2024-02-09",
        outcome: "returned",
      },
    ]);
    expect(higherAlone).toBe(0);
  });

  it("keeps out other courts, control materials and other codes, and refuses what can't be", async () => {
    const reading = await readText(dump("sudrfscraper.ndjson"));
    expect(reading.summary).toMatchObject({
      format: "sudrfscraper-ndjson",
      rows: 13,
      rejected: 3,
      keptOut: { "other-court": 1, "not-a-trial": 1, "not-criminal-code": 1 },
    });
    expect(rejections(reading)).toEqual([
      [9, "caseNumber", "01/04/2019", expect.stringContaining("spreadsheet")],
      [10, "resultDate", "08.02.2024", "a date not before the receipt, 2024-02-10"],
      [12, "row", null, expect.stringContaining("one JSON object a line")],
    ]);
  });

  it("is read as well where an editor made a list of it, or spread it over lines", async () => {
    // The file's last line breaks off.
    const lines = dump("sudrfscraper.ndjson")
      .trim()
      .split("\n")
      .filter((line) => line.endsWith("}"));
    const lined = await readText(lines.join("\n"));
    const cards = lines.map((line) => JSON.parse(line) as object);
    for (const text of [
      JSON.stringify(cards, null, 2),
      JSON.stringify(cards, null, "\t").replaceAll("\n", "\r\n"),
      cards.map((card) => JSON.stringify(card, null, 2)).join("\n"),
    ]) {
      const { cases, summary } = await readText(text);
      expect(cases).toEqual(lined.cases);
      expect(summary).toEqual(lined.summary);
    }
  });

  it("gives the same cases as a list on one line", async () => {
    const lines = dump("sudrfscraper.ndjson").split("\n").slice(0, 5);
    expect((await readText(`[${lines.join(",")}]`)).cases).toEqual((await readText(lines.join("\n"))).cases);
  });

  it("says once that a list of it is cut off", async () => {
    const cards = dump("sudrfscraper.ndjson").trim().split("\n").slice(1, 3);
    const reading = await readText(`[\n${cards.join(",\n")},\n{"caseNumber": "1-5`);
    expect(rejections(reading)).toEqual([[4, "row", null, expect.stringContaining("JSON object")]]);
    expect(reading.cases.length).toBeGreaterThan(0);
  });

  it("says what can't be told from it", async () => {
    const { summary } = await readText(dump("sudrfscraper.ndjson"));
    expect(summary.warnings).toEqual([
      expect.stringContaining("the court hides the articles with the accused: 1."),
      expect.stringContaining("don't tell acquittals apart"),
      expect.stringContaining("several accused and one decision, which is applied to each of them: 1."),
    ]);
  });

  const card = (fields: object) =>
    JSON.stringify({
      name: "Читинский гарнизонный военный суд",
      caseNumber: "1-15/2024",
      entryDate: "10.02.2024",
      names: "Лицо1 - ст.337 ч.5 УК РФ",
      resultDate: null,
      decision: null,
      ...fields,
    });

  it("takes the court whose card it is: from the name, else the site, else the УИД, which a case keeps elsewhere", async () => {
    const court = async (fields: object) => (await readText(card(fields))).cases[0]?.court_code;
    const uid = "27GV0008-01-2024-000081-20";
    expect(await court({ cui: uid })).toBe("75GV0001");
    expect(await court({ cui: uid, name: null })).toBe("27GV0008");
    expect(await court({ cui: "27GV0007-01-2024-000081-20" })).toBe("75GV0001");
    expect(await court({ name: null, links: { META: "https://gvs--spb.sudrf.ru/modules.php" } })).toBe(
      "78GV0001",
    );
  });

  it("reports a military court that isn't in the list, and a row without any court", async () => {
    const old = "Московский окружной военный суд";
    expect(rejections(await readText(card({ name: old })))).toEqual([
      [1, "name", old, "a court of the list of military courts"],
    ]);
    expect(rejections(await readText(card({ name: `${old}, судья Пробный` })))).toEqual([
      [1, "name", null, "a court of the list of military courts"],
    ]);
    expect(rejections(await readText(card({ name: null })))).toEqual([
      [1, "name", null, "a court of the list of military courts"],
    ]);
    expect(rejections(await readText(card({ name: null, cui: "27GV0007-01-2024-000081-20" })))).toEqual([
      [1, "cui", "27GV0007-01-2024-000081-20", "a court of the list of military courts"],
    ]);
  });

  it("needs the number's year where there is no УИД", async () => {
    expect(rejections(await readText(card({ caseNumber: "1-15" })))).toEqual([
      [1, "caseNumber", "1-15", expect.stringContaining("with its year")],
    ]);
    const { cases } = await readText(card({ caseNumber: "1-15", cui: "75GV0001-01-2024-000015-01" }));
    expect(cases[0]?.case_number).toBe("1-15");
  });

  it("has one defendant where the card hides the accused, and no date of a decision not taken", async () => {
    const { cases } = await readText(
      card({ names: null, decision: "Производство ПРИОСТАНОВЛЕНО", resultDate: "12.02.2024" }),
    );
    expect(cases).toMatchObject([{ defendant: 1, articles: [], outcome: "pending", decided_on: null }]);
    expect((await readText(card({ resultDate: "12.02.2024" }))).cases).toMatchObject([
      { outcome: "other", decided_on: "2024-02-12" },
    ]);
  });

  it("takes the day of the verdict's posting for its first sight, unless it was posted ahead", async () => {
    const verdict = (publishedDate: string) => ({
      resultDate: "12.02.2024",
      decision: "Вынесен ПРИГОВОР",
      steps: [{ eventName: "Провозглашение приговора", publishedDate }],
    });
    const seen = async (date: string) => (await readText(card(verdict(date)))).cases[0]?.first_seen_on;
    expect(await seen("14.02.2024")).toBe("2024-02-14");
    expect(await seen("01.02.2024")).toBeNull();
    expect(await seen("14.02.2030")).toBeNull();
    expect(await seen("Дата размещения")).toBeNull();
  });

  it("finds an appeal's case by the first court and number on its card", async () => {
    const tail =
      "Суд (судебный участок) первой инстанции: Читинский гарнизонный военный суд Номер дела в первой инстанции: 1-015/24";
    const appeal = card({
      name: "2-й Восточный окружной военный суд",
      caseNumber: "22-3/2024",
      names: `Лицо1 - ст.337 ч.5 УК РФ ${tail}`,
    });
    const { events } = await readText(appeal);
    expect(events).toEqual([{ kind: "higher", line: 1, aliases: ["75GV0001|1-15/2024"] }]);
    expect(fold(await readText(`${appeal}\n${card({})}\n`))).toMatchObject({
      cases: [{ outcome: "pending" }],
      higherAlone: 0,
    });
    expect(fold(await readText(appeal))).toEqual({ cases: [], higherAlone: 1 });
  });

  it("counts appeals that name no first court", async () => {
    const { summary } = await readText(card({ name: "Южный окружной военный суд", caseNumber: "22-3/2024" }));
    expect(summary.keptOut).toEqual({ "no-first-instance-case": 1 });
  });

  it("warns of a dump without pending cases, which was filtered by the date of the result", async () => {
    const rows = Array.from({ length: 100 }, (_, i) =>
      card({
        caseNumber: `1-${i + 1}/2024`,
        resultDate: "20.03.2024",
        decision: "Уголовное дело ПРЕКРАЩЕНО",
      }),
    );
    const warnings = async (lines: string[]) => (await readText(lines.join("\n"))).summary.warnings;
    expect(await warnings(rows)).toEqual([expect.stringContaining("can't say how many cases were received")]);
    expect(await warnings(rows.with(0, card({})))).toEqual([]);
    expect(await warnings(rows.slice(1))).toEqual([]);
  });
});

describe("sudrfscraper's meta file", () => {
  it("has no cases, but says what the dump beside it can't be used for", async () => {
    const { summary } = await readText(dump("sudrfscraper_meta.json"));
    expect(summary).toEqual({
      format: "sudrfscraper-meta",
      rows: 0,
      cases: 0,
      rejected: 0,
      keptOut: {},
      warnings: [expect.stringContaining("can't say how many cases were received")],
      refused: false,
    });
    const unfiltered = dump("sudrfscraper_meta.json").replaceAll(/"\d\d\.\d\d\.2024"/g, '"null"');
    expect((await readText(unfiltered)).summary.warnings).toEqual([]);
  });
});
