import { describe, expect, it } from "vitest";
import { PRESET_STYLES } from "../../../../../widget/studio/draft/presets.ts";
import { contrast, contrastPairs, failingPairs } from "../../../../../worker/domain/theme/contrast.ts";

describe("contrast", () => {
  it.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#000000", 21],
    ["#b01e28", "#b01e28", 1],
    ["#777777", "#ffffff", 4.48],
    ["#767676", "#ffffff", 4.54],
    ["#ff0000", "#ffffff", 4],
  ])("of %s and %s is %d", (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
  });
});

describe("a theme", () => {
  const { press } = PRESET_STYLES;

  it("has six pairs: letters, lesser letters and the drawing on the background, in both schemes", () => {
    const pairs = contrastPairs(press).map(({ scheme, foreground, least }) => [scheme, foreground, least]);
    expect(pairs).toEqual([
      ["light", "ink", 4.5],
      ["light", "muted", 4.5],
      ["light", "accent", 3],
      ["dark", "ink", 4.5],
      ["dark", "muted", 4.5],
      ["dark", "accent", 3],
    ]);
  });

  it.each(Object.entries(PRESET_STYLES))("that is offered passes AA: %s", (_, style) => {
    expect(failingPairs(style)).toEqual([]);
  });

  it("fails by each pair that is too pale, in the scheme where it is", () => {
    const pale = { ...press, dark: { ...press.dark, muted: "#4a4a4a", accent: "#222222" } };
    expect(failingPairs(pale).map(({ scheme, foreground }) => `${scheme} ${foreground}`)).toEqual([
      "dark muted",
      "dark accent",
    ]);
  });

  it("isn't judged by its fine lines, which are decoration", () => {
    expect(failingPairs({ ...press, light: { ...press.light, border: press.light.surface } })).toEqual([]);
  });
});
