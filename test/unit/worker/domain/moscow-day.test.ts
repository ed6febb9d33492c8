import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moscowDate } from "../../../../worker/domain/calendar.ts";
import { MoscowDay } from "../../../../worker/domain/moscow-day.ts";

describe("the day in Moscow, worked out once a day", () => {
  it("turns at midnight in Moscow, 21:00 UTC", () => {
    const day = new MoscowDay();
    expect(day.at(Date.parse("2025-07-01T20:59:59.999Z"))).toBe("2025-07-01");
    expect(day.at(Date.parse("2025-07-01T21:00:00Z"))).toBe("2025-07-02");
  });

  it("says what is worked out anew each time, on whatever way the clock goes", () => {
    const from = Date.parse("2005-01-01");
    const instant = fc.integer({ min: from, max: Date.parse("2035-01-01") });
    fc.assert(
      fc.property(fc.array(instant), (instants) => {
        const day = new MoscowDay();
        for (const now of instants) expect(day.at(now)).toBe(moscowDate(now));
      }),
    );
  });
});
