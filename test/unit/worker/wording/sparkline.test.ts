import { describe, expect, it } from "vitest";
import type { Summary } from "../../../../worker/contract/summary.ts";
import { counted, estimated, final, inAll, printedTotal, published, textOf, yearToDate } from "./answers.ts";

function drawn(series: Partial<Summary["series"]>) {
  return published({}, { series: { ...published().series, ...series } });
}

describe("the sparkline in words", () => {
  it("gives dates, first, last, lowest and highest value", () => {
    const answer = drawn({ start: "2025-03-31", values: [175, 154, 203, 198] });
    expect(inAll("sparkline_alt", answer)).toEqual({
      en: "Convictions a week under articles 332, 337 and 338, from 31 March to 27 April 2025, 4 weeks: first 175, last 198, lowest 154, highest 203.",
      ru: "Число приговоров в неделю по ст. 332, 337 и 338 УК РФ с 31 марта по 27 апреля 2025 года, 4 недели: первое значение 175, последнее 198, наименьшее 154, наибольшее 203.",
      uk: "Кількість вироків на тиждень за ст. 332, 337 і 338 КК РФ з 31 березня по 27 квітня 2025 року, 4 тижні: перше значення 175, останнє 198, найменше 154, найбільше 203.",
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
      en: expect.stringMatching(
        /first 200, last 200, lowest 200, .* Incomplete at the end, and not in these numbers: 2 weeks\.$/,
      ),
      ru: expect.stringMatching(/ Неполные данные в конце ряда, здесь не учтены: 2 недели\.$/),
      uk: expect.stringMatching(/ Неповні дані в кінці ряду, тут не враховані: 2 тижні\.$/),
    });
    expect(textOf(provisional(2), "en").sparkline_alt).toMatch(/last 180, lowest 180, .*: 1 week\.$/);
  });

  const growing = {
    granularity: "week" as const,
    start: "2025-05-19",
    values: [160, 140, 98],
    qualifiers: [],
    provisional_from: 1,
    expected: [
      { low: 150, mid: 158, high: 170 },
      { low: 125, mid: 146, high: 172 },
    ],
  };

  it("takes the middle of what is expected of a week that is told so, and says how many are", () => {
    expect(inAll("sparkline_alt", estimated({}, { series: growing }))).toEqual({
      en: "Convictions a week under articles 337 and 338, from 19 May to 8 June 2025, 3 weeks: first 160, last about 146, lowest about 146, highest 160. Estimated at the end: 2 weeks.",
      ru: "Число приговоров в неделю по ст. 337 и 338 УК РФ с 19 мая по 8 июня 2025 года, 3 недели: первое значение 160, последнее около 146, наименьшее около 146, наибольшее 160. Оценка в конце ряда: 2 недели.",
      uk: "Кількість вироків на тиждень за ст. 337 і 338 КК РФ з 19 травня по 8 червня 2025 року, 3 тижні: перше значення 160, останнє близько 146, найменше близько 146, найбільше 160. Оцінка в кінці ряду: 2 тижні.",
    });
  });

  it("never takes what is recorded so far of the current week for its last or lowest", () => {
    const { sparkline_alt } = textOf(
      counted({ value: 98 }, { series: { ...growing, start: "2025-06-09" } }),
      "en",
    );
    expect(sparkline_alt).toBe(
      "Convictions a week under articles 337 and 338, from 9 to 24 June 2025, 3 weeks: first 160, last 160, lowest 160, highest 160. Incomplete at the end, and not in these numbers: 2 weeks.",
    );
  });

  it("is of months where months are drawn", () => {
    const months = final(
      { value: 830, per: "month", period: { start: "2025-05-01", end: "2025-05-31" } },
      {
        type: { ...final().type, span: "month" },
        series: {
          ...growing,
          granularity: "month",
          start: "2025-03-01",
          values: [800, null, 830],
          provisional_from: null,
          expected: null,
        },
      },
    );
    expect(inAll("sparkline_alt", months)).toEqual({
      en: "Convictions a month under articles 337 and 338, in March–May 2025, 3 months: first 800, last 830, lowest 800, highest 830. Nothing known for 1 month.",
      ru: "Число приговоров в месяц по ст. 337 и 338 УК РФ в марте–мае 2025 года, 3 месяца: первое значение 800, последнее 830, наименьшее 800, наибольшее 830. Нет данных: 1 месяц.",
      uk: "Кількість вироків на місяць за ст. 337 і 338 КК РФ у березні–травні 2025 року, 3 місяці: перше значення 800, останнє 830, найменше 800, найбільше 830. Немає даних: 1 місяць.",
    });
  });

  it("tells how a total has grown as it was counted, and of a printed one only what was printed", () => {
    expect(inAll("sparkline_alt", printedTotal())).toEqual({
      en: "Total of new court cases from 21 September 2022 to 31 May 2025: 20,538. Between published totals, growth is drawn as even.",
      ru: "Общее число новых уголовных дел с 21 сентября 2022 года по 31 мая 2025 года: 20 538. Между опубликованными итогами рост показан равномерным.",
      uk: "Загальна кількість нових кримінальних справ з 21 вересня 2022 року по 31 травня 2025 року: 20 538. Між оприлюдненими підсумками зростання показано рівномірним.",
    });
    expect(textOf(yearToDate(), "en").sparkline_alt).toBe(
      "Total of convictions from 1 January to 8 June 2025: 60 at the end of the first week, 3,950 at the end of the last.",
    );
    expect(inAll("sparkline_alt", yearToDate())).toMatchObject({
      ru: expect.stringMatching(/: 60 в конце первой недели, 3 950 в конце последней\.$/),
      uk: expect.stringMatching(/: 60 наприкінці першого тижня, 3 950 наприкінці останнього\.$/),
    });
    const begun = yearToDate(
      { period: { start: "2025-01-01", end: "2025-01-05" } },
      { series: { ...yearToDate().series, values: [60] } },
    );
    expect(textOf(begun, "en").sparkline_alt).toBe("Total of convictions from 1 to 5 January 2025: 60.");
  });

  it("has the history's columns named after what is drawn", () => {
    const heads = ({ week, count }: { week: string; count: string }) => [week, count];
    expect(heads(textOf(published(), "en").history)).toEqual(["Week beginning", "Convictions a week"]);
    expect(heads(textOf(final(), "en").history)).toEqual(["Week beginning", "Convictions"]);
    expect(heads(textOf(printedTotal(), "en").history)).toEqual(["Month", "Total of new court cases"]);
    expect(heads(textOf(printedTotal(), "uk").history)).toEqual([
      "Місяць",
      "Загальна кількість нових кримінальних справ",
    ]);
  });

  it("runs to today where the last week isn't over", () => {
    const answer = counted({}, { series: { ...counted().series, start: "2025-06-16", values: [200, 124] } });
    expect(textOf(answer, "en", "2025-06-24").sparkline_alt).toContain("from 16 to 24 June 2025, 2 weeks");
    expect(textOf(answer, "en", "2025-07-24").sparkline_alt).toContain("from 16 to 29 June 2025, 2 weeks");
  });

  it("says so where no week is known", () => {
    for (const answer of [drawn({ start: null, values: [] }), drawn({ values: [null, null] })]) {
      expect(inAll("sparkline_alt", answer)).toEqual({
        en: "No values are known.",
        ru: "Значения неизвестны.",
        uk: "Значення невідомі.",
      });
    }
  });
});
