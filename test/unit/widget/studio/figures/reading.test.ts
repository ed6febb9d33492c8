import { describe, expect, it } from "vitest";
import { articlesIn } from "../../../../../widget/studio/figures/articles.ts";
import { digitsIn } from "../../../../../widget/studio/figures/digits.ts";

describe("a number as a newspaper writes it", () => {
  it.each([
    ["18159", "18159"],
    ["18 159", "18159"],
    ["18\u00a0159", "18159"],
    ["18\u202f159", "18159"],
    ["18,159", "18159"],
    ["18.159", "18159"],
    ["1’000’000", "1000000"],
    ["1,076,001", "1076001"],
    ["1 07", "1 07"],
    ["1,07", "1.07"],
    ["848.5", "848.5"],
  ])("reads the total %s as %s", (written, digits) => {
    expect(digitsIn(written, "total")).toBe(digits);
  });

  it("leaves a rate alone whose comma may be either", () => {
    expect(digitsIn("1,076", "per_week")).toBe("1,076");
    expect(digitsIn("85,5", "per_week")).toBe("85.5");
    expect(digitsIn("85.5", "per_week")).toBe("85.5");
  });
});

describe("articles by words", () => {
  it.each([
    ["337", ["337"]],
    ["338, 337 и 332", ["332", "337", "338"]],
    ["ст. 337, 338 УК РФ", ["337", "338"]],
    ["AWOL", ["337"]],
    ["absence without leave and desertion", ["337", "338"]],
    ["refusal to obey", ["332"]],
    ["самовольное оставление части", ["337"]],
    ["СОЧ, дезертирство и неисполнение приказа", ["332", "337", "338"]],
    ["СЗЧ та дезертирство", ["337", "338"]],
    ["самовільне залишення частини", ["337"]],
    ["surrender", ["352.1"]],
    ["сдача в плен", ["352.1"]],
    ["ch33", ["ch33"]],
  ])("reads %s", (text, articles) => {
    expect(articlesIn(text).articles).toEqual(articles);
    expect(articlesIn(text).unknown).toEqual([]);
  });

  it("says what it doesn't know", () => {
    expect(articlesIn("337 and murder").unknown).toEqual(["murder"]);
  });
});
