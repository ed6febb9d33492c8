import { describe, expect, it } from "vitest";
import { widthOf, wrap, wrapEvenly } from "../../../../../worker/embed/card/measure.ts";

describe("a line's width", () => {
  it("is the sum of its letters, in multiples of their size", () => {
    expect(widthOf("198", "serif-bold")).toBeCloseTo(1.8);
    expect(widthOf("мі", "sans")).toBeCloseTo(1);
  });

  it("takes a letter that it doesn't know for a wide one", () => {
    expect(widthOf("語", "sans")).toBeCloseTo(1.1);
  });
});

describe("a text that is broken into lines", () => {
  const TEXT = "Вироки російським військовим за відмову служити";

  it("keeps its words, each line within the width", () => {
    const lines = wrap(TEXT, "sans", 12);
    expect(lines.join(" ")).toBe(TEXT);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(widthOf(line, "sans")).toBeLessThanOrEqual(12);
  });

  it("holds at a no-break space", () => {
    expect(wrap("ст.\u00a0337", "sans", 3.4)).toEqual(["ст.\u00a0337"]);
  });

  it("breaks a word only where it is wider than the line", () => {
    expect(wrap("aaaaa bb", "sans", 1.8)).toEqual(["aaa", "aa", "bb"]);
  });

  it("has no lines without words", () => {
    expect(wrap("", "sans", 5)).toEqual([]);
  });

  it("evens its lines out without needing more of them", () => {
    const even = wrapEvenly("one two three four five six", "serif-bold", 10);
    expect(even.length).toBe(wrap("one two three four five six", "serif-bold", 10).length);
    const widths = even.map((line) => widthOf(line, "serif-bold"));
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(3);
  });
});
