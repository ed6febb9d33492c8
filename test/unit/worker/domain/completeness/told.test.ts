import { describe, expect, it } from "vitest";
import { TOLD_COMPLETENESS } from "../../../../../worker/config.ts";
import { FINAL_COMPLETENESS } from "../../../../../worker/domain/completeness/constants.ts";
import type { WeekNowcast } from "../../../../../worker/domain/completeness/nowcast.ts";
import {
  isTold,
  movesOf,
  TOLD_PROMISE,
  TOLD_STEPS,
  toldMoves,
  toldRatios,
} from "../../../../../worker/domain/completeness/told.ts";
import { TOLD_MEASURED } from "../../../../../worker/domain/completeness/told-measured.ts";
import { reportingTriangle } from "../../../../../worker/domain/completeness/triangle.ts";

const RANGE = { low: 1, mid: 2, high: 3 };

/** Weeks by age, of which only completeness and the middle of the range matter. */
const weeksOf = (...weeks: (readonly [completeness: number, mid: number | null])[]): WeekNowcast[] =>
  weeks.map(([completeness, mid], age) => ({
    age,
    seen: 0,
    completeness,
    expected: mid === null ? null : { low: 0, lowerQuartile: 0, mid, upperQuartile: 999, high: 999 },
  }));

/** Four weeks whose final counts are 100, 200, 300 and 0. */
const final = reportingTriangle(
  [100, 200, 300].map((count, week) => ({ week, delay: 0, count })),
  { weeks: 4, maxDelay: 2 },
);

describe("isTold", () => {
  it("holds for a final week, with or without a range", () => {
    expect(isTold(FINAL_COMPLETENESS, null)).toBe(true);
    expect(isTold(1, RANGE)).toBe(true);
  });

  it("holds for a week with a range from the threshold on", () => {
    expect(isTold(TOLD_COMPLETENESS, RANGE)).toBe(true);
    expect(isTold(TOLD_COMPLETENESS - 0.001, RANGE)).toBe(false);
  });

  it("doesn't hold for a week without a range before it is final", () => {
    expect(isTold(FINAL_COMPLETENESS - 0.001, null)).toBe(false);
  });
});

describe("toldRatios", () => {
  const told = (threshold: number, origin: number, ...weeks: Parameters<typeof weeksOf>) =>
    toldRatios(final, [{ origin, weeks: weeksOf(...weeks) }], threshold);

  it("takes of each origin the newest week that is complete enough, and no other", () => {
    expect(told(0.5, 2, [0.4, 1], [0.6, 150], [0.8, 110])).toEqual([0.75]);
    expect(told(0.7, 2, [0.4, 1], [0.6, 150], [0.8, 110])).toEqual([1.1]);
  });

  it("takes the week of the origin, which ends with its report week", () => {
    expect(told(0.3, 2, [0.4, 330], [0.6, 150])).toEqual([1.1]);
  });

  it("passes over a week without a range", () => {
    expect(told(0.5, 2, [0.4, 1], [0.6, null], [0.8, 110])).toEqual([1.1]);
  });

  it("takes nothing of an origin whose newest such week is final: that tells a count", () => {
    expect(told(0.5, 2, [0.4, 1], [0.95, 190], [0.97, 99])).toEqual([]);
  });

  it("counts each origin once, also where two tell the same week", () => {
    const origins = [
      { origin: 1, weeks: weeksOf([0.2, 9], [0.8, 90]) },
      { origin: 2, weeks: weeksOf([0.2, 9], [0.3, 9], [0.9, 95]) },
    ];
    expect(toldRatios(final, origins, 0.5)).toEqual([0.9, 0.95]);
  });

  it("takes a final count of nothing as 1", () => {
    expect(told(0.5, 3, [0.8, 2])).toEqual([2]);
  });
});

describe("toldMoves", () => {
  it("has a row for each threshold at which anything was told", () => {
    const rows = toldMoves(final, [{ origin: 1, weeks: weeksOf([0.42, 150], [0.96, 99]) }]);
    expect(rows.map(({ completeness }) => completeness)).toEqual([0.3, 0.35, 0.4]);
    expect(rows[0]).toEqual({ completeness: 0.3, told: 1, medianMove: 0.25, p90Move: 0.25, lowest: 0.75 });
  });

  it("says by how much half and nine in ten moved at most, up or down", () => {
    const ratios = [0.99, 1.02, 0.97, 1.04, 0.95, 1.06, 0.93, 1.08, 0.91, 1.5];
    const { told, medianMove, p90Move, lowest } = movesOf(ratios);
    expect([told, lowest]).toEqual([10, 0.91]);
    expect(medianMove).toBeCloseTo(0.05);
    expect(p90Move).toBeCloseTo(0.09);
  });
});

describe("the threshold", () => {
  it("is a step of the table that is printed, and the row keeps the promise", () => {
    expect(TOLD_MEASURED.map(({ completeness }) => completeness)).toEqual(TOLD_STEPS);
    const row = TOLD_MEASURED.find(({ completeness }) => completeness === TOLD_COMPLETENESS);
    expect(row?.medianMove).toBeLessThanOrEqual(TOLD_PROMISE.medianMove);
    expect(row?.p90Move).toBeLessThanOrEqual(TOLD_PROMISE.p90Move);
  });
});
