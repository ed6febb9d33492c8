import { describe, expect, it } from "vitest";
import { firstOf, surfaceUnder } from "../../../../widget/look/paths.ts";

describe("the surface under a line", () => {
  it("goes down to the ground at both ends of each run, and over no gap", () => {
    expect(surfaceUnder("M1,50L2,40M2,40L3,30M7,20L8,10")).toBe(
      "M1,100L1,50L2,40L3,30L3,100ZM7,100L7,20L8,10L8,100Z",
    );
  });

  it("is none under no line", () => {
    expect(surfaceUnder("")).toBe("");
  });
});

describe("where a drawing begins", () => {
  it("is the left end of its leftmost path, at the height of what stands there", () => {
    expect(firstOf(["M4,50L5,40", "M1,70L2,60"])).toEqual([1, 60]);
    expect(firstOf(["M0.2,100L0.1,100L0.1,30L0.9,30L0.9,100"])).toEqual([0.1, 30]);
    expect(firstOf(["", ""])).toBeNull();
  });
});
