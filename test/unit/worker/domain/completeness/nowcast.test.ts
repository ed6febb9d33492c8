import { describe, expect, it } from "vitest";
import { MIN_REPORTS } from "../../../../../worker/domain/completeness/constants.ts";
import { nowcast } from "../../../../../worker/domain/completeness/nowcast.ts";
import { reportingTriangle } from "../../../../../worker/domain/completeness/triangle.ts";
import { knownAt, MAX_DELAY, PATTERNS, series } from "../../../../fixtures/generated-series.ts";

const slow = series(1, 140, 60, PATTERNS.slow);

describe("nowcast", () => {
  const { evidence, weeks, delay, settings } = nowcast(knownAt(slow, 120));

  it("gives each week up to the maximum delay its count, completeness and expected final count", () => {
    expect(evidence.enough).toBe(true);
    expect(weeks.map(({ age }) => age)).toEqual([...Array(MAX_DELAY + 1).keys()]);
    expect(weeks.map(({ completeness }) => completeness)).toEqual(delay);
    expect(settings).not.toBeNull();
  });

  it("orders the range around its median, never below what is counted", () => {
    for (const { seen, expected } of weeks) {
      const { low, lowerQuartile, mid, upperQuartile, high } = expected!;
      expect([seen, low, lowerQuartile, mid, upperQuartile, high]).toEqual(
        [seen, low, lowerQuartile, mid, upperQuartile, high].toSorted((a, b) => a - b),
      );
    }
  });

  it("expects nothing more of a week at the maximum delay", () => {
    const { seen, completeness, expected } = weeks[MAX_DELAY]!;
    expect(completeness).toBe(1);
    expect(expected).toEqual({ low: seen, lowerQuartile: seen, mid: seen, upperQuartile: seen, high: seen });
  });

  it("finds the delays of which the series was made", () => {
    let share = 0;
    for (const [age, part] of PATTERNS.slow().entries()) {
      share += part;
      expect(weeks[age]?.completeness).toBeCloseTo(share, 1);
    }
  });

  it("says the same each time", () => {
    expect(nowcast(knownAt(slow, 120))).toEqual(nowcast(knownAt(slow, 120)));
  });

  it("at an earlier origin sees nothing that came later", () => {
    expect(nowcast(knownAt(slow, 139), 120)).toEqual(nowcast(knownAt(slow, 120)));
  });

  it("at an earlier origin sees no later withdrawal either", () => {
    const withdrawn = { observations: [...slow.observations, { week: 119, delay: 3, count: -9 }] };
    expect(nowcast(knownAt(withdrawn, 139), 120)).toEqual(nowcast(knownAt(slow, 120)));
  });

  it("takes withdrawn reports as they come", () => {
    const withdrawn = {
      observations: slow.observations.flatMap((report) => [
        report,
        ...(report.delay === 1 ? [{ ...report, delay: 2, count: -1 }] : []),
      ]),
    };
    const shares = nowcast(knownAt(withdrawn, 120)).weeks.map(({ completeness }) => completeness);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares[0]).toBeGreaterThan(0);
  });

  it("says of a newest week without a single report that it is late, not low", () => {
    const none = { observations: slow.observations.filter(({ week }) => week !== 120) };
    const [newest] = nowcast(knownAt(none, 120)).weeks;
    const before = slow.final.slice(110, 120);
    expect(newest?.seen).toBe(0);
    expect(newest?.completeness).toBeLessThan(0.2);
    expect(newest?.expected?.mid).toBeGreaterThan(Math.min(...before) / 2);
  });

  it("sees a true fall once its reports would be in", () => {
    const fallen = { observations: slow.observations.filter(({ week }) => week < 108) };
    const { expected } = nowcast(knownAt(fallen, 120)).weeks[8]!;
    expect(expected?.high).toBeLessThan(Math.min(...slow.final.slice(98, 108)));
  });
});

describe("too little evidence", () => {
  it("gives no range while no week is old enough to be final", () => {
    const { evidence, weeks, delay } = nowcast(knownAt(slow, 16));
    expect(evidence).toEqual({ enough: false, lacks: "weeks" });
    expect(delay).toBeNull();
    expect(weeks.every(({ expected }) => expected === null)).toBe(true);
  });

  it("gives a range sooner where reports come in fast", () => {
    const fast = series(2, 40, 60, PATTERNS.fast);
    expect(nowcast(knownAt(fast, 16)).evidence.enough).toBe(true);
  });

  it("gives no range from a handful of reports", () => {
    const reports = (n: number) => ({
      observations: Array.from({ length: n }, (_, i) => ({ week: 60 - i, delay: 0, count: 1 })),
    });
    expect(nowcast(knownAt(reports(MIN_REPORTS - 1), 60)).evidence).toEqual({
      enough: false,
      lacks: "reports",
    });
    expect(nowcast(knownAt(reports(MIN_REPORTS), 60)).evidence.enough).toBe(true);
  });

  it("calls no week final before the maximum delay", () => {
    const { weeks } = nowcast(knownAt({ observations: [] }, 60));
    expect(weeks.filter(({ completeness }) => completeness >= 0.95).map(({ age }) => age)).toEqual([25, 26]);
    expect(weeks[0]?.completeness).toBeCloseTo(1 / 27);
  });

  it("has no weeks in an empty triangle", () => {
    expect(nowcast(reportingTriangle([], { weeks: 0, maxDelay: MAX_DELAY })).weeks).toEqual([]);
  });
});

describe("a silent source", () => {
  /** What would have come in the silent weeks comes in the first one after them. */
  const delayed = (silent: readonly number[]) => ({
    observations: slow.observations.map((report) => {
      let delay = report.delay;
      while (silent.includes(report.week + delay)) delay++;
      return { ...report, delay };
    }),
  });

  it("leaves the delays as they were", () => {
    const gap = [100, 101, 102];
    const true0 = nowcast(knownAt(slow, 120)).weeks;
    const masked = nowcast(knownAt(delayed(gap), 120, gap)).weeks;
    for (const age of [0, 1, 2, 5, 10]) {
      expect(Math.abs(masked[age]!.completeness - true0[age]!.completeness)).toBeLessThan(0.05);
    }
  });

  it("that hasn't spoken since leaves its newest weeks without a range and the others as they were", () => {
    const gap = [119, 120];
    const { weeks } = nowcast(knownAt(delayed(gap), 120, gap));
    const before = nowcast(knownAt(slow, 118)).weeks;
    expect(weeks.slice(0, 2)).toEqual([
      { age: 0, seen: 0, completeness: 0, expected: null },
      { age: 1, seen: 0, completeness: 0, expected: null },
    ]);
    expect(weeks.slice(2)).toEqual(before.slice(0, -2).map((week) => ({ ...week, age: week.age + 2 })));
  });
});
