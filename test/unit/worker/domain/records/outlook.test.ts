import { describe, expect, it } from "vitest";
import { outlooksOf } from "../../../../../worker/domain/records/outlook.ts";

/** Verdicts of 100 a week, half of them seen within the week, 30 a week later, 20 two weeks later. */
function steady(firstWeek: number, newestWeek: number) {
  const weeks = Array.from({ length: newestWeek - firstWeek + 1 }, (_, index) => firstWeek + index);
  return weeks.flatMap((week) =>
    [50, 30, 20].flatMap((count, delay) =>
      week + delay <= newestWeek ? [{ scope: "337", week, delay, count }] : [],
    ),
  );
}

describe("the outlook on recent weeks", () => {
  const { awol, surrender } = outlooksOf(steady(2_800, 2_880), 2_880);

  it("knows how much of each recent week is in", () => {
    expect(awol.weeks.slice(0, 4).map(({ completeness }) => completeness)).toEqual([0.5, 0.8, 1, 1]);
  });

  it("expects what is missing", () => {
    const [newest, before] = awol.weeks;
    expect(newest?.toCome?.mid).toBe(50);
    expect(before?.toCome?.mid).toBe(20);
    expect(newest!.toCome!.low).toBeLessThanOrEqual(50);
    expect(newest!.toCome!.high).toBeGreaterThanOrEqual(50);
  });

  it("says nothing of the range where the evidence is too small", () => {
    expect(surrender.delay).toBeNull();
    expect(surrender.weeks.every(({ toCome }) => toCome === null)).toBe(true);
    expect(surrender.weeks[0]!.completeness).toBeLessThan(0.95);
  });

  it("takes weeks in which nothing at all was seen for a gap, not for a delay", () => {
    const silent = 2_870;
    const withGap = steady(2_800, 2_880).map((one) =>
      one.week + one.delay === silent ? { ...one, delay: one.delay + 1 } : one,
    );
    const { awol: gapped } = outlooksOf(withGap, 2_880);
    expect(gapped.weeks[0]!.completeness).toBeCloseTo(0.5, 1);
  });

  it("learns from the first watched week on: earlier weeks show only their latecomers", () => {
    const latecomers = [2_790, 2_795].map((week) => ({ scope: "337", week, delay: 2_801 - week, count: 40 }));
    const watched = outlooksOf([...steady(2_800, 2_880), ...latecomers], 2_880);
    expect(watched.awol.weeks[0]!.completeness).toBe(0.5);
  });
});
