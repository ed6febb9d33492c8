import { describe, expect, it } from "vitest";
import { fitSize } from "../../../../../worker/domain/completeness/dispersion.ts";
import { quantile } from "../../../../../worker/domain/completeness/negative-binomial.ts";

/** `n` counts at even steps of probability: a sample without chance. */
const ideal = (n: number, mean: number, size: number) =>
  Float64Array.from({ length: n }, (_, i) => quantile((i + 0.5) / n, { mean, size }));
const sizeOf = (counts: Float64Array, mean: number) =>
  fitSize(
    counts,
    counts.map(() => mean),
  );

describe("fitSize", () => {
  it.each([0.5, 3, 20])("finds the size %d of which many errors were made", (size) => {
    const found = sizeOf(ideal(2000, 50, size), 50);
    expect(found / size).toBeGreaterThan(0.85);
    expect(found / size).toBeLessThan(1.15);
  });

  it("is more careful with few errors than with many of the same kind", () => {
    expect(sizeOf(ideal(8, 50, 10), 50)).toBeLessThan(sizeOf(ideal(400, 50, 10), 50));
  });

  it("calls errors large that are large relative to what was expected", () => {
    const expected = new Float64Array(20).fill(100);
    const close = expected.map((value, i) => value + (i % 2 ? 10 : -10));
    const far = expected.map((value, i) => value + (i % 2 ? 60 : -60));
    expect(fitSize(far, expected)).toBeLessThan(fitSize(close, expected) / 3);
  });

  it("leaves out what wasn't observed", () => {
    const counts = ideal(50, 30, 5);
    const withGaps = Float64Array.from([...counts, Number.NaN, 7]);
    const expected = Float64Array.from([...counts.map(() => 30), 30, Number.NaN]);
    expect(fitSize(withGaps, expected)).toBe(sizeOf(counts, 30));
  });

  it("holds all sizes to be alike without a single error", () => {
    const size = fitSize(new Float64Array(), new Float64Array());
    expect(size).toBeGreaterThan(0.1);
    expect(size).toBeLessThan(10);
  });
});
