import { describe, expect, it } from "vitest";
import type { NumberType, Period } from "../../../../worker/contract/common.ts";
import type { Side } from "../../../../worker/contract/compare.ts";
import { LANGS } from "../../../../worker/contract/terms.ts";
import { comparedWith } from "../../../../worker/domain/comparison.ts";
import { type Comparison, comparisonText } from "../../../../worker/wording/index.ts";
import { EDITION } from "../../../fixtures/published-answer.ts";
import { inEach, plain } from "./answers.ts";

const awol: NumberType = { unit: "cases_received", offence: "awol", articles: ["337"] };
const year = (name: number): Period => ({ start: `${name}-01-01`, end: `${name}-12-31` });
const HALF: Period = { start: "2023-01-01", end: "2023-06-30" };

/** A count of a whole period, final and as printed, but for what is said otherwise. */
const side = (period: Period, value: number | null, rest: Partial<Side> = {}): Side => ({
  label: "",
  period,
  value,
  coverage: value === null ? 0 : 1,
  status: "final",
  qualifier: "exact",
  expected: null,
  ...rest,
});

/** The first half of 2023 against other periods, as the service compares them. */
function compared(
  value: number | null,
  against: readonly Side[],
  rest: Partial<Comparison> & { asked?: Partial<Side> } = {},
): Comparison {
  const { asked = {}, ...more } = rest;
  const period = side(HALF, value, asked);
  return {
    edition: { ...EDITION, source: { name: "Mediazona", url: "https://example.org/" } },
    type: awol,
    period,
    against: against.map((one) => comparedWith(period, one, true)),
    same_part: null,
    ...more,
  };
}

const said = (comparison: Comparison) => inEach((lang) => comparisonText(comparison, lang));

const EN = ", by Mediazona’s count (data of 30 June 2025, edition 1).";
const RU = ", по данным «Медиазоны» (данные на 30 июня 2025 года, выпуск 1).";
const UK = ", за даними «Медіазони» (дані на 30 червня 2025 року, випуск 1).";

