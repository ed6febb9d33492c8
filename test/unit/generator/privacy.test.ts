import { describe, expect, it } from "vitest";
import { accused } from "../../fixtures/generator/formats/names.ts";
import { parserCases } from "../../fixtures/generator/formats/parser.ts";
import { generateTruth, scraperCsv, scraperNdjson, snapshot } from "../../fixtures/generator/index.ts";

const views = [...snapshot(generateTruth({ cases: 5_000, dirtRate: 0.02 }), "2025-06-30")];

const PERSON = /^(ОБЕЗЛИЧЕНО \d+|<?Информация скрыта>?)$/;
const JUDGE = /^(-|[-_]?СУДЬЯ \d)$/;
const SIDE = /^СТОРОНА \d+$/;

/** A surname with initials, or a full name with its patronymic. */
const LIKE_A_NAME = /[А-ЯЁ][а-яё]+ [А-ЯЁ]\.\s?[А-ЯЁ]\.|[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(вич|вна)/;

describe("the generated dumps", () => {
  const rows = [...scraperNdjson(views)].map((line) => JSON.parse(line));

  it("call the accused by nothing but tokens", () => {
    for (const view of views) for (const { name } of accused(view)) expect(name).toMatch(PERSON);
    for (const { names } of rows) {
      const [own] = names.split(" Суд (судебный участок) первой инстанции: ");
      const rest = own.replaceAll(/ОБЕЗЛИЧЕНО \d+|<?Информация скрыта>?|УК РФ|ст\.|ч\./g, "");
      expect(rest).toMatch(/^[\d\s.;:,[\]-]*$/);
    }
  });

  it("call judges and sides by nothing but tokens", () => {
    for (const { judge, sides } of rows) {
      expect(judge).toMatch(JUDGE);
      for (const { sideName } of sides) expect(sideName).toMatch(SIDE);
    }
    for (const element of views.flatMap(parserCases))
      expect(JSON.parse(element).metadata.judge).toMatch(JUDGE);
  });

  it("have nothing in any column that looks like a person's name", () => {
    for (const line of scraperCsv(views)) expect(line).not.toMatch(LIKE_A_NAME);
    expect("Иванов И.И.").toMatch(LIKE_A_NAME);
  });
});
