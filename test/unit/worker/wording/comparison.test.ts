import { describe, expect, it } from "vitest";
import type { NumberType, Period } from "../../../../worker/contract/common.ts";
import { LANGS } from "../../../../worker/contract/terms.ts";
import { type Comparison, comparisonText } from "../../../../worker/wording/index.ts";
import { inEach, plain } from "./answers.ts";

const awol: NumberType = { unit: "cases_received", offence: "awol", articles: ["337"] };
const year = (name: number): Period => ({ start: `${name}-01-01`, end: `${name}-12-31` });
const HALF: Period = { start: "2023-01-01", end: "2023-06-30" };

/** The first half of 2023 against other periods. `ratio` is as the service rounds it. */
function compared(
  value: number | null,
  against: readonly [period: Period, value: number | null, coverage?: number][],
  rest: { type?: NumberType; period?: Period; coverage?: number } = {},
): Comparison {
  const { type = awol, period = HALF, coverage = 1 } = rest;
  return {
    type,
    period: { label: "asked", period, value, coverage },
    against: against.map(([period, known, coverage = 1]) => ({
      label: "against",
      period,
      value: known,
      ratio: value !== null && known ? Math.round((value / known) * 100) / 100 : null,
      coverage,
    })),
  };
}

const said = (comparison: Comparison) => inEach((lang) => comparisonText(comparison, lang));

