import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, weekOf, weekStart } from "../../../../worker/domain/calendar.ts";
import { firstDayOf, monthIndex, turnsWithin } from "../../../../worker/domain/month-turns.ts";
import { buildTally, type Tally, withoutCourts } from "../../../../worker/domain/tally.ts";
import { decodeTally, encodeTally } from "../../../../worker/domain/tally-body.ts";
import { countIn, timelineOf, timelinesBy } from "../../../../worker/domain/timeline.ts";
import { weekIndex } from "../../../../worker/domain/week-index.ts";
import { runs } from "../../../runs.ts";
import { counted } from "./counted-cases.ts";

const ARTICLE = { articles: ["337"] };

const month = (name: string) => {
  const start = `${name}-01`;
  return { start, end: addDays(firstDayOf(monthIndex(start) + 1), -1) };
};
const stored = (tally: Tally) => decodeTally(encodeTally(tally));

describe("the turns of the month in a stretch of weeks", () => {
  it("are the first days of months, with the week that each cuts", () => {
    const turns = turnsWithin(weekIndex("2025-04-28"), 6);
    expect(turns.map(({ month, clean }) => [firstDayOf(month), clean])).toEqual([
      ["2025-05-01", false],
      ["2025-06-01", false],
    ]);
    expect(turns.map(({ week }) => week - weekIndex("2025-04-28"))).toEqual([0, 4]);
  });

  it("cut no week where a month begins on a Monday, the stretch's first one too", () => {
    expect(turnsWithin(weekIndex("2025-09-01"), 1)).toMatchObject([{ clean: true }]);
  });

  it("are none in no weeks, and in a week within a month", () => {
    expect(turnsWithin(weekIndex("2025-09-01"), 0)).toEqual([]);
    expect(turnsWithin(weekIndex("2025-09-08"), 1)).toEqual([]);
  });
});

describe("counts along time", () => {
  it("give a month to the day, though they are kept by week", () => {
    // Week 2025-W22 is 26 May to 1 June.
    const dates = ["2025-05-31", "2025-05-31", "2025-06-01", "2025-06-02", "2025-06-30", "2025-07-01"];
    const timeline = timelineOf(stored(buildTally([counted(dates)])), ARTICLE);
    expect(countIn(timeline, month("2025-05"))).toBe(2);
    expect(countIn(timeline, month("2025-06"))).toBe(3);
    expect(countIn(timeline, month("2025-07"))).toBe(1);
    expect(countIn(timeline, weekOf("2025-06-01"))).toBe(3);
  });

  it("are nothing before the first and after the last case", () => {
    const timeline = timelineOf(buildTally([counted(["2025-05-31"])]), ARTICLE);
    expect(countIn(timeline, month("2024-05"))).toBe(0);
    expect(countIn(timeline, month("2025-06"))).toBe(0);
    expect(countIn(timeline, { start: "2020-01-01", end: "2029-12-31" })).toBe(1);
  });

  it("are nothing where nothing is counted", () => {
    expect(countIn(timelineOf(buildTally([]), ARTICLE), month("2025-05"))).toBe(0);
    const other = timelineOf(buildTally([counted(["2025-05-31"])]), { articles: ["338"] });
    expect(countIn(other, month("2025-05"))).toBe(0);
  });

  it("refuse to be cut on a day that begins neither a week nor a month", () => {
    const timeline = timelineOf(buildTally([counted(["2025-05-31"])]), ARTICLE);
    expect(() => countIn(timeline, { start: "2025-05-14", end: "2025-06-30" })).toThrow("2025-05-14");
  });

  it("agree with counting dates one by one, for any months and weeks, with and without courts", () => {
    const date = fc.integer({ min: 0, max: 1500 }).map((days) => addDays("2021-01-01", days));
    const start = date.chain((day) => fc.constantFrom(weekStart(day), `${day.slice(0, 7)}-01`));
    fc.assert(
      fc.property(
        fc.array(date, { minLength: 1, maxLength: 60 }),
        fc.array(date, { maxLength: 60 }),
        start,
        start,
        (here, there, a, b) => {
          const [from, until] = a < b ? [a, b] : [b, a];
          const tally = buildTally([
            counted(here, { court: "77GV0008" }),
            counted(there, { court: "77GV0010" }),
          ]);
          const expected = (dates: readonly string[]) =>
            dates.filter((day) => day >= from && day < until).length;
          const period = { start: from, end: addDays(until, -1) };
          const all = timelineOf(stored(withoutCourts(tally)), ARTICLE);
          expect(countIn(all, period)).toBe(expected([...here, ...there]));
          const courts = timelinesBy(tally, ARTICLE, ({ court }) => [court!]);
          expect(countIn(courts.get("77GV0008")!, period)).toBe(expected(here));
        },
      ),
      runs(300),
    );
  });

  it("count a case once under each of its keys", () => {
    const tally = buildTally([counted(["2025-05-31"], { scope: "337;338" }), counted(["2025-05-31"])]);
    const by = timelinesBy(tally, { articles: ["337", "338"] }, ({ scope }) => scope.split(";"));
    expect(countIn(by.get("337")!, month("2025-05"))).toBe(2);
    expect(countIn(by.get("338")!, month("2025-05"))).toBe(1);
  });
});
