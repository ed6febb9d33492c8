import { describe, expect, it } from "vitest";
import { comparisonHeight } from "../../../../../worker/embed/frame/comparison-height.ts";
import { compared, unsure, yearSide } from "../../../../fixtures/comparison.ts";

const years = (count: number) =>
  compared("uk", {
    sides: Array.from({ length: count + 1 }, (_, at) => yearSide(2023 - at, at ? 1000 + 37 * at : 2076)),
  });

describe("the height of a comparison's frame", () => {
  it.each([
    ["two years", years(2), { 200: 753, 240: 694, 320: 552, 420: 515, 480: 472 }],
    ["twelve", years(12), { 200: 1676, 240: 1509, 320: 1260, 420: 1157, 480: 1093 }],
    ["one that isn't sure", unsure("uk"), { 200: 1343, 240: 1115, 320: 838, 420: 691, 480: 648 }],
  ] as const)("holds what Chromium needed for it, and little more: %s", (_, body, measured) => {
    for (const [width, height] of Object.entries(measured)) {
      const frame = comparisonHeight(body, Number(width));
      expect(frame, width).toBeGreaterThanOrEqual(height);
      expect(frame, width).toBeLessThan(1.12 * height);
    }
  });

  it("grows with each period, and never for a wider frame by more than a line", () => {
    for (let count = 1; count < 12; count++)
      expect(comparisonHeight(years(count + 1), 320)).toBeGreaterThan(comparisonHeight(years(count), 320));
    for (const body of [compared(), unsure(), unsure("ru")])
      for (let width = 200; width < 480; width++)
        expect(comparisonHeight(body, width + 1)).toBeLessThanOrEqual(comparisonHeight(body, width) + 24);
  });
});
