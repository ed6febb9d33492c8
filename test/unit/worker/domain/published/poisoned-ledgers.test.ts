import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../../../../worker/contract/figure.ts";
import { addDays } from "../../../../../worker/domain/calendar.ts";
import { bucketsIn } from "../../../../../worker/domain/period.ts";
import { findConflicts } from "../../../../../worker/domain/published/conflicts.ts";
import { contradict, printedRange } from "../../../../../worker/domain/published/printed-range.ts";
import { deriveRates } from "../../../../../worker/domain/published/rates.ts";
import { total } from "./figures.ts";

const MANY = 4_000;
const id = (index: number) => `f${String(index + 1).padStart(3, "0")}`;
const day = (index: number) => addDays("2014-01-01", index);
const many = (make: (index: number) => Figure) => Array.from({ length: MANY }, (_, index) => make(index));

/** Ledgers that were slow or enormous in one derivation or another. */
const LEDGERS: Readonly<Record<string, Figure[]>> = {
  "values that all contradict": many((i) => total(id(i), "2024-01-01", "2024-01-31", i)),
  "totals that grow from one day": many((i) => total(id(i), "2014-01-01", day(i), i)),
  "totals that fall from one day": many((i) => total(id(i), "2014-01-01", day(i), MANY - i)),
  "a chain of days": many((i) => total(id(i), day(i), day(i), 1)),
  "chains that cross": many((i) => total(id(i), day(i), day(i + 1), i % 7)),
  "equal totals within one another": many((i) => total(id(i), "2014-01-01", day(i), 500)),
  "parts that exceed each whole": many((i) =>
    total(id(i), day(MANY - i), day(MANY + i), MANY - i, { series: `series ${i}` }),
  ),
  "ways that disagree": many((i) =>
    i < 100 ? total(id(i), day(i), day(i), 1) : total(id(i), day(i % 90), day((i % 90) + 5), i),
  ),
  "a scope for each figure": many((i) =>
    total(id(i), "2024-01-01", "2024-12-31", i, {
      articles: [String(100 + (i % 800)), `${332 + (i % 30)}.${i}`],
    }),
  ),
};

/** A second is ten times what a ledger takes on a slow machine; with the square of its figures it would be minutes. */
const HANGS_AFTER_MS = 60_000;

describe.each(Object.entries(LEDGERS))("4,000 figures: %s", (_, figures) => {
  it(
    "are derived, in room that their number bounds",
    () => {
      const { rates, conflicts: derived } = deriveRates(figures);
      const conflicts = findConflicts(figures, derived);
      expect(conflicts.length).toBeLessThanOrEqual(3 * MANY);
      expect(conflicts.flatMap((one) => one.figures).length).toBeLessThan(50 * MANY);
      expect(rates.flatMap(({ from }) => from).length).toBeLessThan(24 * MANY);
    },
    HANGS_AFTER_MS,
  );
});

describe("dates that are none, or beyond all dates", () => {
  const date = fc.oneof(
    fc.constantFrom("9999-99-99", "9999-12-31", "0000-01-01", "+275760-09-13", "-271821-04-20", "", "soon"),
    fc.string({ maxLength: 12 }),
    fc.constantFrom("2024-01-01", "2024-01-31", "2024-02-29"),
  );
  it("end with an answer or an exception, and never go round for ever", () => {
    const ledgers = fc.array(fc.tuple(date, date, fc.constantFrom(-1, 0, 7, 1e308)), { maxLength: 6 });
    fc.assert(
      fc.property(ledgers, (periods) => {
        const figures = periods.map(([start, end, value], at) => total(id(at), start, end, value));
        try {
          findConflicts(figures, deriveRates(figures).conflicts);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
    );
  });

  it.each(["week", "month", "quarter", "half-year", "year"] as const)(
    "of a %s at the end of all time",
    (by) => {
      expect(() => bucketsIn({ start: "9999-12-01", end: "9999-12-31" }, by)).toThrow(RangeError);
    },
  );
});

describe("conflicts of one period", () => {
  it("are the figures that contradict another, whatever was printed", () => {
    const printed = fc.record({
      value: fc.integer({ min: 0, max: 300 }),
      qualifier: fc.constantFrom("exact", "about", "at_least"),
    });
    fc.assert(
      fc.property(fc.array(printed, { maxLength: 8 }), (values) => {
        const figures = values.map(({ value, qualifier }, index) =>
          total(id(index), "2024-01-01", "2024-01-31", value, { qualifier, series: `series ${index}` }),
        );
        const expected = figures.filter((a) =>
          figures.some((b) => contradict(printedRange(a), printedRange(b))),
        );
        const found = findConflicts(figures).flatMap((one) => one.figures);
        expect(found).toEqual(expected.map((figure) => figure.id));
      }),
    );
  });

  it("quote a few and count the rest", () => {
    const [conflict, ...more] = findConflicts(LEDGERS["values that all contradict"]!);
    expect(more).toEqual([]);
    expect(conflict?.figures).toHaveLength(MANY);
    expect(conflict?.text.length).toBeLessThan(400);
    expect(conflict?.text).toContain("and 3995 more");
  });
});
