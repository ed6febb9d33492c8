import { describe, expect, it } from "vitest";
import { Summary } from "../../worker/contract/summary.ts";
import { addDays, weekStart } from "../../worker/domain/calendar.ts";
import { convicted, openNewsroom } from "./newsroom.ts";

/** A Wednesday: the week of its reading is three days old. */
const WEDNESDAY = "2025-06-25";
const MONDAY = weekStart(WEDNESDAY);

/**
 * Verdicts of 42 weeks, 20 each Monday. Half are seen on the Tuesday after the verdict, the other half on the
 * Tuesday of the week after; nothing is known of what will be seen after Wednesday.
 */
function verdicts() {
  return Array.from({ length: 42 }, (_, age) => addDays(MONDAY, -7 * age)).flatMap((monday) =>
    Array.from({ length: 20 }, (_, index) =>
      convicted({
        received_on: addDays(monday, -20),
        decided_on: monday,
        first_seen_on: addDays(monday, index % 2 === 0 ? 1 : 8),
      }),
    ).filter(({ first_seen_on }) => first_seen_on! <= WEDNESDAY),
  );
}

describe("a reading of the courts' sites in the middle of a week", () => {
  it("leaves the week incomplete, says what is expected, and never calls it a fall", async () => {
    const room = await openNewsroom(`${WEDNESDAY}T09:00:00Z`);
    await room.publishCases(verdicts());
    const week = Summary.parse(await room.json("/v1/summary"));
    expect(week.headline).toMatchObject({
      value: 20,
      shown: "counted",
      status: "final",
      period: { start: addDays(MONDAY, -7), end: addDays(MONDAY, -1) },
      so_far: { value: 10, period: { start: MONDAY, end: WEDNESDAY } },
    });
    expect(week.text.so_far).toContain("10");
    const { headline, series, text } = Summary.parse(await room.json("/v1/summary?span=this-week"));
    expect(headline).toMatchObject({
      value: 10,
      period: { start: MONDAY, end: WEDNESDAY },
      status: "provisional",
      change: null,
    });
    expect(headline.completeness).toBeCloseTo(0.5, 1);
    expect(headline.expected!.low).toBeGreaterThan(10);
    expect(headline.expected!.mid).toBe(20);
    expect(series.provisional_from).toBe(series.values.length - 1);
    expect(series.values.slice(0, -1).every((value) => value === 20)).toBe(true);
    expect(text.status).toMatch(/Incomplete.*Likely to reach/);
  });

  it("knows nothing of the lateness of a backfill, and says so", async () => {
    const room = await openNewsroom(`${WEDNESDAY}T09:00:00Z`);
    await room.publishCases(verdicts().map((one) => ({ ...one, first_seen_on: null })));
    const week = Summary.parse(await room.json("/v1/summary")).headline;
    expect(week).toMatchObject({ value: 20, status: "final", age_days: expect.any(Number) });
    expect(week.age_days).toBeGreaterThan(24 * 7);
    const { headline, text } = Summary.parse(await room.json("/v1/summary?span=this-week"));
    expect(headline).toMatchObject({ value: 10, status: "provisional", expected: null, change: null });
    expect(text.status).toMatch(/Incomplete/);
    expect(text.status).not.toMatch(/Expected/);
  });
});
