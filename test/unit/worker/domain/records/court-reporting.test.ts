import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../../../worker/domain/calendar.ts";
import { courtReporting } from "../../../../../worker/domain/records/court-reporting.ts";
import { runs } from "../../../../runs.ts";

const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays("2023-06-01", days));
const court = fc
  .record({ court: fc.string({ minLength: 1 }), days: fc.uniqueArray(day, { maxLength: 60 }) })
  .map((one) => ({ ...one, last: one.days.toSorted().at(-1) ?? null }));

describe("how the courts report, all together", () => {
  it("is nothing without courts", () => {
    expect(courtReporting([])).toEqual({ courts: 0, rhythm: 0, silent: 0, newest: null });
  });

  it("calls silent only those whose rhythm is known, and never the one with the newest record", () => {
    fc.assert(
      fc.property(fc.array(court, { maxLength: 20 }), (courts) => {
        const { courts: all, rhythm, silent, newest } = courtReporting(courts);
        expect(all).toBe(courts.length);
        expect(rhythm).toBeLessThanOrEqual(all);
        expect(silent).toBeLessThanOrEqual(rhythm);
        const current = courts.filter(({ last }) => last === newest);
        expect(courtReporting(current).silent).toBe(0);
        // In whatever order the courts come.
        expect(courtReporting(courts.toReversed())).toEqual({ courts: all, rhythm, silent, newest });
      }),
      runs(200),
    );
  });
});
