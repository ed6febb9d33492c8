import { describe, expect, it } from "vitest";
import { contradict, printedRange } from "../../../../../worker/domain/published/printed-range.ts";

describe("printedRange(figure)", () => {
  it.each([
    [586, "exact", 586, 586],
    [586, "about", 585.5, 586.5],
    [7400, "about", 7350, 7450],
    [1000, "about", 500, 1500],
    [38.5, "about", 38.45, 38.55],
    [0, "about", 0, 0.5],
    [100, "at_least", 100, Number.POSITIVE_INFINITY],
  ] as const)("reads %d (%s) as %d to %d", (value, qualifier, low, high) => {
    const range = printedRange({ value, qualifier });
    expect(range.low).toBeCloseTo(low);
    expect(range.high).toBeCloseTo(high);
  });
});

describe("contradict(a, b)", () => {
  it("is true only where no value fits both", () => {
    const about = printedRange({ value: 7400, qualifier: "about" });
    expect(contradict(about, printedRange({ value: 7450, qualifier: "exact" }))).toBe(false);
    expect(contradict(about, printedRange({ value: 7451, qualifier: "exact" }))).toBe(true);
    expect(contradict(printedRange({ value: 7349, qualifier: "exact" }), about)).toBe(true);
    expect(contradict(printedRange({ value: 5, qualifier: "at_least" }), about)).toBe(false);
  });
});
