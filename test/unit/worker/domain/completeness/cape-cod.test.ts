import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedToCome } from "../../../../../worker/domain/completeness/cape-cod.ts";

const toCome = (seen: number[], shares: number[], decay: number) =>
  expectedToCome(Float64Array.from(seen), Float64Array.from(shares), decay);

describe("expectedToCome", () => {
  it("without neighbours makes the total (x + 1 − p) / p, as baselinenowcast has it", () => {
    const seen = [0, 7, 20];
    const shares = [0.1, 0.5, 0.8];
    for (const [age, expected] of toCome(seen, shares, 0).entries()) {
      const p = shares[age]!;
      expect(seen[age]! + expected).toBeCloseTo((seen[age]! + 1 - p) / p);
    }
  });

  it("with all weeks alike takes the missing share of their common level", () => {
    // 1 + 2 + 10 + 17 reports where 0.1 + 0.5 + 0.9 + 1 weeks are in.
    const level = 30 / 2.5;
    const expected = [0.9, 0.5, 0.1, 0].map((missing) => missing * level);
    for (const [age, value] of toCome([2, 10, 17, 0], [0.1, 0.5, 0.9, 1], 1).entries()) {
      expect(value).toBeCloseTo(expected[age]!);
    }
  });

  it("weighs newer and older neighbours by their distance", () => {
    const [, middle] = toCome([4, 10, 16], [0.25, 0.5, 1], 0.5);
    expect(middle).toBeCloseTo((0.5 * (1 + 10 + 0.5 * 4 + 0.5 * 16)) / (0.5 + 0.5 * 0.25 + 0.5 * 1));
  });

  it("doesn't mistake a newest week without reports for a week without verdicts", () => {
    const seen = [0, 30, 55, 60, 60, 60, 60, 60];
    const shares = [0.02, 0.5, 0.9, 1, 1, 1, 1, 1];
    expect(toCome(seen, shares, 0)[0]).toBeCloseTo(49);
    expect(toCome(seen, shares, 0.8)[0]).toBeGreaterThan(55);
    expect(toCome(seen, shares, 0.8)[0]).toBeLessThan(65);
  });

  it("expects nothing more where the share is 1, or beyond the last delay", () => {
    expect([...toCome([3, 4, 5], [0.5, 1], 0.5)].slice(1)).toEqual([0, 0]);
  });

  it("is never negative, and grows with the reports of any week", () => {
    const counts = fc.array(fc.nat(1000), { minLength: 3, maxLength: 30 });
    const decay = fc.constantFrom(0, 0.35, 0.8, 0.95);
    fc.assert(
      fc.property(counts, decay, fc.nat(29), (seen, weight, at) => {
        const shares = seen.map((_, age) => (age + 1) / (seen.length + 1));
        const more = seen.map((count, age) => (age === at % seen.length ? count + 10 : count));
        const before = toCome(seen, shares, weight);
        const after = toCome(more, shares, weight);
        for (const [age, value] of before.entries()) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(after[age]).toBeGreaterThanOrEqual(value);
        }
      }),
    );
  });
});
