import { describe, expect, it } from "vitest";
import { ThemeStyle } from "../../../../../worker/contract/theme.ts";
import { contrastPairs, failingPairs } from "../../../../../worker/domain/theme/contrast.ts";
import { summaryTheme } from "../../../../../worker/domain/theme/summary-theme.ts";
import { FURTHER, LOOKS, PLAIN_STYLE } from "../../../../fixtures/looks.ts";

const answer = (style: Partial<ThemeStyle>) =>
  summaryTheme({
    slug: "paper",
    version: 1,
    published_at: "2026-01-01T00:00:00Z",
    style: ThemeStyle.parse({ ...PLAIN_STYLE, ...style }),
  });

describe("a theme as an answer has it", () => {
  it("is as it was where it has nothing beyond the first choices", () => {
    const { look, logo, ...known } = answer({});
    expect([look, logo]).toEqual([undefined, undefined]);
    expect(Object.keys(known).sort()).toEqual(
      [
        ...["slug", "version", "light", "dark", "font", "radius"],
        ...["density", "number_size", "layout", "chart", "hidden"],
      ].sort(),
    );
  });

  it.each(FURTHER)("names what is set, and nothing else: $style", ({ style, property, value }) => {
    const { look = {} } = answer(style);
    expect(look[property]).toEqual(value);
    const others = property === "place" || property === "align" ? ["align", "place"] : [property];
    expect(Object.keys(look).filter((name) => !others.includes(name))).toEqual([]);
  });

  it("asks for what draws them where it has lines, a logo, colours or hidden parts of its own", () => {
    const { light } = PLAIN_STYLE;
    for (const style of [
      { byline: { en: "Desk" } },
      { logo: LOOKS.signed!.logo! },
      { light: { ...light, number: "#000000" } },
      { dark: { ...PLAIN_STYLE.dark, rule: "#ffffff" } },
      { hidden: ["detail" as const] },
      { hidden: ["so-far" as const] },
    ]) {
      expect(answer(style).look).toEqual({});
    }
    expect(answer({ hidden: ["change", "history"] }).look).toBeUndefined();
  });
});

describe("the schema of a theme", () => {
  it("takes each of them, and a theme that was made before there were any", () => {
    for (const style of [...FURTHER.map((one) => one.style), ...Object.values(LOOKS)])
      expect(ThemeStyle.safeParse({ ...PLAIN_STYLE, ...style }).error).toBeUndefined();
  });

  it.each([
    { padding: -1 },
    { padding: 49 },
    { rule_width: 1000 },
    { max_width: 10 },
    { chart_height: 4000 },
    { line_width: 0.3 },
    { number_weight: 450 },
    { figures: "roman" },
    { label_case: "none;color:red" },
    { align: "justify" },
    { heading_font: ["x;y"] },
    { byline: { en: "<b>" } },
    { note: { en: "x".repeat(241) } },
    { credit: { de: "x" } },
    { hidden: ["status"] },
    { hidden: ["label"] },
    { hidden: ["source"] },
    { light: { ...PLAIN_STYLE.light, number: "red" } },
    { logo: { ...LOOKS.signed!.logo!, paths: [{ d: "M0 0", fill: "url(https://evil.test)" }] } },
    { logo: { ...LOOKS.signed!.logo!, paths: [{ d: '"/><script>' }] } },
    { logo: { ...LOOKS.signed!.logo!, paths: [{ d: `M${"0 ".repeat(4_001)}` }] } },
    { logo: { ...LOOKS.signed!.logo!, width: 9_000 } },
    { logo: { ...LOOKS.signed!.logo!, href: "https://evil.test" } },
  ])("refuses what is no such value: %j", (style) => {
    expect(ThemeStyle.safeParse({ ...PLAIN_STYLE, ...style }).success).toBe(false);
  });
});

describe("contrast", () => {
  it("is judged of the number's own colour, where it has one", () => {
    const { light } = PLAIN_STYLE;
    expect(contrastPairs(PLAIN_STYLE)).toHaveLength(6);
    const pale = { ...PLAIN_STYLE, light: { ...light, number: "#bbbbbb" } };
    expect(failingPairs(pale)).toMatchObject([{ scheme: "light", foreground: "number", least: 4.5 }]);
    expect(failingPairs({ ...PLAIN_STYLE, light: { ...light, number: "#b01e28" } })).toEqual([]);
  });
});
