import fc from "fast-check";
import { describe, expect, it, test as property } from "vitest";
import { merge, withFields } from "../../../../../widget/studio/draft/merge.ts";
import { PRESET_STYLES, PRESETS } from "../../../../../widget/studio/draft/presets.ts";
import { isSame, styleOf, valuesOf } from "../../../../../widget/studio/draft/values.ts";
import { DENSITIES, THEME_CHARTS, type ThemeStyle } from "../../../../../worker/contract/theme.ts";
import { runs } from "../../../../runs.ts";

const colour = fc.constantFrom("#000000", "#111111", "#222222");
const palette = fc.record({ ink: colour, muted: colour, surface: colour, accent: colour, border: colour });
const heading = fc.constantFrom("Left", "Gone");
const style: fc.Arbitrary<ThemeStyle> = fc.record({
  name: fc.constantFrom("One", "Two"),
  light: palette,
  dark: palette,
  font: fc.subarray(["Georgia", "Charter"]),
  radius: fc.integer({ min: 0, max: 3 }),
  density: fc.constantFrom(...DENSITIES),
  number_size: fc.constantFrom(null, 2, 4),
  layout: fc.constantFrom("card" as const, "strip" as const),
  chart: fc.constantFrom(...THEME_CHARTS),
  lang: fc.constantFrom(null, "uk" as const),
  headings: fc.record({ en: heading, ru: heading }, { requiredKeys: [] }),
  hidden: fc.subarray(["change" as const, "history" as const]),
});

describe("a theme's values", () => {
  property("make the theme again", () => {
    fc.assert(
      fc.property(style, (one) => isSame(styleOf(valuesOf(one)), one)),
      runs(100),
    );
  });
});

describe("two changes of one theme", () => {
  property("lose no change of either: each field is one's, the other's, or both's to choose", () => {
    fc.assert(
      fc.property(style, style, style, (base, mine, theirs) => {
        const merged = merge(base, mine, theirs);
        const [from, here, there, out] = [base, mine, theirs, merged.style].map(valuesOf);
        for (const field of new Set([...here!.keys(), ...there!.keys(), ...out!.keys()])) {
          const [b, m, t, o] = [from, here, there, out].map((values) => values!.get(field));
          const collides = merged.collisions.some((one) => one.field === field);
          expect(collides).toBe(!isSame(m, t) && !isSame(m, b) && !isSame(t, b));
          expect(isSame(o, isSame(m, b) ? t : m)).toBe(true);
        }
      }),
      runs(300),
    );
  });

  property("that are the same make no conflict, whatever they were made from", () => {
    fc.assert(
      fc.property(fc.option(style), style, (base, one) => {
        expect(merge(base, one, one)).toEqual({ style: one, taken: [], collisions: [] });
      }),
      runs(100),
    );
  });

  property("become the other's wherever that is chosen", () => {
    fc.assert(
      fc.property(style, style, style, (base, mine, theirs) => {
        const { style: merged, collisions } = merge(base, mine, theirs);
        const chosen = withFields(
          merged,
          theirs,
          collisions.map(({ field }) => field),
        );
        expect(merge(base, chosen, theirs).collisions).toEqual([]);
      }),
      runs(100),
    );
  });

  it("collide in all that differs where it isn't known what they were made from", () => {
    const { collisions } = merge(null, PRESET_STYLES.press, { ...PRESET_STYLES.press, radius: 3 });
    expect(collisions).toEqual([{ field: "radius", mine: "0", theirs: "3" }]);
    expect(PRESETS.length).toBeGreaterThan(1);
  });
});
