import { describe, expect, it } from "vitest";
import { lookOf } from "../../../../widget/stats/look.ts";
import { ThemeStyle } from "../../../../worker/contract/theme.ts";

const light = { ink: "#111111", muted: "#222222", surface: "#fff1e5", accent: "#990f3d", border: "#ccc1b7" };
const dark = { ink: "#eeeeee", muted: "#dddddd", surface: "#262a33", accent: "#ff7faa", border: "#44474f" };
const plain = ThemeStyle.parse({ name: "Salmon", light, dark });

describe("lookOf(theme, scheme, letters)", () => {
  it("has the palette of the scheme", () => {
    expect(lookOf(plain, "light", "serif")).toEqual(light);
    expect(lookOf(plain, "dark", "serif")).toEqual(dark);
  });

  it("has the theme's letters before the page's own", () => {
    const style = { ...plain, font: ["Source Serif 4", "Georgia"] };
    expect(lookOf(style, "light", "Charter, serif").font).toBe('"Source Serif 4","Georgia",Charter, serif');
  });

  it("has measures where they differ from the element's own", () => {
    const style = { ...plain, radius: 6, number_size: 3.5, density: "airy" as const };
    expect(lookOf(style, "light", "")).toMatchObject({
      radius: "6px",
      "number-size": "3.5em",
      space: "1.125em",
    });
    expect(lookOf({ ...plain, density: "compact" }, "light", "").space).toBe(".5em");
  });

  it("of the default theme is empty", () => {
    expect(lookOf({}, "dark", "serif")).toEqual({});
  });
});
