import { describe, expect, it } from "vitest";
import { curvePoints, delayCurve, PLOT } from "../../../../../worker/embed/methodology/delay-curve.ts";

const LABELS = {
  percent: (share: number) => `${share * 100}%`,
  axis: "weeks",
  final: "final",
  labelledBy: "name",
  describedBy: "summary",
};

describe("the delay curve", () => {
  it("runs from the left to the right, evenly", () => {
    const xs = curvePoints([0, 0.5, 1]).map(({ x }) => x);
    expect(xs).toEqual([PLOT.left, (PLOT.left + PLOT.right) / 2, PLOT.right]);
  });

  it("has nothing at the bottom and all at the top", () => {
    const ys = curvePoints([0, 0.5, 1]).map(({ y }) => y);
    expect(ys).toEqual([PLOT.bottom, (PLOT.bottom + PLOT.top) / 2, PLOT.top]);
  });

  it("draws a single share without dividing by nothing", () => {
    expect(curvePoints([1])).toEqual([{ x: PLOT.left, y: PLOT.top }]);
  });

  it("draws the level from which a week is final at 95 %", () => {
    const [, y] = /<line class="final"[^>]* y1="([\d.]+)"/.exec(`${delayCurve([0.5, 1], LABELS)}`) ?? [];
    expect(Number(y)).toBeCloseTo(PLOT.bottom - 0.95 * (PLOT.bottom - PLOT.top), 1);
  });

  it("is an image with a name, and has a dot for every share", () => {
    const svg = `${delayCurve([0.5, 0.8, 1], LABELS)}`;
    expect(svg).toContain('role="img" aria-labelledby="name" aria-describedby="summary"');
    expect(svg.match(/<circle /g)).toHaveLength(3);
  });

  it("marks every fourth week up to half a year", () => {
    const svg = `${delayCurve(new Array<number>(27).fill(1), LABELS)}`;
    const weeks = [...svg.matchAll(/text-anchor="middle">(\d+)</g)].map(([, week]) => Number(week));
    expect(weeks).toEqual([0, 4, 8, 12, 16, 20, 24]);
  });

  it("needs no style but attributes", () => {
    expect(`${delayCurve([0.5, 1], LABELS)}`).not.toMatch(/style=|<style/);
  });
});
