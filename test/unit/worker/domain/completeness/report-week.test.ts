import { describe, expect, it } from "vitest";
import { delayAsOf } from "../../../../../worker/domain/completeness/report-week.ts";

describe("delayAsOf", () => {
  const monday = "2025-06-30";

  it("is 0 for what was seen by the same weekday of its week", () => {
    expect(delayAsOf("2025-06-30", "2025-06-30", monday)).toBe(0);
    expect(delayAsOf("2025-06-23", "2025-06-23", monday)).toBe(0);
  });

  it("counts the week before as one week late as soon as that weekday has passed", () => {
    expect(delayAsOf("2025-06-24", "2025-06-24", monday)).toBe(1);
    expect(delayAsOf("2025-06-27", "2025-06-30", monday)).toBe(1);
  });

  it("ends each report week on the weekday of the edition", () => {
    expect(delayAsOf("2025-06-02", "2025-06-16", monday)).toBe(2);
    expect(delayAsOf("2025-06-02", "2025-06-17", monday)).toBe(3);
    expect(delayAsOf("2025-06-02", "2025-06-23", monday)).toBe(3);
  });

  it("is the number of calendar weeks for an edition made on a Sunday", () => {
    const sunday = "2025-07-06";
    expect(delayAsOf("2025-06-30", "2025-07-06", sunday)).toBe(0);
    expect(delayAsOf("2025-06-24", "2025-06-29", sunday)).toBe(0);
    expect(delayAsOf("2025-06-24", "2025-06-30", sunday)).toBe(1);
    expect(delayAsOf("2025-06-02", "2025-06-29", sunday)).toBe(3);
  });

  it("is never longer than the week is old", () => {
    for (let day = 2; day <= 30; day++) {
      const seen = `2025-06-${String(day).padStart(2, "0")}`;
      expect(delayAsOf("2025-06-02", seen, monday)).toBeLessThanOrEqual(4);
      expect(delayAsOf("2025-06-02", seen, monday)).toBeGreaterThanOrEqual(0);
    }
  });
});
