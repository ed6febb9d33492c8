import { describe, expect, it } from "vitest";
import type { Summary } from "../../../../worker/contract/summary.ts";
import { counted, inAll, published, textOf } from "./answers.ts";

function drawn(series: Partial<Summary["series"]>) {
  return published({}, { series: { ...published().series, ...series } });
}

describe("the sparkline in words", () => {
  it("gives dates, first, last, lowest and highest value", () => {
    const answer = drawn({ start: "2025-03-31", values: [175, 154, 203, 198] });
    expect(inAll("sparkline_alt", answer)).toEqual({
      en: "Convictions a week from 31 March to 27 April 2025, 4 weeks: first 175, last 198, lowest 154, highest 203.",
      ru: "Число приговоров в неделю с 31 марта по 27 апреля 2025 года, 4 недели: первое значение 175, последнее 198, наименьшее 154, наибольшее 203.",
      uk: "Кількість вироків на тиждень з 31 березня по 27 квітня 2025 року, 4 тижні: перше значення 175, останнє 198, найменше 154, найбільше 203.",
    });
  });

  it("counts the weeks of which nothing is known, and takes none of them for a zero", () => {
    const answer = drawn({ values: [null, 18, null, 99, null] });
    expect(inAll("sparkline_alt", answer)).toEqual({
      en: expect.stringMatching(/first 18, last 99, lowest 18, highest 99\. Nothing known for 3 weeks\.$/),
      ru: expect.stringMatching(/ Нет данных: 3 недели\.$/),
      uk: expect.stringMatching(/ Немає даних: 3 тижні\.$/),
    });
    expect(textOf(drawn({ values: [18, null] }), "en").sparkline_alt).toMatch(/Nothing known for 1 week\.$/);
  });

  it("marks lower bounds, each where it is said and all in number", () => {
    const answer = drawn({
      values: [18, 18, 99, 103],
      qualifiers: [
        [0, 1, "at_least"],
        [3, 3, "about"],
      ],
    });
    expect(inAll("sparkline_alt", answer)).toEqual({
      en: expect.stringMatching(
        /first at least 18, last about 103, lowest at least 18, highest about 103\. Lower bounds for 2 weeks\.$/,
      ),
      ru: expect.stringMatching(/первое значение не менее 18, .* Известна лишь нижняя граница: 2 недели\.$/),
      uk: expect.stringMatching(/перше значення не менше 18, .* Відома лише нижня межа: 2 тижні\.$/),
    });
  });

  it("says how many weeks at the end are incomplete", () => {
    const provisional = (from: number) => drawn({ values: [200, 180, 124], provisional_from: from });
    expect(inAll("sparkline_alt", provisional(1))).toEqual({
      en: expect.stringMatching(/ The last 2 weeks are incomplete\.$/),
      ru: expect.stringMatching(/ Неполные данные в конце ряда: 2 недели\.$/),
      uk: expect.stringMatching(/ Неповні дані наприкінці ряду: 2 тижні\.$/),
    });
    expect(textOf(provisional(2), "en").sparkline_alt).toMatch(/ The last week is incomplete\.$/);
  });

  it("runs to today where the last week isn't over", () => {
    const answer = counted({}, { series: { ...counted().series, start: "2025-06-16", values: [200, 124] } });
    expect(textOf(answer, "en", "2025-06-24").sparkline_alt).toContain("from 16 to 24 June 2025, 2 weeks");
    expect(textOf(answer, "en", "2025-07-24").sparkline_alt).toContain("from 16 to 29 June 2025, 2 weeks");
  });

  it("says so where no week is known", () => {
    for (const answer of [drawn({ start: null, values: [] }), drawn({ values: [null, null] })]) {
      expect(inAll("sparkline_alt", answer)).toEqual({
        en: "No weekly values are known.",
        ru: "Значения по неделям неизвестны.",
        uk: "Значення за тижнями невідомі.",
      });
    }
  });
});
