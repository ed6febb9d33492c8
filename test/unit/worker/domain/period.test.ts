import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GRANULARITIES, PeriodName, PeriodSpan, periodSpans } from "../../../../worker/contract/period.ts";
import { addDays } from "../../../../worker/domain/calendar.ts";
import { bucketOf, bucketsIn, sharedDays, shareOfDays } from "../../../../worker/domain/period.ts";

const dates = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1990-01-01", days));
const messageOf = (result: { error?: { issues: { message: string }[] } }) => result.error?.issues[0]?.message;

describe("a period's name", () => {
  it.each([
    ["2025-05-12", "2025-05-12", "2025-05-12"],
    ["2025-W20", "2025-05-12", "2025-05-18"],
    ["2025-05", "2025-05-01", "2025-05-31"],
    ["2025-Q2", "2025-04-01", "2025-06-30"],
    ["2023-H1", "2023-01-01", "2023-06-30"],
    ["2023-H2", "2023-07-01", "2023-12-31"],
    ["2023", "2023-01-01", "2023-12-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    // The first week of a year may begin, and its last one end, in another year.
    ["2025-W01", "2024-12-30", "2025-01-05"],
    ["2020-W53", "2020-12-28", "2021-01-03"],
    ["2021-W01", "2021-01-04", "2021-01-10"],
  ])("%s is the days from %s to %s", (name, start, end) => {
    expect(PeriodName.parse(name)).toEqual({ label: name, period: { start, end } });
  });

  it.each(["2025-W53", "2025-W00", "2023-02-29", "2025-04-31"])(
    "%s is refused: the calendar has none",
    (name) => {
      expect(messageOf(PeriodName.safeParse(name))).toContain(`no such day or week as ${name}`);
    },
  );

  it.each(["", "25", "2025-13", "2025-Q5", "2025-H3", "2025W20", "2025-w20", "2025-5", "last week", "0025"])(
    "%j is refused with the spellings that are taken",
    (name) => {
      expect(messageOf(PeriodName.safeParse(name))).toMatch(/2025-05-12.*2025-W20.*2025-Q2.*2023-H1/);
    },
  );

  it("is the same that a calendar period is given, for every day and length", () => {
    fc.assert(
      fc.property(dates, fc.constantFrom(...GRANULARITIES), (date, granularity) => {
        const bucket = bucketOf(date, granularity);
        expect(PeriodName.parse(bucket.label)).toEqual(bucket);
        expect(bucket.period.start <= date && date <= bucket.period.end).toBe(true);
      }),
    );
  });
});

describe("a period to count in", () => {
  it("may run from the start of one to the end of another", () => {
    expect(PeriodSpan.parse("2023-03/2023-06").period).toEqual({ start: "2023-03-01", end: "2023-06-30" });
    expect(PeriodSpan.parse("2022/2023-Q1").period).toEqual({ start: "2022-01-01", end: "2023-03-31" });
  });

  it("is no single day, because records aren't counted by days", () => {
    expect(PeriodSpan.safeParse("2023-03-01").success).toBe(false);
    expect(PeriodSpan.safeParse("2023-03-01/2023-04").success).toBe(false);
  });

  it.each(["2023/2022", "2023-W53", "2023/", "/2023", "2022/2023/2024"])("refuses %s", (span) => {
    expect(PeriodSpan.safeParse(span).success).toBe(false);
  });

  it("may be one of several, of which the wrong one is named", () => {
    const spans = periodSpans(3);
    expect(spans.parse("2022,2021-H1").map(({ label }) => label)).toEqual(["2022", "2021-H1"]);
    expect(messageOf(spans.safeParse("2022,2021-H3"))).toMatch(/^2021-H3 isn't an ISO week/);
    expect(messageOf(spans.safeParse("2022,"))).toMatch(/^nothing isn't/);
    expect(messageOf(spans.safeParse("2022,2021,2020,2019"))).toContain("at most 3");
  });
});

describe("the periods of a range", () => {
  it("are whole, also where the range cuts the first and the last", () => {
    const quarters = bucketsIn({ start: "2024-11-15", end: "2025-04-01" }, "quarter");
    expect(quarters.map(({ label }) => label)).toEqual(["2024-Q4", "2025-Q1", "2025-Q2"]);
    expect(quarters[0]!.period.start).toBe("2024-10-01");
    expect(quarters[2]!.period.end).toBe("2025-06-30");
  });

  it("follow each other without a gap, whatever the range and their length", () => {
    fc.assert(
      fc.property(
        dates,
        fc.integer({ min: 0, max: 1_000 }),
        fc.constantFrom(...GRANULARITIES),
        (start, days, granularity) => {
          const range = { start, end: addDays(start, days) };
          const periods = bucketsIn(range, granularity).map(({ period }) => period);
          expect(periods[0]!.start <= range.start && range.end <= periods.at(-1)!.end).toBe(true);
          for (const [index, period] of periods.slice(1).entries()) {
            expect(period.start).toBe(addDays(periods[index]!.end, 1));
          }
        },
      ),
    );
  });

  it("know how many days they share with another, and how large a share of them that is", () => {
    const [year] = bucketsIn({ start: "2025-01-01", end: "2025-01-01" }, "year");
    expect(sharedDays(year!.period, { start: "2024-12-01", end: "2025-01-31" })).toBe(31);
    expect(sharedDays(year!.period, { start: "2026-01-01", end: "2026-01-31" })).toBe(0);
    expect(shareOfDays(365, year!.period)).toBe(1);
    // 364 / 365 = 0.99726: never rounded up to the whole.
    expect(shareOfDays(364, year!.period)).toBe(0.9972);
  });
});
