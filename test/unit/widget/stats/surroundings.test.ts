import { describe, expect, it } from "vitest";
import { lumaOf } from "../../../../widget/stats/surroundings.ts";

describe("lumaOf(color)", () => {
  it.each([
    ["rgb(255, 255, 255)", 1],
    ["rgb(0, 0, 0)", 0],
    ["rgba(128, 128, 128, 0.9)", 0.5],
    ["color(srgb 0.2 0.2 0.2)", 0.2],
    ["color(display-p3 1 1 1 / 0.8)", 1],
    ["oklch(0.21 0.034 264.665)", 0.21],
    ["oklab(0.95 0 0)", 0.95],
    ["lab(14.5 2 -3)", 0.145],
    ["lch(90 5 200 / 0.75)", 0.9],
  ])("reads %s", (color, luma) => {
    expect(lumaOf(color)).toBeCloseTo(luma, 2);
  });

  it("weighs green more than red and red more than blue, as the eye does", () => {
    const [red, green, blue] = ["rgb(255, 0, 0)", "rgb(0, 255, 0)", "rgb(0, 0, 255)"].map(
      (color) => lumaOf(color)!,
    );
    expect(green!).toBeGreaterThan(red!);
    expect(red!).toBeGreaterThan(blue!);
  });

  it.each(["rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0.4)", "oklch(0.2 0 0 / 0.1)", "color(srgb 1 1 1 / 0)", ""])(
    "lets shine through what is behind %s",
    (color) => {
      expect(lumaOf(color)).toBeNull();
    },
  );
});
