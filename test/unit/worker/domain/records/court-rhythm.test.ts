import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../../../worker/domain/calendar.ts";
import { isOverdue, rhythmOf } from "../../../../../worker/domain/records/court-rhythm.ts";

const daysWith = (gaps: readonly number[]) => {
  const days = ["2025-01-01"];
  for (const gap of gaps) days.push(addDays(days.at(-1)!, gap));
  return days;
};

describe("a court's rhythm", () => {
  it("is told by its usual gap, and by one that nine in ten don't exceed", () => {
    expect(rhythmOf(daysWith([7, 7, 7, 7, 7, 7, 7, 7, 7, 30]))).toEqual({ usual: 7, longest: 7 });
    expect(rhythmOf(daysWith([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))).toEqual({ usual: 5, longest: 9 });
  });

  it("isn't told from a few records", () => {
    expect(rhythmOf([])).toEqual({ usual: null, longest: null });
    expect(rhythmOf(daysWith([1, 1, 1, 1, 1]))).toEqual({ usual: null, longest: null });
    expect(isOverdue({ usual: null, longest: null }, 10_000)).toBe(false);
  });

  it("doesn't depend on the order of its days, nor on how many records one of them has", () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 60 });
    fc.assert(
      fc.property(gaps, fc.integer(), (all, seed) => {
        const days = daysWith(all);
        const shuffled = [...days, ...days].sort(
          (a, b) => (a + seed > b + seed ? 7 : -3) * (seed % 2 ? 1 : -1),
        );
        expect(rhythmOf(shuffled)).toEqual(rhythmOf(days));
      }),
    );
  });

  it("misses a court only when it is silent for longer than nine in ten of its gaps, and than a week", () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 6, maxLength: 60 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 0, max: 400 }), (all, silent) => {
        const longer = all.filter((gap) => gap >= silent).length;
        if (isOverdue(rhythmOf(daysWith(all)), silent)) {
          expect(silent).toBeGreaterThan(7);
          expect(longer).toBeLessThanOrEqual(all.length * 0.1);
        } else if (silent > 7) expect(longer).toBeGreaterThan(0);
      }),
    );
    expect(isOverdue({ usual: 1, longest: 2 }, 7)).toBe(false);
    expect(isOverdue({ usual: 1, longest: 2 }, 8)).toBe(true);
  });
});
