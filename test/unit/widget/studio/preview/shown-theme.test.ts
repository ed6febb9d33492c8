import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valuesOf } from "../../../../../widget/studio/draft/values.ts";
import { shownTheme } from "../../../../../widget/studio/preview/shown-theme.ts";
import { ThemeStyle } from "../../../../../worker/contract/theme.ts";
import { runs } from "../../../../runs.ts";

const COLOURS = {
  ink: "#161616",
  muted: "#5b5b5b",
  surface: "#ffffff",
  accent: "#b01e28",
  border: "#d3d0cb",
};
const before = ThemeStyle.parse({
  name: "Before",
  light: COLOURS,
  dark: COLOURS,
  headings: { en: "Deserters" },
  padding: 8,
});
/** What an editor sets beside what can't be taken. */
const GOOD: Partial<ThemeStyle> = {
  light: { ...COLOURS, accent: "#005f99" },
  radius: 12,
  density: "airy",
  chart: "bars",
  padding: 20,
  headings: { en: "Counted", uk: "Пораховано" },
};
/** What no theme may have, by its field. */
const BAD: readonly ((style: Record<string, unknown>) => unknown)[] = [
  (style) => (style.name = "a<b"),
  (style) => (style.name = ""),
  (style) => (style.name = "x".repeat(61)),
  (style) => (style.headings = { ...(style.headings as object), ru: "<b>" }),
  (style) => (style.headings = { ...(style.headings as object), ru: "" }),
  (style) => (style.byline = { en: "y".repeat(900) }),
  (style) => (style.dark = { ...(style.dark as object), ink: "red" }),
  (style) => (style.font = ["url(x)"]),
  (style) => (style.heading_font = ["a;b"]),
  (style) => (style.number_weight = "x"),
  (style) => (style.logo = { width: 0, height: 0, label: "", paths: [] }),
];

describe("the theme that the preview shows", () => {
  it("follows every change but those that no theme may have, whatever those are", () => {
    const some = fc.subarray(BAD as ((style: Record<string, unknown>) => unknown)[], { minLength: 1 });
    fc.assert(
      fc.property(some, (wrongs) => {
        const edited = structuredClone({ ...before, ...GOOD }) as Record<string, unknown>;
        for (const wrong of wrongs) wrong(edited);
        const shown = shownTheme(edited as ThemeStyle, before);
        expect(ThemeStyle.safeParse(shown).success).toBe(true);
        const values = valuesOf(shown);
        for (const [field, value] of valuesOf(ThemeStyle.parse({ ...before, ...GOOD, name: "any" })))
          if (field !== "name") expect(values.get(field)).toEqual(value);
      }),
      runs(200),
    );
  });

  it("keeps of what can't be read what it had before", () => {
    const shown = shownTheme({ ...before, radius: 3, name: "" }, before);
    expect(shown).toEqual({ ...before, radius: 3 });
  });
});
