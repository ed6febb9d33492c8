import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateDelay } from "../../../../../worker/domain/completeness/delay.ts";
import { type Observation, reportingTriangle } from "../../../../../worker/domain/completeness/triangle.ts";

/** A triangle from rows of increments; what lies right of the diagonal is left out. */
function triangleOf(rows: readonly (readonly number[])[], silent: readonly number[] = []) {
  const observations: Observation[] = rows.flatMap((row, week) =>
    row.map((count, delay) => ({ week, delay, count })).filter(({ delay }) => week + delay < rows.length),
  );
  return reportingTriangle(observations, { weeks: rows.length, maxDelay: rows[0]!.length - 1, silent });
}

describe("estimateDelay", () => {
  it("is the chain ladder: ratios of sums over the weeks that reached a delay", () => {
    const triangle = triangleOf([
      [60, 30, 10],
      [40, 30, 10],
      [50, 20, 0],
      [30, 0, 0],
    ]);
    // To delay 2: 180 / 160. To delay 1: 230 / 150.
    const shares = estimateDelay(triangle, 3, 4);
    expect(shares[2]).toBe(1);
    expect(shares[1]).toBeCloseTo(160 / 180);
    expect(shares[0]).toBeCloseTo((160 / 180) * (150 / 230));
  });

  it("learns from the newest report weeks alone", () => {
    const triangle = triangleOf([
      [90, 10],
      [90, 10],
      [50, 50],
      [50, 50],
      [7, 0],
    ]);
    expect(estimateDelay(triangle, 4, 2)[0]).toBeCloseTo(0.5);
    expect(estimateDelay(triangle, 4, 4)[0]).toBeCloseTo(0.7);
  });

  it("knows nothing of what came after the origin", () => {
    const before = triangleOf([
      [8, 2],
      [8, 2],
      [8, 0],
    ]);
    const later = triangleOf([
      [8, 2],
      [8, 2],
      [8, 50],
      [8, 0],
    ]);
    expect(estimateDelay(later, 2, 9)).toEqual(estimateDelay(before, 2, 9));
  });

  it("stays finite where nothing was ever seen at the first delays", () => {
    const shares = estimateDelay(
      triangleOf([
        [0, 0, 6],
        [0, 0, 6],
        [0, 0, 0],
        [0, 0, 0],
      ]),
      3,
      4,
    );
    // 12 reports on a sum of nothing, which is taken as 1.
    expect([...shares]).toEqual([1 / 13, 1 / 13, 1]);
  });

  it("expects nothing at delays that no week has reached", () => {
    expect([...estimateDelay(triangleOf([[5, 0, 0]]), 0, 9)]).toEqual([1, 1, 1]);
  });

  it("leaves out the pairs that a silence interrupts, so that a gap is no delay", () => {
    const regular = [8, 2];
    // In report week 2 nothing came: week 1 lacks its late ones, and week 2 shows all of its own in week 3.
    const gap = [regular, [8, 0], [0, 10], regular, regular, regular];
    expect(estimateDelay(triangleOf(gap, [2]), 5, 9)[0]).toBeCloseTo(0.8);
    expect(estimateDelay(triangleOf(gap), 5, 9)[0]).toBeLessThan(0.75);
  });

  it("gives shares that never fall with the delay and end at 1", () => {
    const row = fc.array(fc.nat(50), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 12 }),
        (rows, window) => {
          const shares = estimateDelay(triangleOf(rows), rows.length - 1, window);
          expect([...shares]).toEqual([...shares].sort((a, b) => a - b));
          expect(shares[0]).toBeGreaterThan(0);
          expect(shares.at(-1)).toBe(1);
        },
      ),
    );
  });
});
