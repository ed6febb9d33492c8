import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barsOf } from "../../../../widget/compare/bars.ts";
import type { Side } from "../../../../worker/contract/compare.ts";

type Counted = Pick<Side, "value" | "status" | "qualifier" | "expected">;
const side = (value: number | null, rest: Partial<Counted> = {}): Counted => ({
  value,
  status: "final",
  qualifier: "exact",
  expected: null,
  ...rest,
});
/** How far a path reaches to the right. */
const end = (path = "") => Math.max(0, ...[...path.matchAll(/[MH]([\d.]+)/g)].map(([, x]) => Number(x)));

describe("the bars of a comparison", () => {
  it("are as long as their counts, the longest as long as there is room", () => {
    const [own, year, before] = barsOf([side(2076), side(1001), side(615)]);
    expect(own?.known).toBe("M0,0H100V10H0Z");
    expect(end(year?.known)).toBeCloseTo((100 * 1001) / 2076, 1);
    expect(end(before?.known)).toBeCloseTo((100 * 615) / 2076, 1);
  });

  it("aren't there for what isn't known, and have no length for a zero", () => {
    const [unknown, none, atLeastNone] = barsOf([side(null), side(0), side(0, { qualifier: "at_least" })]);
    expect([unknown, atLeastNone]).toEqual([null, null]);
    expect(none).toEqual({ known: "", bound: "", open: "", provisional: "", band: "" });
  });

  it("are open where a count is a lower bound, also the longest", () => {
    const [bound, whole] = barsOf([side(200, { qualifier: "at_least" }), side(100)]);
    expect(bound?.known).toBe("");
    expect(end(bound?.open)).toBeGreaterThan(end(bound?.bound));
    expect(end(bound?.open)).toBeLessThanOrEqual(100);
    expect(end(whole?.known)).toBeCloseTo(end(bound?.bound) / 2, 1);
  });

  it("show what is expected of a count that is still growing, and that only", () => {
    const expected = { low: 131, mid: 148, high: 164 };
    const [growing, final] = barsOf([side(78, { status: "provisional", expected }), side(78, { expected })]);
    expect(end(growing?.known)).toBeLessThan(end(growing?.provisional));
    expect(growing?.band).toBe(`M${Math.round((131 / 164) * 1e4) / 100},5H100`);
    expect([final?.provisional, final?.band]).toEqual(["", ""]);
  });

  it("stay in their box, in the order of their counts, whatever is compared", () => {
    const counted = fc.record({
      value: fc.option(fc.nat(1e9)),
      status: fc.constantFrom("final" as const, "provisional" as const),
      qualifier: fc.constantFrom("exact" as const, "at_least" as const, "about" as const),
      expected: fc.option(
        fc
          .tuple(fc.nat(1e9), fc.nat(1e9), fc.nat(1e9))
          .map((ends) => ends.sort((a, b) => a - b))
          .map(([low = 0, mid = 0, high = 0]) => ({ low, mid, high })),
      ),
    });
    const width = fc.integer({ min: 20, max: 2000 });
    fc.assert(
      fc.property(fc.array(counted, { minLength: 1, maxLength: 13 }), width, (sides, width) => {
        const bars = barsOf(sides, { width, height: 10 });
        bars.forEach((bar, at) => {
          const { value, qualifier } = sides[at]!;
          expect(bar === null).toBe(value === null || (value === 0 && qualifier === "at_least"));
          for (const path of Object.values(bar ?? {})) {
            expect(path).not.toMatch(/NaN|Infinity|-|e/);
            expect(end(path)).toBeLessThanOrEqual(width + 0.01);
          }
        });
        const lengths = bars.map((bar) => bar && end(bar.known + bar.bound));
        for (const [a, one] of lengths.entries())
          for (const [b, other] of lengths.entries())
            if (one !== null && other !== null && sides[a]!.value! < sides[b]!.value!)
              expect(one).toBeLessThanOrEqual(other);
      }),
    );
  });
});
