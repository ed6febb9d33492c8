import { describe, expect, it } from "vitest";
import {
  cumulativeProbability,
  logProbability,
  type NegativeBinomial,
  quantile,
} from "../../../../../worker/domain/completeness/negative-binomial.ts";
import { incompleteBeta, logGamma } from "../../../../../worker/domain/completeness/special-functions.ts";

describe("logGamma", () => {
  it("is the logarithm of a factorial", () => {
    expect(logGamma(1)).toBeCloseTo(0, 12);
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 12);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  });

  it.each([0.1, 0.9, 3.7, 42, 12_345.6])("grows by ln x from x to x + 1, at x = %d", (x) => {
    expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 7);
  });
});

describe("incompleteBeta", () => {
  it("has the closed forms of small arguments", () => {
    expect(incompleteBeta(0.3, 1, 1)).toBeCloseTo(0.3, 12);
    expect(incompleteBeta(0.3, 4, 1)).toBeCloseTo(0.3 ** 4, 12);
    expect(incompleteBeta(0.3, 1, 4)).toBeCloseTo(1 - 0.7 ** 4, 12);
  });

  it("is its own mirror image", () => {
    expect(incompleteBeta(0.2, 3.5, 80)).toBeCloseTo(1 - incompleteBeta(0.8, 80, 3.5), 12);
    expect(incompleteBeta(0.5, 300_000, 300_000)).toBeCloseTo(0.5, 6);
  });

  it("ends at 0 and 1", () => {
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
  });
});

const CASES: NegativeBinomial[] = [
  { mean: 0.001, size: 0.1 },
  { mean: 4, size: 0.5 },
  { mean: 30, size: 8 },
  { mean: 3, size: 1000 },
];

describe.each(CASES)("a negative binomial with mean $mean and size $size", (distribution) => {
  const { mean, size } = distribution;
  const probabilities = Array.from({ length: 2000 }, (_, count) =>
    Math.exp(logProbability(count, distribution)),
  );
  const moment = (of: (count: number) => number) =>
    probabilities.reduce((sum, probability, count) => sum + probability * of(count), 0);

  it("has this mean and the variance μ + μ² / φ", () => {
    expect(moment(() => 1)).toBeCloseTo(1, 9);
    expect(moment((count) => count)).toBeCloseTo(mean, 7);
    expect(moment((count) => (count - mean) ** 2)).toBeCloseTo(mean + mean ** 2 / size, 5);
  });

  it("has cumulative probabilities that are sums of probabilities", () => {
    let sum = 0;
    for (let count = 0; count < 100; count++) {
      sum += probabilities[count]!;
      expect(cumulativeProbability(count, distribution)).toBeCloseTo(sum, 9);
    }
  });

  it("has as quantile the least count with at least that probability", () => {
    for (const probability of [0.05, 0.25, 0.5, 0.75, 0.95]) {
      const count = quantile(probability, distribution);
      expect(cumulativeProbability(count, distribution)).toBeGreaterThanOrEqual(probability);
      expect(cumulativeProbability(count - 1, distribution)).toBeLessThan(probability);
    }
  });
});

describe("quantile", () => {
  it("is the geometric distribution's for size 1", () => {
    // P(X ≤ k) = 1 − (μ / (1 + μ)) ^ (k + 1)
    expect(quantile(0.95, { mean: 9, size: 1 })).toBe(Math.ceil(Math.log(0.05) / Math.log(0.9)) - 1);
  });

  it("is found among large counts too", () => {
    const median = quantile(0.5, { mean: 250_000, size: 1000 });
    expect(median).toBeGreaterThan(249_000);
    expect(median).toBeLessThan(250_500);
  });

  it("is 0 where nothing is expected", () => {
    expect(quantile(0.95, { mean: 0, size: 5 })).toBe(0);
  });
});
