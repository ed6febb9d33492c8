import { describe, expect, it } from "vitest";
import {
  covers,
  intervalScore,
  weightedIntervalScore,
} from "../../../../../worker/domain/completeness/interval-score.ts";

const half = { level: 0.5, low: 8, high: 14 };
const stated = { level: 0.9, low: 4, high: 20 };

describe("intervalScore", () => {
  it("is the width where the observation lies inside, both ends included", () => {
    expect([8, 11, 14].map((observed) => intervalScore(half, observed))).toEqual([6, 6, 6]);
    expect([8, 14].every((observed) => covers(half, observed))).toBe(true);
  });

  it("adds 2 / α for each unit outside", () => {
    expect(intervalScore(half, 5)).toBeCloseTo(6 + 4 * 3);
    expect(intervalScore(stated, 21)).toBeCloseTo(16 + 20);
    expect(covers(stated, 21)).toBe(false);
  });
});

describe("weightedIntervalScore", () => {
  it("weighs the median ½ and each interval α / 2, over K + ½", () => {
    // |23 − 10| / 2 + 0.25 × (6 + 4 × 9) + 0.05 × (16 + 20 × 3), over 2.5
    expect(weightedIntervalScore(10, [half, stated], 23)).toBeCloseTo((6.5 + 10.5 + 3.8) / 2.5);
  });

  it("is the mean of the pinball losses of all its quantiles, twice over", () => {
    const quantiles = [
      [0.05, 4],
      [0.25, 8],
      [0.5, 10],
      [0.75, 14],
      [0.95, 20],
    ] as const;
    for (const observed of [0, 6, 11, 30]) {
      const loss = quantiles.map(([p, q]) => 2 * (observed < q ? 1 - p : p) * Math.abs(observed - q));
      const mean = loss.reduce((a, b) => a + b) / loss.length;
      expect(weightedIntervalScore(10, [half, stated], observed)).toBeCloseTo(mean);
    }
  });

  it("is the absolute error for a single point", () => {
    const point = [0.5, 0.9].map((level) => ({ level, low: 7, high: 7 }));
    expect(weightedIntervalScore(7, point, 19)).toBeCloseTo(12);
    expect(weightedIntervalScore(7, point, 3)).toBeCloseTo(4);
  });
});
