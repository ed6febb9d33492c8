import { describe, expect, it } from "vitest";
import { withoutNegatives } from "../../../../../worker/domain/completeness/negative-increments.ts";
import { isSilent, reportingTriangle, seenBy } from "../../../../../worker/domain/completeness/triangle.ts";

const rows = ({ cumulative, maxDelay, weeks }: ReturnType<typeof reportingTriangle>) =>
  Array.from({ length: weeks }, (_, week) => [
    ...cumulative.slice(week * (maxDelay + 1), (week + 1) * (maxDelay + 1)),
  ]);
const NONE = Number.NaN;

describe("reportingTriangle", () => {
  it("adds up the reports of a week by delay, and marks what isn't observed yet", () => {
    const triangle = reportingTriangle(
      [
        { week: 0, delay: 0, count: 5 },
        { week: 0, delay: 2, count: 2 },
        { week: 1, delay: 1, count: 4 },
        { week: 2, delay: 0, count: 1 },
      ],
      { weeks: 3, maxDelay: 2 },
    );
    expect(rows(triangle)).toEqual([
      [5, 5, 7],
      [0, 4, NONE],
      [1, NONE, NONE],
    ]);
  });

  it("adds up several reports of one pair and leaves out delays beyond the maximum", () => {
    const triangle = reportingTriangle(
      [
        { week: 0, delay: 1, count: 2 },
        { week: 0, delay: 1, count: 3 },
        { week: 0, delay: 2, count: 9 },
      ],
      { weeks: 3, maxDelay: 1 },
    );
    expect(rows(triangle)[0]).toEqual([0, 5]);
  });

  it("marks the report weeks in which the source was silent, and what came after counts as before", () => {
    const triangle = reportingTriangle(
      [
        { week: 0, delay: 0, count: 5 },
        { week: 0, delay: 2, count: 2 },
        { week: 1, delay: 1, count: 4 },
      ],
      { weeks: 3, maxDelay: 2, silent: [1] },
    );
    expect(rows(triangle)).toEqual([
      [5, NONE, 7],
      [NONE, 4, NONE],
      [0, NONE, NONE],
    ]);
    expect([0, 1, 2].map((week) => isSilent(triangle, week))).toEqual([false, true, false]);
  });

  it.each([
    { week: -1, delay: 0, count: 1 },
    { week: 0, delay: -1, count: 1 },
    { week: 2, delay: 1, count: 1 },
    { week: Number.NaN, delay: 0, count: 1 },
  ])("refuses week $week with delay $delay", (observation) => {
    expect(() => reportingTriangle([observation], { weeks: 3, maxDelay: 2 })).toThrow(RangeError);
  });
});

describe("seenBy", () => {
  const observations = [
    { week: 0, delay: 0, count: 5 },
    { week: 0, delay: 1, count: 1 },
    { week: 0, delay: 2, count: 2 },
  ];

  it("counts what was reported up to a week and nothing later", () => {
    const triangle = reportingTriangle(observations, { weeks: 5, maxDelay: 2 });
    expect([0, 1, 2, 4].map((origin) => seenBy(triangle, 0, origin))).toEqual([5, 6, 8, 8]);
  });

  it("stays at the last known count during a silence", () => {
    const triangle = reportingTriangle(observations, { weeks: 5, maxDelay: 2, silent: [1] });
    expect(seenBy(triangle, 0, 1)).toBe(5);
    expect(seenBy(triangle, 1, 1)).toBe(0);
  });
});

describe("withoutNegatives", () => {
  const increments = (counts: readonly number[]) =>
    reportingTriangle(
      counts.map((count, delay) => ({ week: 0, delay, count })),
      { weeks: counts.length, maxDelay: counts.length - 1 },
    );
  const corrected = (counts: readonly number[], origin = counts.length - 1) =>
    rows(withoutNegatives(increments(counts), origin))[0];

  it("takes withdrawn reports from the delay before, and from the one before that when it is used up", () => {
    expect(corrected([10, 4, -1, 2])).toEqual([10, 13, 13, 15]);
    expect(corrected([10, 4, -6, 2])).toEqual([8, 8, 8, 10]);
  });

  it("never gets below nothing", () => {
    expect(corrected([2, -3, 1])).toEqual([0, 0, 0]);
  });

  it("knows nothing of corrections that came later", () => {
    expect(corrected([10, 4, -6, 2], 1)?.slice(0, 2)).toEqual([10, 14]);
  });

  it("returns a triangle without corrections as it is", () => {
    const triangle = increments([3, 2, 1]);
    expect(withoutNegatives(triangle, 2)).toBe(triangle);
  });
});
