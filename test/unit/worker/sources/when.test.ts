import { describe, expect, it } from "vitest";
import { backoffMs, EVERY_MS, isPassing } from "../../../../worker/sources/when.ts";

const HOUR_MS = 3_600_000;
const hours = (failures: number, retryAfterS: number | null = null) =>
  backoffMs("hour", failures, retryAfterS) / HOUR_MS;

describe("a source that fails", () => {
  it("is looked at after twice the time with each failure, and at least once a day", () => {
    expect([1, 2, 3, 4, 5, 6, 100].map((failures) => hours(failures))).toEqual([1, 2, 4, 8, 16, 24, 24]);
    expect(backoffMs("day", 9, null)).toBe(EVERY_MS.day);
  });

  it("is looked at no sooner than its server asks for, but within a day", () => {
    expect(hours(1, 3 * 3_600)).toBe(3);
    expect(hours(1, 10 ** 9)).toBe(24);
    expect(hours(1, 1)).toBe(1);
  });

  it("is told of at once where only a person can mend it", () => {
    expect(isPassing({ code: "answered", text: "", status: 503 })).toBe(true);
    expect(isPassing({ code: "too-slow", text: "" })).toBe(true);
    expect(isPassing({ code: "answered", text: "", status: 418 })).toBe(false);
    expect(isPassing({ code: "web-page", text: "" })).toBe(false);
    expect(isPassing({ code: "rows-refused", text: "" })).toBe(false);
  });
});
