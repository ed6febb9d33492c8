import { describe, expect, it } from "vitest";
import { deviance, pastPerformance } from "../../../../../worker/domain/completeness/past-performance.ts";
import { reportingTriangle } from "../../../../../worker/domain/completeness/triangle.ts";

const REPORTS = [0, 1, 2, 3].flatMap((week) =>
  [4, 2, 2].map((count, delay) => ({ week, delay, count })).filter(({ delay }) => week + delay <= 3),
);
const chainLadder = [{ window: 9, decay: 0 }];
const triangleOf = (reports: typeof REPORTS, silent: number[] = []) =>
  reportingTriangle(reports, { weeks: 4, maxDelay: 2, silent });

describe("pastPerformance", () => {
  const [past] = pastPerformance(triangleOf(REPORTS), 3, 2, chainLadder);

  it("compares earlier nowcasts with what has come in since, as far as it has", () => {
    // By age of the week: one week ago, two weeks ago. Only delay 1 of the then newest week is in yet.
    expect([...past!.cameIn]).toEqual([2, 4, 2, 2]);
  });

  it("expects what the triangle of that time let expect, up to the delay that is reached now", () => {
    // One week ago the shares were ½, ¾, 1. Two weeks ago delay 2 had not been seen: ⅔, 1, 1.
    const [newest, before, older, oldest] = past!.expected;
    expect(newest).toBeCloseTo((1 - 0.5) * ((4 + 1) / 0.5) * 0.5);
    expect(before).toBeCloseTo((1 - 2 / 3) * ((4 + 1) / (2 / 3)));
    expect(older).toBeCloseTo((1 - 0.75) * ((6 + 1) / 0.75));
    expect(oldest).toBe(0);
  });

  it("doesn't know of reports that were withdrawn later", () => {
    const withdrawn = [...REPORTS, { week: 0, delay: 2, count: -3 }];
    const twoWeeksAgo = (reports: typeof REPORTS) =>
      [0, 2].map((age) => pastPerformance(triangleOf(reports), 3, 2, chainLadder)[0]!.expected[age + 1]);
    expect(twoWeeksAgo(withdrawn)).toEqual(twoWeeksAgo(REPORTS));
  });

  it("leaves out origins at which the source was silent", () => {
    const [{ expected, cameIn }] = pastPerformance(triangleOf(REPORTS, [2]), 3, 2, chainLadder) as [
      typeof past & {},
    ];
    expect([expected[0], cameIn[0], expected[2], cameIn[2]]).toEqual(Array(4).fill(Number.NaN));
    expect(cameIn[1]).toBe(4);
  });
});

describe("deviance", () => {
  const of = (cameIn: number[], expected: number[]) =>
    deviance({
      settings: chainLadder[0]!,
      cameIn: Float64Array.from(cameIn),
      expected: Float64Array.from(expected),
    });

  it("is 2 (y ln (y / μ) − (y − μ)) for each pair that is known", () => {
    expect(of([6, Number.NaN], [3, 5])).toBeCloseTo(2 * (6 * Math.log(2) - 3), 2);
    expect(of([0], [4])).toBeCloseTo(8, 2);
  });

  it("is least for expectations that are right on average", () => {
    const counts = [3, 8, 4, 9];
    const at = (mean: number) => of(counts, Array(4).fill(mean));
    expect(at(6)).toBeLessThan(at(5));
    expect(at(6)).toBeLessThan(at(7));
  });
});
