import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestPassing } from "../../../../../widget/studio/colour/nearest.ts";
import { chromaOf, lightnessOf, parseColour } from "../../../../../widget/studio/colour/parse.ts";
import { coloursIn } from "../../../../../widget/studio/colour/pasted.ts";

describe("a typed colour", () => {
  it.each([
    ["#B01E28", "#b01e28"],
    ["  #abc ", "#aabbcc"],
    ["b01e28", "#b01e28"],
    ["rgb(176 30 40)", "#b01e28"],
    ["rgb(176, 30, 40)", "#b01e28"],
    ["hsl(0 100% 50%)", "#ff0000"],
    ["RebeccaPurple", "#663399"],
    ["oklch(0 0 0)", "#000000"],
    ["#b01e28ff", "#b01e28"],
  ])("%s is %s", (typed, colour) => {
    expect(parseColour(typed)).toBe(colour);
  });

  it("that screens can't show is brought to the nearest that they can", () => {
    expect(parseColour("color(display-p3 1 0 0)")).toMatch(/^#f[0-9a-f]0[0-9a-f]0[0-9a-f]$/);
  });

  it.each([
    "",
    "red;",
    "url(https://example.org)",
    "#b01e2880",
    "transparent",
    "var(--x)",
    "</style>",
    "#12",
    "A(0A",
  ])("%j is none", (typed) => {
    expect(parseColour(typed)).toBeNull();
  });

  it("is either #rrggbb or nothing, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const colour = parseColour(typed);
        expect(colour === null || /^#[0-9a-f]{6}$/.test(colour)).toBe(true);
      }),
    );
  });
});

describe("the nearest passing colour", () => {
  const darkerThan = (limit: number) => (colour: string) => lightnessOf(colour) <= limit;

  it("is the colour itself where it passes", () => {
    expect(nearestPassing("#b01e28", () => true)).toBe("#b01e28");
  });

  it("keeps the hue and goes no further than it has to", () => {
    const found = nearestPassing("#f2695f", darkerThan(0.5));
    expect(lightnessOf(found!)).toBeGreaterThan(0.49);
    expect(lightnessOf(found!)).toBeLessThanOrEqual(0.5);
    expect(chromaOf(found!)).toBeGreaterThan(0.1);
  });

  it("goes lighter where that is nearer", () => {
    const found = nearestPassing("#888888", (colour) => lightnessOf(colour) > 0.7 || colour === "#000000");
    expect(lightnessOf(found!)).toBeCloseTo(0.7, 1);
  });

  it("is none where nothing passes", () => {
    expect(nearestPassing("#888888", () => false)).toBeNull();
  });
});

describe("pasted colours", () => {
  it("are those of a style sheet, the most frequent first", () => {
    const css = `:root{--brand:#B01E28;--ink:#111} a{color:#b01e28;border-color:rgb(17 17 17 / 1)}
      .x{background: white;} p { color: #b01e28 }`;
    expect(coloursIn(css)).toEqual(["#b01e28", "#111111", "#ffffff"]);
  });

  it("are those of a page's attributes and of a brand guide", () => {
    expect(
      coloursIn('<meta name="theme-color" content="#0B63CE"> Red: #f00, HSL hsl(120, 100%, 25%)'),
    ).toEqual(["#0b63ce", "#ff0000", "#008000"]);
  });

  it("leaves out words, addresses and what lets other colours through", () => {
    expect(
      coloursIn("The red line, see /a#section, .green-box{} color: transparent; rgba(0,0,0,.5)"),
    ).toEqual([]);
  });
});
