import { describe, expect, it } from "vitest";
import { keptSpace } from "../../../../widget/studio/editor/kept-space.ts";

describe("the space that a snippet keeps", () => {
  it("is a card's, of which nothing needs to be said", () => {
    expect(keptSpace({ layout: "card", chart: "bars", hidden: [] })).toEqual({ layout: null, chart: null });
    // A theme makes no tag a word of a sentence.
    expect(keptSpace({ layout: "inline", chart: "line", hidden: ["change"] }).layout).toBe(null);
  });

  it("is the theme's own where that is another, or without its chart", () => {
    expect(keptSpace({ layout: "strip", chart: "line", hidden: [] })).toEqual({
      layout: "strip",
      chart: null,
    });
    expect(keptSpace({ layout: "number", chart: "none", hidden: [] })).toEqual({
      layout: "number",
      chart: null,
    });
    expect(keptSpace({ layout: "card", chart: "none", hidden: [] }).chart).toBe("none");
    expect(keptSpace({ layout: "strip", chart: "line", hidden: ["sparkline"] }).chart).toBe("none");
  });
});
