import { describe, expect, it } from "vitest";
import { dump, readText, rejections } from "../fixtures.ts";

const CHITA = {
  case_uid: "75GV0001-01-2023-000090-01",
  court_code: "75GV0001",
  case_number: "1-15/2024",
  earlier_numbers: ["1-90/2023"],
  defendant: 1,
  articles: ["337.2.1", "337.5"],
  received_on: "2023-10-09",
  decided_on: null,
  outcome: "convicted",
  sentence: "unknown",
  term_months: null,
  service: "unknown",
  source_url: null,
  first_seen_on: null,
  removed_on: null,
};

describe("sudrfparser's JSON", () => {
  it("gives the cases of its courts, without a date of the verdict", async () => {
    const { cases, summary } = await readText(dump("sudrfparser.json"));
    expect(cases).toEqual([
      CHITA,
      { ...CHITA, defendant: 2, articles: ["338.1"] },
      {
        ...CHITA,
        case_uid: null,
        case_number: "1-17/2024",
        earlier_numbers: [],
        articles: [],
        received_on: "2024-02-12",
        outcome: "pending",
      },
    ]);
    expect(summary).toMatchObject({
      format: "sudrfparser-json",
      rows: 4,
      rejected: 0,
      keptOut: { "empty-card": 1, "other-court": 1 },
    });
  });

  it("says which pages are missing, that an empty list is no zero, and that verdicts have no date", async () => {
    const { summary } = await readText(dump("sudrfparser.json"));
    expect(summary.warnings.slice(0, 4)).toEqual([
      "gvs.cht.sudrf.ru: pages 3, 7 were never read; their cases are missing.",
      "odintsovo.mo.sudrf.ru: the tool broke off; cases may be missing.",
      "odintsovo.mo.sudrf.ru: no cases were found. That isn't a zero.",
      expect.stringContaining("can't be counted as convictions of any week"),
    ]);
  });

  const card = {
    case_text: "",
    case_found: "True",
    metadata: {
      accused: [{ name: "Лицо1", article: ["ст.337 ч.5"] }],
      id_text: "1-9/2024",
      adm_date: "09.01.2024",
    },
    website: "http://gvs.cht.sudrf.ru",
  };

  it.each([
    ["a single card", JSON.stringify(card)],
    ["a card that begins with its site", JSON.stringify({ website: card.website, metadata: card.metadata })],
    ["cards in a list", JSON.stringify([card, card])],
    ["cards one a line", `${JSON.stringify(card)}\n${JSON.stringify(card)}\n`],
  ])("is also read as %s", async (_, text) => {
    const { cases, summary } = await readText(text);
    expect(cases[0]).toMatchObject({ court_code: "75GV0001", case_number: "1-9/2024", articles: ["337.5"] });
    expect(cases).toHaveLength(summary.rows);
  });

  it("is also read as cards by their ids, and reports that these have no court", async () => {
    const text = JSON.stringify({ "1": { case_text: "", metadata: card.metadata } });
    expect(rejections(await readText(text))).toEqual([
      [1, "website", null, "a court of the list of military courts"],
    ]);
  });

  it("reports a site that looks like a military court's but isn't in the list", async () => {
    const text = JSON.stringify({ ...card, website: "http://gvs.nowhere.sudrf.ru" });
    expect(rejections(await readText(text))).toEqual([
      [1, "website", null, "a court of the list of military courts"],
    ]);
  });

  it("refuses a document that breaks off, and keeps what was whole", async () => {
    const text = dump("sudrfparser.json");
    const broken = text.slice(0, text.indexOf("1-17/2024"));
    const reading = await readText(broken);
    expect(reading.cases).toHaveLength(2);
    expect(rejections(reading)).toEqual([
      [broken.split("\n").length, "row", null, expect.stringContaining("whole JSON document")],
    ]);
  });
});
