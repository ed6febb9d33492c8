import { describe, expect, it } from "vitest";
import { en } from "../../../../worker/wording/en/index.ts";
import type { Language } from "../../../../worker/wording/language/language.ts";
import { ru } from "../../../../worker/wording/ru/index.ts";
import { uk } from "../../../../worker/wording/uk/index.ts";
import { plain } from "./answers.ts";

const name = (language: Language, start: string, end: string) => plain(language.period({ start, end }).name);
const during = (language: Language, start: string, end: string) =>
  plain(language.period({ start, end }).during);

/** The last day of each month of 2025. */
const MONTH_ENDS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const months2025 = MONTH_ENDS.map((days, index) => {
  const month = `2025-${String(index + 1).padStart(2, "0")}`;
  return { start: `${month}-01`, end: `${month}-${days}` };
});

describe("a period", () => {
  it.each([
    ["a month", "2025-04-01", "2025-04-30", "April 2025", "апрель 2025 года", "квітень 2025 року"],
    [
      "February of a leap year",
      "2024-02-01",
      "2024-02-29",
      "February 2024",
      "февраль 2024 года",
      "лютий 2024 року",
    ],
    [
      "months",
      "2025-03-01",
      "2025-05-31",
      "March–May 2025",
      "март–май 2025 года",
      "березень–травень 2025 року",
    ],
    [
      "a quarter",
      "2025-01-01",
      "2025-03-31",
      "the first quarter of 2025",
      "I квартал 2025 года",
      "I квартал 2025 року",
    ],
    [
      "a half-year",
      "2023-07-01",
      "2023-12-31",
      "the second half of 2023",
      "II полугодие 2023 года",
      "II півріччя 2023 року",
    ],
    ["a year", "2024-01-01", "2024-12-31", "2024", "2024 год", "2024 рік"],
    [
      "a week",
      "2025-06-09",
      "2025-06-15",
      "the week of 9–15 June 2025",
      "неделя 9–15 июня 2025 года",
      "тиждень 9–15 червня 2025 року",
    ],
    [
      "a week over the end of a month",
      "2025-05-26",
      "2025-06-01",
      "the week of 26 May to 1 June 2025",
      "неделя с 26 мая по 1 июня 2025 года",
      "тиждень з 26 травня по 1 червня 2025 року",
    ],
    [
      "a week over New Year",
      "2024-12-30",
      "2025-01-05",
      "the week of 30 December 2024 to 5 January 2025",
      "неделя с 30 декабря 2024 года по 5 января 2025 года",
      "тиждень з 30 грудня 2024 року по 5 січня 2025 року",
    ],
    [
      "any dates",
      "2024-06-19",
      "2025-05-31",
      "19 June 2024 to 31 May 2025",
      "с 19 июня 2024 года по 31 мая 2025 года",
      "з 19 червня 2024 року по 31 травня 2025 року",
    ],
    [
      "a month but for a day",
      "2025-04-01",
      "2025-04-29",
      "1–29 April 2025",
      "1–29 апреля 2025 года",
      "1–29 квітня 2025 року",
    ],
    [
      "seven days that are no ISO week",
      "2025-06-10",
      "2025-06-16",
      "10–16 June 2025",
      "10–16 июня 2025 года",
      "10–16 червня 2025 року",
    ],
    ["a day", "2025-06-09", "2025-06-09", "9 June 2025", "9 июня 2025 года", "9 червня 2025 року"],
    [
      "whole months of two years",
      "2023-10-01",
      "2024-03-31",
      "1 October 2023 to 31 March 2024",
      "с 1 октября 2023 года по 31 марта 2024 года",
      "з 1 жовтня 2023 року по 31 березня 2024 року",
    ],
  ])("has a name: %s", (_, start, end, english, russian, ukrainian) => {
    expect([en, ru, uk].map((language) => name(language, start, end))).toEqual([english, russian, ukrainian]);
  });

  it.each([
    ["2025-04-01", "2025-04-30", "in April 2025", "в апреле 2025 года", "у квітні 2025 року"],
    ["2025-03-01", "2025-05-31", "in March–May 2025", "в марте–мае 2025 года", "у березні–травні 2025 року"],
    [
      "2025-04-01",
      "2025-06-30",
      "in the second quarter of 2025",
      "во II квартале 2025 года",
      "у II кварталі 2025 року",
    ],
    [
      "2023-01-01",
      "2023-06-30",
      "in the first half of 2023",
      "в I полугодии 2023 года",
      "у I півріччі 2023 року",
    ],
    ["2024-01-01", "2024-12-31", "in 2024", "в 2024 году", "у 2024 році"],
    [
      "2025-06-09",
      "2025-06-15",
      "in the week of 9–15 June 2025",
      "за неделю 9–15 июня 2025 года",
      "за тиждень 9–15 червня 2025 року",
    ],
    [
      "2024-06-19",
      "2025-05-31",
      "from 19 June 2024 to 31 May 2025",
      "с 19 июня 2024 года по 31 мая 2025 года",
      "з 19 червня 2024 року по 31 травня 2025 року",
    ],
    [
      "2025-06-02",
      "2025-06-04",
      "from 2 to 4 June 2025",
      "со 2 по 4 июня 2025 года",
      "з 2 по 4 червня 2025 року",
    ],
    [
      "2025-06-22",
      "2025-06-24",
      "from 22 to 24 June 2025",
      "с 22 по 24 июня 2025 года",
      "з 22 по 24 червня 2025 року",
    ],
    ["2025-06-09", "2025-06-09", "on 9 June 2025", "9 июня 2025 года", "9 червня 2025 року"],
  ])("says when: %s to %s", (start, end, english, russian, ukrainian) => {
    expect([en, ru, uk].map((language) => during(language, start, end))).toEqual([
      english,
      russian,
      ukrainian,
    ]);
  });

  it("has every month in the prepositional case after “в”", () => {
    expect(months2025.map(({ start, end }) => during(ru, start, end).split(" ")[1])).toEqual(
      "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре".split(" "),
    );
  });

  it("has every month in the locative case after «у»", () => {
    expect(months2025.map(({ start, end }) => during(uk, start, end).split(" ")[1])).toEqual(
      "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні".split(" "),
    );
  });
});

describe("this week so far", () => {
  /** Monday 23 to Sunday 29 June 2025. */
  const week = [23, 24, 25, 26, 27, 28, 29].map((day) => `2025-06-${day}`);

  it("names its last day in every language", () => {
    expect(plain(en.thisWeekTo("2025-06-24"))).toBe("so far this week, as recorded by Tuesday 24 June");
    expect(plain(ru.thisWeekTo("2025-06-24"))).toBe("пока на этой неделе, по данным на вторник, 24 июня");
    expect(plain(uk.thisWeekTo("2025-06-24"))).toBe("поки що цього тижня, за даними на вівторок, 24 червня");
  });

  it("has every weekday in the accusative after “на”", () => {
    const weekdays = (language: Language) =>
      week.map((date) => / на ([^ ,]+), /.exec(plain(language.thisWeekTo(date)))?.[1]);
    expect(weekdays(ru)).toEqual("понедельник вторник среду четверг пятницу субботу воскресенье".split(" "));
    expect(weekdays(uk)).toEqual("понеділок вівторок середу четвер п’ятницю суботу неділю".split(" "));
  });
});
