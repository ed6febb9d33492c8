import { describe, expect, it } from "vitest";
import { faultsIn } from "../../../../../widget/studio/draft/faults.ts";
import { PRESET_STYLES } from "../../../../../widget/studio/draft/presets.ts";
import { LANGS } from "../../../../../worker/contract/terms.ts";
import { type Palette, ThemeStyle } from "../../../../../worker/contract/theme.ts";

const { press } = PRESET_STYLES;
const COLOURS = Object.keys(ThemeStyle.shape.light.shape) as (keyof Palette)[];
const none = new Map<string, string>();

describe("what keeps a theme from being saved", () => {
  it("is nothing of a good one", () => {
    expect(faultsIn(press, none, "press")).toEqual([]);
    expect(faultsIn(press, new Map([["light.ink", "navy"]]), null)).toEqual([]);
  });

  it.each(["", "  ", "a<b", "a\tb", "x".repeat(61), "a\u202eb"])("is the name %j", (name) => {
    expect(faultsIn({ ...press, name }, none, "").map(({ field }) => field)).toEqual(["name"]);
  });

  it.each(["", "Ünö", "a b", "-a", "x".repeat(41)])("is the name in snippets %j", (slug) => {
    expect(faultsIn(press, none, slug)).toEqual([{ field: "slug", reason: "slug" }]);
  });

  it.each(LANGS)("is a heading that can't stand in a page: %s", (lang) => {
    for (const text of ["<b>", "a\nb", "x".repeat(121)]) {
      expect(faultsIn({ ...press, headings: { [lang]: text } }, none, null)).toEqual([
        { field: `headings.${lang}`, reason: text.length > 120 ? "long" : "markup" },
      ]);
    }
  });

  it.each(COLOURS.flatMap((colour) => [`light.${colour}`, `dark.${colour}`]))(
    "is a colour that can't be read, in either scheme: %s",
    (field) => {
      expect(faultsIn(press, new Map([[field, "Guardian blue"]]), null)).toEqual([
        { field, reason: "colour" },
      ]);
    },
  );

  it("is a typeface that could be more than a name, and no other", () => {
    for (const text of ["a;b", "url(x)", "a,b,c,d,e,f,g"])
      expect(faultsIn(press, new Map([["font", text]]), null)).toEqual([
        { field: "font", reason: "families" },
      ]);
    for (const text of ["", "Guardian Text, Georgia", '"PT Serif", serif', "Marr Sans,"])
      expect(faultsIn(press, new Map([["font", text]]), null)).toEqual([]);
  });

  it("is told from the top of the form to its end, each field once", () => {
    const style = { ...press, name: "<", headings: { en: "<" } };
    const written = new Map([
      ["font", "<"],
      ["dark.ink", "<"],
    ]);
    expect(faultsIn(style, written, "<").map(({ field }) => field)).toEqual([
      "name",
      "dark.ink",
      "font",
      "headings.en",
    ]);
  });
});
