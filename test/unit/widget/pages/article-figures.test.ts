import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LANGS } from "../../../../worker/contract/terms.ts";
import { exactPerWeek } from "../../../../worker/domain/published/per-week.ts";
import { deriveRates } from "../../../../worker/domain/published/rates.ts";
import { shippedFigures } from "../../worker/domain/published/figures.ts";

/** Days of a month are smaller, and stand in dates. */
const DAY_MAX = 31;
const ARTICLES = [332, 337, 338];
const isYear = (number: number) => number >= 2018 && number <= 2030;

/** The numbers of a text, but for dates, years and articles. */
function numbersIn(text: string): number[] {
  const numerals = text.match(/\d{1,3}(?:[,\u00a0]\d{3})+|\d+/g) ?? [];
  const numbers = numerals.map((numeral) => Number(numeral.replaceAll(/[,\u00a0]/g, "")));
  return numbers.filter((number) => number > DAY_MAX && !ARTICLES.includes(number) && !isYear(number));
}

describe.each(LANGS)("the article of the demo page in %s", (lang) => {
  const page = readFileSync(
    new URL(`../../../../widget/pages/article.${lang}.html`, import.meta.url),
    "utf8",
  );
  const text = page.replaceAll("&nbsp;", "\u00a0").replaceAll(/<[^>]*>/g, " ");

  it("prints no number that isn't in the shipped ledger or derived from it", () => {
    const figures = shippedFigures();
    const { rates } = deriveRates(figures);
    const known = new Set([
      ...figures.map(({ value }) => value),
      ...figures.flatMap(({ note }) => numbersIn(note ?? "")),
      ...rates.flatMap((rate) => [rate.value, Math.round(exactPerWeek(rate))]),
    ]);
    const printed = numbersIn(text);
    expect(printed.length).toBeGreaterThan(15);
    expect(printed.filter((number) => !known.has(number))).toEqual([]);
  });

  it("writes four digits as the counter beside it does, with a mark of thousands", () => {
    expect(text.match(/\d{4,}/g)?.filter((numeral) => !isYear(Number(numeral)))).toEqual([]);
  });
});

it("prints the same numbers in every language", () => {
  const printed = LANGS.map((lang) => {
    const page = readFileSync(
      new URL(`../../../../widget/pages/article.${lang}.html`, import.meta.url),
      "utf8",
    );
    return numbersIn(page.replaceAll("&nbsp;", "\u00a0").replaceAll(/<[^>]*>/g, " ")).sort();
  });
  expect(printed[1]).toEqual(printed[0]);
  expect(printed[2]).toEqual(printed[0]);
});
