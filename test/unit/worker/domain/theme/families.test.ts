import { describe, expect, it } from "vitest";
import { kindOf, wholeStack } from "../../../../../worker/domain/theme/families.ts";

describe("the kind of a typeface", () => {
  it.each([
    [["Guardian Text", "Georgia"], "serif"],
    [["Le Monde Marr", "Georgia", "serif"], "serif"],
    [["Spiegel Sans", "Arial"], "sans-serif"],
    [["Graphik"], "sans-serif"],
    [["PT Serif"], "serif"],
    [["PT Sans", "serif"], "serif"],
    [["Courier New"], "monospace"],
    [["Something Own"], null],
    [[], null],
  ] as const)("of %j is %s", (font, kind) => {
    expect(kindOf(font)).toBe(kind);
  });
});

describe("a stack as embeds get it", () => {
  it("ends in families of its kind, so that no serif turns sans where the first is missing", () => {
    expect(wholeStack(["Guardian Text", "Georgia"])).toEqual([
      "Guardian Text",
      "Georgia",
      "Noto Serif",
      "Liberation Serif",
      "Times New Roman",
      "DejaVu Serif",
    ]);
  });

  it("has no generic word in it, which embeds would take for a family's name", () => {
    expect(wholeStack(["Own", "Sans-Serif"])).toEqual([
      "Own",
      "Roboto",
      "Liberation Sans",
      "Arial",
      "Noto Sans",
    ]);
    expect(wholeStack(["serif"])[0]).toBe("Noto Serif");
  });

  it("stays as it is where nothing tells its kind, names no family twice, and fits into an embed", () => {
    expect(wholeStack(["Something Own"])).toEqual(["Something Own"]);
    expect(wholeStack(["Times New Roman"]).filter((name) => name === "Times New Roman")).toHaveLength(1);
    expect(wholeStack(["Georgia", "a", "b", "c", "d", "e"])).toHaveLength(10);
  });
});