describe("a comparison", () => {
  it("answers the question that started this in one sentence", () => {
    // 2,076 / 1,001 = 2.07 and 2,076 / 615 = 3.38
    expect(said(compared(2076, [side(year(2022), 1001), side(year(2021), 615)]))).toEqual({
      en: `In the first half of 2023 Russian military courts received 2,076 cases under article 337: about twice as many as in all of 2022 (1,001) and more than three times as many as in 2021 (615)${EN}`,
      ru: `В I полугодии 2023 года в российские военные суды поступило 2 076 новых уголовных дел по ст. 337 УК РФ: примерно вдвое больше, чем за весь 2022 год (1 001), и более чем втрое больше, чем в 2021 году (615)${RU}`,
      uk: `У I півріччі 2023 року російські військові суди отримали 2 076 нових кримінальних справ за ст. 337 КК РФ: приблизно вдвічі більше, ніж за весь 2022 рік (1 001), і більш як утричі більше, ніж у 2021 році (615)${UK}`,
    });
  });

  it("says all that the sentence of a summary says: sample, whose totals it was calculated from, edition", () => {
    const derived = compared(20, [side(year(2022), 10, { derived: true })]);
    const sample = { ...derived, edition: { ...derived.edition, sample: true } };
    expect(said(sample)).toEqual({
      en: expect.stringMatching(
        /^SAMPLE – .* \(10\), calculated from Mediazona’s totals \(data of 30 June 2025, edition 1\)\.$/,
      ),
      ru: expect.stringMatching(/^ОБРАЗЕЦ — .* \(10\), расчёт по данным «Медиазоны» \(данные на .*\)\.$/),
      uk: expect.stringMatching(/^ЗРАЗОК — .* \(10\), розрахунок за даними «Медіазони» \(дані на .*\)\.$/),
    });
  });

  it("takes no ratio of a week that is half in, and says what is expected of it", () => {
    const week = (start: string, end: string): Period => ({ start, end });
    const late = {
      status: "provisional",
      expected: { low: 131, mid: 146, high: 164 },
    } as const;
    const text = said(
      compared(78, [side(week("2026-11-02", "2026-11-08"), 150)], {
        asked: { period: week("2026-11-23", "2026-11-29"), ...late },
      }),
    );
    expect(text).toEqual({
      en: `In the week of 23–29 November 2026 Russian military courts received 78 cases under article 337; for comparison, 150 in the week of 2–8 November 2026${EN} Incomplete: records of recent weeks are still arriving. Likely to reach 131–164 when all are in (nine times in ten).`,
      ru: `За неделю 23–29 ноября 2026 года в российские военные суды поступило 78 новых уголовных дел по ст. 337 УК РФ; для сравнения: 150 за неделю 2–8 ноября 2026 года${RU} Неполные данные: записи за последние недели ещё поступают. Когда поступят все, ожидается 131–164 (в девяти случаях из десяти).`,
      uk: `За тиждень 23–29 листопада 2026 року російські військові суди отримали 78 нових кримінальних справ за ст. 337 КК РФ; для порівняння: 150 за тиждень 2–8 листопада 2026 року${UK} Неповні дані: записи за останні тижні ще надходять. Коли надійдуть усі, очікується 131–164 (у дев’яти випадках із десяти).`,
    });
    const other = compared(150, [side(week("2026-11-23", "2026-11-29"), 78, late)]);
    expect(said(other).en).toContain(
      "for comparison, 78 in the week of 23–29 November 2026 (incomplete, 131–164 expected)",
    );
  });

  it("offers what is final of an unfinished period, beside the same part of the year before", () => {
    const part = (name: number, end: string, value: number) => ({
      period: { start: `${name}-01-01`, end: `${name}-${end}` },
      value,
    });
    const text = said(
      compared(5_900, [side(year(2025), 7_000)], {
        asked: { period: year(2026), status: "provisional" },
        same_part: {
          period: part(2026, "11-08", 5_012),
          against: part(2025, "11-09", 4_812),
          difference: 200,
          ratio: 1.04,
        },
      }),
    );
    expect(text.en).toMatch(
      /Final so far: 5,012 from 1 January to 8 November 2026, about the same as between 1 January and 9 November 2025 \(4,812\)\.$/,
    );
    expect(text.ru).toMatch(
      /Окончательные данные: 5 012 с 1 января по 8 ноября 2026 года, примерно столько же, сколько с 1 января по 9 ноября 2025 года \(4 812\)\.$/,
    );
    expect(text.uk).toMatch(
      /Остаточні дані: 5 012 з 1 січня по 8 листопада 2026 року, приблизно стільки ж, скільки з 1 січня по 9 листопада 2025 року \(4 812\)\.$/,
    );
  });

  it("takes no ratio of a lower bound, on either side", () => {
    const bound = { qualifier: "at_least", coverage: 0.93 } as const;
    for (const comparison of [
      compared(100, [side(year(2022), 90, bound)]),
      compared(100, [side(year(2022), 90)], { asked: bound }),
    ]) {
      const text = said(comparison);
      expect(text.en).toContain("; for comparison, ");
      expect(text.en).toContain("at least ");
      expect(text.en).not.toMatch(/ (more|fewer|many|same) /);
    }
  });

  it("says of rounded counts no more than about how they compare", () => {
    const about = { qualifier: "about" } as const;
    const text = said(
      compared(2000, [side(year(2022), 1000, about), side(year(2021), 1300)], { asked: about }),
    );
    expect(text.en).toContain("received about 2,000 cases");
    expect(text.en).toContain("about twice as many as in all of 2022 (about 1,000)");
    expect(text.en).toContain("about 54% more than in 2021 (1,300)");
    expect(text.ru).toContain("примерно на 54 % больше");
  });

  it("says “all of” a year only beside something shorter", () => {
    const years = compared(100, [side(year(2022), 100)], { asked: { period: year(2023) } });
    expect(said(years).en).toMatch(/the same as in 2022 \(100\),/);
    for (const leap of [2020, 2024]) {
      const beside = compared(100, [side(year(leap), 100)], { asked: { period: year(leap + 1) } });
      expect(said(beside).en).toContain(`the same as in ${leap} (100),`);
    }
    const halves = compared(100, [side({ start: "2022-01-01", end: "2022-06-30" }, 100)]);
    expect(said(halves).en).toMatch(/the same as in the first half of 2022 \(100\),/);
  });

  it.each([
    [{ start: "2022-04-01", end: "2022-06-30" }, "in the second quarter of 2022", "во II квартале 2022 года"],
    [{ start: "2022-04-01", end: "2022-04-30" }, "in April 2022", "в апреле 2022 года"],
    [
      { start: "2022-04-04", end: "2022-04-10" },
      "in the week of 4–10 April 2022",
      "за неделю 4–10 апреля 2022 года",
    ],
    [{ start: "2022-04-05", end: "2022-04-20" }, "between 5 and 20 April 2022", "с 5 по 20 апреля 2022 года"],
  ])("names each kind of period in words: %o", (period, english, russian) => {
    const { en, ru } = said(compared(60, [side(period, 100)]));
    expect(en).toMatch(new RegExp(`: 40% fewer than ${english} \\(100\\),`));
    expect(ru).toMatch(new RegExp(`: на 40 % меньше, чем ${russian} \\(100\\),`));
  });

  it("says of which share of the days anything is known, and rounds it to neither all nor none", () => {
    const covered = (coverage: number) =>
      said(compared(9, [], { asked: { coverage, qualifier: coverage < 1 ? "at_least" : "exact" } }));
    expect(covered(0.6)).toEqual({
      en: `In the first half of 2023 (figures for 60% of its days) Russian military courts received at least nine cases under article 337${EN}`,
      ru: `В I полугодии 2023 года (данные есть за 60 % дней) в российские военные суды поступило не менее 9 новых уголовных дел по ст. 337 УК РФ${RU}`,
      uk: `У I півріччі 2023 року (дані є за 60% днів) російські військові суди отримали не менше 9 нових кримінальних справ за ст. 337 КК РФ${UK}`,
    });
    expect(covered(0.999).en).toContain("figures for 99% of its days");
    expect(covered(0.001).en).toContain("figures for 1% of its days");
    expect(covered(1).en).not.toContain("of its days");
  });

  it("puts beside what has no ratio, and compares nothing with what isn't known", () => {
    const text = said(compared(20, [side(year(2022), 10), side(year(2021), 0), side(year(2020), null)]));
    expect(text).toEqual({
      en: expect.stringMatching(
        /: twice as many as in all of 2022 \(10\); for comparison, none in 2021, .* There are no figures for 2020\.$/,
      ),
      ru: expect.stringMatching(
        /: вдвое больше, чем за весь 2022 год \(10\); для сравнения: ноль в 2021 году, .* Нет данных: 2020 год\.$/,
      ),
      uk: expect.stringMatching(
        /: удвічі більше, ніж за весь 2022 рік \(10\); для порівняння: нуль у 2021 році, .* Немає даних: 2020 рік\.$/,
      ),
    });
  });

  it("gives no ratio that the service withheld", () => {
    const withheld = compared(20, [side(year(2022), 10)]);
    const text = said({ ...withheld, against: [{ ...withheld.against[0]!, ratio: null }] });
    expect(text.en).toContain("under article 337; for comparison, 10 in all of 2022, by");
  });

  it("says of nothing that there was none", () => {
    expect(said(compared(0, [side(year(2022), 10)]))).toEqual({
      en: `In the first half of 2023 Russian military courts received no cases under article 337; for comparison, 10 in all of 2022${EN}`,
      ru: `В I полугодии 2023 года в российские военные суды не поступило ни одного нового уголовного дела по ст. 337 УК РФ; для сравнения: 10 за весь 2022 год${RU}`,
      uk: `У I півріччі 2023 року російські військові суди не отримали жодної нової кримінальної справи за ст. 337 КК РФ; для порівняння: 10 за весь 2022 рік${UK}`,
    });
  });

  it("says that the number asked for isn't known, that this isn't zero, and what is known", () => {
    expect(said(compared(null, [side(year(2022), 1001), side(year(2021), null)]))).toEqual({
      en: `This edition has no figure for new court cases under article 337 in the first half of 2023 (data of 30 June 2025, edition 1). This does not mean there were none. What is known: 1,001 in all of 2022, by Mediazona’s count. There are no figures for 2021.`,
      ru: `В этом выпуске нет данных о числе новых уголовных дел по ст. 337 УК РФ в I полугодии 2023 года (данные на 30 июня 2025 года, выпуск 1). Это не значит, что их не было. Что известно: 1 001 за весь 2022 год, по данным «Медиазоны». Нет данных: 2021 год.`,
      uk: `У цьому випуску немає даних про кількість нових кримінальних справ за ст. 337 КК РФ у I півріччі 2023 року (дані на 30 червня 2025 року, випуск 1). Це не означає, що їх не було. Що відомо: 1 001 за весь 2022 рік, за даними «Медіазони». Немає даних: 2021 рік.`,
    });
  });

  it("takes “at least none” for what isn't known", () => {
    const none = compared(0, [], { asked: { qualifier: "at_least", coverage: 0.5 } });
    expect(said(none).en).toMatch(/^This edition has no figure /);
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
    const text = comparisonText(compared(20, [side(year(2022), 10)], { type }), "ru", {
      court: (code) => (code === "77GV0007" ? "235-й гарнизонный военный суд" : undefined),
      region: () => undefined,
    });
    expect(plain(text)).toBe(
      `В I полугодии 2023 года 235-й гарнизонный военный суд вынес 20 обвинительных приговоров мобилизованным к реальному лишению свободы по ст. 337 и 338 УК РФ: вдвое больше, чем за весь 2022 год (10)${RU}`,
    );
  });

  it("never speaks of desertion where article 338 isn't counted", () => {
    for (const lang of LANGS) {
      expect(comparisonText(compared(20, [side(year(2022), 10)]), lang)).not.toMatch(/desert|дезертир/i);
    }
  });
});
