import { describe, expect, it } from "vitest";
import { drawingOf, layoutOf, spaceOf } from "../../../../widget/stats/view.ts";
import { published, records } from "../../../widget/summary.ts";

const WEEKS = records();
const FIGURES = published();
const bare = { layout: null, chart: null };

describe("the layout", () => {
  it("is the tag's, else the theme's, else a card", () => {
    expect(layoutOf({ ...bare, layout: "number" }, { layout: "strip" })).toBe("number");
    expect(layoutOf(bare, { layout: "strip" })).toBe("strip");
    expect(layoutOf({ ...bare, layout: "poster" }, {})).toBe("card");
    expect(layoutOf(bare, {})).toBe("card");
  });

  it("is a word of a sentence only where the tag says so", () => {
    expect(layoutOf({ ...bare, layout: "inline" }, {})).toBe("inline");
    expect(layoutOf(bare, { layout: "inline" })).toBe("card");
  });
});

describe("the space that is kept", () => {
  it("goes by the tag alone", () => {
    expect(spaceOf(bare)).toBe("for-card");
    expect(spaceOf({ layout: "strip", chart: "none" })).toBe("for-strip plain");
  });
});

describe("the drawing", () => {
  it("is the tag's, else the theme's, else a line", () => {
    expect(drawingOf({ ...bare, chart: "line" }, { chart: "bars" }, "card", WEEKS)).toBe("line");
    expect(drawingOf(bare, { chart: "bars" }, "card", WEEKS)).toBe("bars");
    expect(drawingOf(bare, { chart: "none" }, "card", WEEKS)).toBeNull();
    expect(drawingOf(bare, {}, "card", WEEKS)).toBe("line");
  });

  it("is left out where a theme hides it, unless the tag asks for it", () => {
    expect(drawingOf(bare, { hidden: ["sparkline"] }, "card", WEEKS)).toBeNull();
    expect(drawingOf({ ...bare, chart: "bars" }, { hidden: ["sparkline"] }, "card", WEEKS)).toBe("bars");
  });

  it("is none in a sentence, unless the tag asks for it, and none beside a number alone", () => {
    expect(drawingOf(bare, { chart: "bars" }, "inline", WEEKS)).toBeNull();
    expect(drawingOf({ ...bare, chart: "line" }, {}, "inline", WEEKS)).toBe("line");
    expect(drawingOf({ ...bare, chart: "line" }, {}, "number", WEEKS)).toBeNull();
  });

  it("of published figures is steps, whatever is asked for", () => {
    expect(drawingOf({ ...bare, chart: "bars" }, {}, "card", FIGURES)).toBe("steps");
    expect(drawingOf(bare, { chart: "bars" }, "card", FIGURES)).toBe("steps");
  });
});
