import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementOf } from "../../../../../worker/domain/coding/kappa.ts";
import { runs } from "../../../../runs.ts";

/** Pairs as a published table has them: rows are one coder's kinds, columns the other's. */
const pairsOf = (table: readonly (readonly number[])[]) =>
  table.flatMap((row, one) =>
    row.flatMap((count, other) => Array.from({ length: count }, () => [`${one}`, `${other}`] as const)),
  );

describe("Cohen's kappa", () => {
  it.each([
    // J. L. Fleiss, B. Levin, M. C. Paik: Statistical Methods for Rates and Proportions, 3rd edition, table 18.1.
    [
      "two psychiatrists, 100 patients",
      [
        [75, 1, 4],
        [5, 4, 1],
        [0, 0, 10],
      ],
      0.676,
      [0.5, 0.85],
    ],
    // SAS/STAT User's Guide, The FREQ Procedure, example of two dermatologists (SkinCondition).
    [
      "two dermatologists, 88 patients",
      [
        [10, 4, 1, 0],
        [5, 10, 12, 2],
        [2, 4, 12, 5],
        [0, 2, 6, 13],
      ],
      0.3449,
      [0.203, 0.4868],
    ],
    // The worked examples of Wikipedia's article on the measure: the same agreement, 60 of 100, by other margins.
    [
      "grant proposals",
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
      null,
    ],
    [
      "the same agreement, alike margins",
      [
        [45, 15],
        [25, 15],
      ],
      0.1304,
      null,
    ],
    [
      "the same agreement, unlike margins",
      [
        [25, 35],
        [5, 35],
      ],
      0.2593,
      null,
    ],
  ] as const)("is as published: %s", (_, table, kappa, interval) => {
    const found = agreementOf(pairsOf(table));
    const digits = String(kappa).length - 2;
    expect(found.kappa).toBeCloseTo(kappa, digits);
    if (!interval) return;
    const places = String(interval[1]).length - 2;
    expect(found.interval?.low).toBeCloseTo(interval[0], places);
    expect(found.interval?.high).toBeCloseTo(interval[1], places);
  });

  it("is 1 of those who always agree, below 0 of those who never do, and undefined of one kind alone", () => {
    expect(
      agreementOf(
        pairsOf([
          [20, 0],
          [0, 20],
        ]),
      ),
    ).toEqual({ n: 40, agreed: 40, kappa: 1, interval: null });
    expect(
      agreementOf(
        pairsOf([
          [0, 5],
          [5, 0],
        ]),
      ).kappa,
    ).toBe(-1);
    expect(agreementOf(pairsOf([[50]]))).toEqual({ n: 50, agreed: 50, kappa: null, interval: null });
    expect(agreementOf([])).toEqual({ n: 0, agreed: 0, kappa: null, interval: null });
  });

  it("gives no interval of a few", () => {
    expect(
      agreementOf(
        pairsOf([
          [20, 5],
          [2, 2],
        ]),
      ).interval,
    ).toBeNull();
    expect(
      agreementOf(
        pairsOf([
          [20, 5],
          [3, 2],
        ]),
      ).interval,
    ).not.toBeNull();
  });

  it("stays within its bounds, whatever is coded, and doesn't depend on who is first or on the order", () => {
    const kind = fc.constantFrom("a", "b", "c", "d");
    fc.assert(
      fc.property(fc.array(fc.tuple(kind, kind), { maxLength: 200 }), (pairs) => {
        const found = agreementOf(pairs);
        expect(found.n).toBe(pairs.length);
        if (found.kappa !== null) {
          expect(found.kappa).toBeLessThanOrEqual(1);
          expect(found.kappa).toBeGreaterThanOrEqual(-1);
        }
        if (found.interval) {
          expect(found.interval.low).toBeLessThanOrEqual(found.kappa!);
          expect(found.interval.high).toBeGreaterThanOrEqual(found.kappa!);
        }
        const turned = agreementOf(pairs.map(([one, other]) => [other, one] as const).reverse());
        expect(turned.kappa ?? 0).toBeCloseTo(found.kappa ?? 0, 10);
        expect(turned.interval?.low ?? 0).toBeCloseTo(found.interval?.low ?? 0, 10);
      }),
      runs(100),
    );
  });
});