describe("a comparison", () => {
  it("answers the question that started this in one sentence", () => {
    // 2,076 / 1,001 = 2.07 and 2,076 / 615 = 3.38
    expect(
      said(
        compared(2076, [
          [year(2022), 1001],
          [year(2021), 615],
        ]),
      ),
    ).toEqual({
      en: "In the first half of 2023 Russian military courts received 2,076 cases under article 337: about twice as many as in all of 2022 (1,001) and more than three times as many as in 2021 (615).",
      ru: "В I полугодии 2023 года в российские военные суды поступило 2 076 новых судебных дел по ст. 337 УК РФ: примерно вдвое больше, чем за весь 2022 год (1 001), и более чем втрое больше, чем в 2021 году (615).",
      uk: "У I півріччі 2023 року російські військові суди отримали 2 076 нових судових справ за ст. 337 КК РФ: приблизно вдвічі більше, ніж за весь 2022 рік (1 001), і більш як утричі більше, ніж у 2021 році (615).",
    });
  });

  it("says of a rounded count and of a lower bound what they are", () => {
    const comparison = compared(2000, [[year(2022), 1000]]);
    const [against] = comparison.against;
    const unsure: Comparison = {
      ...comparison,
      period: { ...comparison.period, qualifier: "about" },
      against: [{ ...against!, qualifier: "at_least" }],
    };
    const text = plain(comparisonText(unsure, "en"));
    expect(text).toContain("received about 2,000 cases");
    expect(text).toContain("(at least 1,000)");
    const none = { ...unsure, period: { ...unsure.period, value: 0, qualifier: "at_least" as const } };
    expect(plain(comparisonText(none, "en"))).not.toMatch(/at least (no|0)\b/);
  });

  it("says “all of” a year only beside something shorter", () => {
    const years = compared(100, [[year(2022), 100]], { period: year(2023) });
    expect(plain(comparisonText(years, "en"))).toMatch(/the same as in 2022 \(100\)\.$/);
    const halves = compared(100, [[{ start: "2022-01-01", end: "2022-06-30" }, 100]]);
    expect(plain(comparisonText(halves, "en"))).toMatch(/the same as in the first half of 2022 \(100\)\.$/);
  });

  it.each([
    [{ start: "2022-04-01", end: "2022-06-30" }, "in the second quarter of 2022", "во II квартале 2022 года"],
    [{ start: "2022-04-01", end: "2022-04-30" }, "in April 2022", "в апреле 2022 года"],
    [
      { start: "2022-04-04", end: "2022-04-10" },
      "in the week of 4–10 April 2022",
      "за неделю 4–10 апреля 2022 года",
    ],
    [{ start: "2022-04-05", end: "2022-04-20" }, "from 5 to 20 April 2022", "с 5 по 20 апреля 2022 года"],
  ])("names each kind of period in words: %o", (period, english, russian) => {
    const { en, ru } = said(compared(60, [[period, 100]]));
    expect(en).toMatch(new RegExp(`: 40% fewer than ${english} \\(100\\)\\.$`));
    expect(ru).toMatch(new RegExp(`: на 40 % меньше, чем ${russian} \\(100\\)\\.$`));
  });

  it("says of which share of the days anything is known, on both sides", () => {
    expect(said(compared(90, [[year(2022), 100, 0.93]], { coverage: 0.6 }))).toEqual({
      en: "In the first half of 2023 (of which 60% of the days are covered) Russian military courts received 90 cases under article 337: 10% fewer than in all of 2022 (of which 93% of the days are covered: 100).",
      ru: "В I полугодии 2023 года (данные есть за 60 % дней) в российские военные суды поступило 90 новых судебных дел по ст. 337 УК РФ: на 10 % меньше, чем за весь 2022 год (данные есть за 93 % дней: 100).",
      uk: "У I півріччі 2023 року (дані є за 60% днів) російські військові суди отримали 90 нових судових справ за ст. 337 КК РФ: на 10% менше, ніж за весь 2022 рік (дані є за 93% днів: 100).",
    });
  });

  it("rounds no coverage to all or none of the days", () => {
    const covered = (coverage: number) => plain(comparisonText(compared(9, [], { coverage }), "en"));
    expect(covered(0.999)).toContain("of which 99% of the days");
    expect(covered(0.001)).toContain("of which 1% of the days");
    expect(covered(1)).not.toContain("of the days");
  });

  it("puts beside what has no ratio: nothing, and what isn't known", () => {
    expect(
      said(
        compared(20, [
          [year(2022), 10],
          [year(2021), 0],
          [year(2020), null, 0],
        ]),
      ),
    ).toEqual({
      en: expect.stringMatching(
        /: twice as many as in all of 2022 \(10\); for comparison, none in 2021 and an unknown number in 2020\.$/,
      ),
      ru: expect.stringMatching(
        /: вдвое больше, чем за весь 2022 год \(10\); для сравнения: ноль в 2021 году и неизвестное число в 2020 году\.$/,
      ),
      uk: expect.stringMatching(
        /: удвічі більше, ніж за весь 2022 рік \(10\); для порівняння: нуль у 2021 році і невідома кількість у 2020 році\.$/,
      ),
    });
  });

  it("gives no ratio that the service withheld", () => {
    const withheld = compared(20, [[year(2022), 10]]);
    const text = comparisonText({ ...withheld, against: [{ ...withheld.against[0]!, ratio: null }] }, "en");
    expect(plain(text)).toMatch(/under article 337; for comparison, 10 in all of 2022\.$/);
  });

  it("compares nothing with something without a ratio", () => {
    expect(plain(comparisonText(compared(0, [[year(2022), 10]]), "en"))).toBe(
      "In the first half of 2023 Russian military courts received 0 cases under article 337; for comparison, 10 in all of 2022.",
    );
  });

  it("says that the number asked for isn't known, and that this isn't zero", () => {
    expect(said(compared(null, [[year(2022), 1001]], { coverage: 0 }))).toEqual({
      en: "The number of new court cases under article 337 in the first half of 2023 is not known; for comparison, 1,001 in all of 2022. That does not mean zero.",
      ru: "Число новых судебных дел по ст. 337 УК РФ в I полугодии 2023 года неизвестно; для сравнения: 1 001 за весь 2022 год. Это не значит, что оно равно нулю.",
      uk: "Кількість нових судових справ за ст. 337 КК РФ у I півріччі 2023 року невідома; для порівняння: 1 001 за весь 2022 рік. Це не означає, що вона дорівнює нулю.",
    });
  });

  it("says its filters, and calls a court by its name", () => {
    const type: NumberType = {
      unit: "convictions",
      offence: "desertion",
      articles: ["337", "338"],
      service: "mobilised",
      sentence: "imprisonment",
      court: "77GV0007",
    };
    const text = comparisonText(compared(20, [[year(2022), 10]], { type }), "ru", {
      court: () => "235 гарнизонный военный суд",
      region: () => undefined,
    });
    expect(plain(text)).toBe(
      "В I полугодии 2023 года 235 гарнизонный военный суд вынес 20 приговоров мобилизованным к лишению свободы по ст. 337 и 338 УК РФ: вдвое больше, чем за весь 2022 год (10).",
    );
  });

  it("never speaks of desertion where article 338 isn't counted", () => {
    for (const lang of LANGS) {
      expect(comparisonText(compared(20, [[year(2022), 10]]), lang)).not.toMatch(/desert|дезертир/i);
    }
  });
});
