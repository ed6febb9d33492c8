import { describe, expect, it } from "vitest";
import { weeklyChart } from "../../../worker/embed/weekly-chart.ts";
import { records } from "../../widget/summary.ts";

const BOX = { left: 100, right: 200, top: 50, bottom: 150 };
const series = (values: (number | null)[]) => ({
  ...records().series,
  start: "2024-12-23",
  values,
  provisional_from: null,
  expected: null,
});

describe("the drawing of a weekly series", () => {
  it("stands in its box, the largest value at its upper edge", () => {
    const { layers, last } = weeklyChart(series([0, 10]), "line", BOX);
    expect(layers.known).toBe("M125,150L125,150M125,150L175,50");
    expect(last).toEqual([175, 50]);
  });

  it("leaves a gap where nothing is known", () => {
    expect(weeklyChart(series([10, null, 10]), "steps", BOX).layers.known.match(/M/g)).toHaveLength(2);
    expect(weeklyChart(series([null]), "steps", BOX).last).toBeNull();
  });

  it("turns years on their first Monday", () => {
    expect(weeklyChart(series([1, 1, 1, 1]), "line", BOX).years).toEqual([[150, 2025]]);
  });

  it("draws a week that is still growing to where it is expected, and marks what is counted", () => {
    const growing = {
      ...series([10, 2]),
      provisional_from: 1,
      expected: [{ low: 8, mid: 9, high: 10 }],
    };
    const { layers } = weeklyChart(growing, "line", BOX);
    expect(layers.provisional).toBe("M125,50L175,60");
    expect(layers.counted).toBe("M175,130h0");
    expect(layers.band).toBe("M125,50L175,50L175,70Z");
  });

  it("draws a lower bound apart", () => {
    const bounded = { ...series([5, 10]), qualifiers: [[0, 0, "at_least"] as [number, number, "at_least"]] };
    const { layers } = weeklyChart(bounded, "bars", BOX);
    expect(layers.bound).toMatch(/^M105,150L105,150L105,100L145,100/);
    expect(layers.known).toMatch(/^M155,150L155,150L155,50/);
  });

  it("is empty without weeks", () => {
    const { layers, last } = weeklyChart({ ...series([]), start: null }, "line", BOX);
    expect(Object.values(layers).join("")).toBe("");
    expect(last).toBeNull();
  });
});
