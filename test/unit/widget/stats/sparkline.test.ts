import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Drawing, scaleOf, sketch } from "../../../../widget/stats/sparkline.ts";
import type { Series } from "../../../../worker/contract/summary.ts";

const DRAWINGS: Drawing[] = ["line", "steps", "bars"];

function series(values: (number | null)[], rest: Partial<Series> = {}): Series {
  return {
    granularity: "week",
    start: "2025-01-06",
    values,
    qualifiers: [],
    provisional_from: null,
    expected: null,
    ...rest,
  };
}

/** All points of a path, as pairs of numbers. */
function points(path: string): [number, number][] {
  return [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

/** Each stroke of a path from where the pen is set down to where it is lifted. */
function strokes(path: string): [number, number][][] {
  return path.split("M").filter(Boolean).map(points);
}

describe("sketch(series, drawing)", () => {
  it("joins the middles of the weeks by a line, the largest value on top, zero at the bottom", () => {
    // Two weeks, so their middles lie at 25 and 75; 2 is half of the largest value, 4.
    expect(strokes(sketch(series([2, 4]), "line").known)).toEqual([
      [
        [25, 50],
        [25, 50],
      ],
      [
        [25, 50],
        [75, 0],
      ],
    ]);
    expect(points(sketch(series([0, 4]), "line").known)[0]).toEqual([25, 100]);
  });

  it("draws a week as a step from its Monday to the next, with a riser between two levels", () => {
    const [first, second] = strokes(sketch(series([1, 4]), "steps").known);
    expect(first).toEqual([
      [0, 75],
      [0, 75],
      [50, 75],
    ]);
    expect(second).toEqual([
      [50, 75],
      [50, 0],
      [100, 0],
    ]);
  });

  it("stands each bar on zero, with a gap to its neighbours", () => {
    const bars = strokes(sketch(series([4, 2]), "bars").known);
    expect(bars.map((bar) => bar.map(([, y]) => y))).toEqual([
      [100, 100, 0, 0, 100],
      [100, 100, 50, 50, 100],
    ]);
    expect(Math.max(...bars[0]!.map(([x]) => x))).toBeLessThan(Math.min(...bars[1]!.map(([x]) => x)));
  });

  it.each(DRAWINGS)("draws nothing through a week without a value (%s)", (drawing) => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.nat(500), { nil: null }), { minLength: 1, maxLength: 40 }),
        (values) => {
          const { known } = sketch(series(values), drawing);
          for (const stroke of strokes(known)) {
            const [from, to] = [stroke[0]![0], stroke.at(-1)![0]];
            const crossed = values.filter((value, week) => {
              const middle = (100 * (week + 0.5)) / values.length;
              return value === null && middle > from && middle < to;
            });
            expect(crossed).toEqual([]);
          }
        },
      ),
    );
  });

  it.each(DRAWINGS)("keeps inside its box (%s)", (drawing) => {
    const value = fc.option(fc.nat(500), { nil: null });
    const range = fc
      .tuple(fc.nat(500), fc.nat(200), fc.nat(200))
      .map(([low, a, b]) => ({ low, mid: low + a, high: low + a + b }));
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 40 }),
        fc.array(fc.option(range), { maxLength: 8 }),
        (values, expected) => {
          const from = Math.max(0, values.length - expected.length);
          const drawn = sketch(
            series(values, { provisional_from: from, expected: expected.slice(0, values.length) }),
            drawing,
          );
          const { known, bound, provisional, band, area, counted, last } = drawn;
          const all = [
            ...points([known, bound, provisional, band, area, counted].join()),
            ...(last ? [last] : []),
          ];
          expect(all.flat().every((at) => at >= 0 && at <= 100)).toBe(true);
        },
      ),
    );
  });

  it("shows a single week between two gaps as a dot: a stroke without length", () => {
    expect(strokes(sketch(series([null, 7, null]), "line").known)).toEqual([
      [
        [50, 0],
        [50, 0],
      ],
    ]);
  });

  it("draws weeks of which only a lower bound is known with another pen", () => {
    const { known, bound } = sketch(series([1, 1, 3, 3], { qualifiers: [[0, 1, "at_least"]] }), "steps");
    expect(Math.max(...points(bound).map(([x]) => x))).toBe(50);
    expect(Math.min(...points(known).map(([x]) => x))).toBe(50);
  });

  it("draws a rounded value with the same pen as an exact one", () => {
    expect(sketch(series([1, 2], { qualifiers: [[0, 1, "about"]] }), "steps").bound).toBe("");
  });

  describe("of weeks that are still growing", () => {
    const growing = series([100, 100, 60, 20], {
      provisional_from: 2,
      expected: [
        { low: 90, mid: 100, high: 110 },
        { low: 80, mid: 100, high: 120 },
      ],
    });

    it("leads the line to where they are expected to end, and not down to what is counted so far", () => {
      // 120 is on top, so 100 lies at 100 − 100 × 100 / 120 = 16.67.
      const { provisional, known } = sketch(growing, "line");
      expect(points(provisional).map(([, y]) => y)).toEqual([16.67, 16.67, 16.67, 16.67]);
      expect(Math.max(...points(known).map(([x]) => x))).toBe(37.5);
    });

    it("marks what is counted so far beside the line, and the newest count as the last point", () => {
      const { counted, last, isOpen } = sketch(growing, "line");
      expect(points(counted)).toEqual([
        [62.5, 50],
        [87.5, 83.33],
      ]);
      expect(last).toEqual([87.5, 83.33]);
      expect(isOpen).toBe(true);
    });

    it("opens the expected range out of the last final week", () => {
      expect(points(sketch(growing, "line").band)).toEqual([
        [37.5, 16.67],
        [62.5, 8.33],
        [87.5, 0],
        [87.5, 33.33],
        [62.5, 25],
      ]);
    });

    it("draws bars as high as is counted, with the expected range above them", () => {
      const { provisional, band, counted } = sketch(growing, "bars");
      expect(strokes(provisional).map((bar) => Math.min(...bar.map(([, y]) => y)))).toEqual([50, 83.33]);
      expect(points(band).length).toBeGreaterThan(0);
      expect(counted).toBe("");
    });

    it("breaks the line off where no range is known, and leaves what is counted as dots", () => {
      const { known, provisional, counted, band, isOpen } = sketch({ ...growing, expected: null }, "line");
      expect(isOpen).toBe(true);
      expect(points(known).at(-1)).toEqual([37.5, 0]);
      expect([provisional, band]).toEqual(["", ""]);
      expect(points(counted)).toEqual([
        [62.5, 40],
        [87.5, 80],
      ]);
    });
  });

  it("fills the surface under steps down to zero, and nothing under a gap", () => {
    const surface = points(sketch(series([2, null, 4]), "steps").area);
    expect(surface.filter(([x]) => x > 33.4 && x < 66.6)).toEqual([]);
    expect(surface[0]).toEqual([0, 100]);
    expect(surface.at(-1)).toEqual([100, 100]);
    expect(sketch(series([2, 4]), "line").area).toBe("");
  });

  it("marks the newest week that has a value", () => {
    expect(sketch(series([4, 2, null]), "steps").last).toEqual([66.67, 50]);
    expect(sketch(series([4, 2]), "line").last).toEqual([75, 50]);
    expect(sketch(series([4, 2]), "line").isOpen).toBe(false);
    expect(sketch(series([4, null], { provisional_from: 1 }), "line").isOpen).toBe(false);
  });

  it("marks where each new year begins, by the Mondays of the weeks", () => {
    const two = sketch(series(Array<number>(106).fill(1), { start: "2023-12-18" }), "steps").years;
    expect(two.map(([, year]) => year)).toEqual([2024, 2025]);
    // 18 and 25 December come before 1 January 2024: two weeks of 106.
    expect(two[0]![0]).toBeCloseTo((100 * 2) / 106, 1);
  });

  it("marks a year that begins with the series, and none within a year", () => {
    expect(sketch(series([1, 1, 1], { start: "2024-01-01" }), "line").years).toEqual([[0, 2024]]);
    expect(sketch(series([1, 1, 1], { start: "2024-03-04" }), "line").years).toEqual([]);
  });

  it("lays a series of zeros on the ground", () => {
    expect(points(sketch(series([0, 0]), "line").known).every(([, y]) => y === 100)).toBe(true);
  });

  it.each(DRAWINGS)("has nothing to draw of a series without values (%s)", (drawing) => {
    for (const values of [[], [null, null]]) {
      const { known, bound, provisional, counted, band, last } = sketch(series(values), drawing);
      expect([known, bound, provisional, counted, band].join("")).toBe("");
      expect(last).toBeNull();
    }
    expect(sketch(series([], { start: null }), drawing).years).toEqual([]);
  });
});

describe("scaleOf(series, box, peak)", () => {
  const BOX = { left: 100, right: 200, top: 50, bottom: 150 };
  const drawn = (weeks: Series, drawing: Drawing, peak?: number) =>
    sketch(weeks, drawing, scaleOf(weeks, BOX, peak));

  it("sets the drawing into the box, the largest value at its upper edge", () => {
    const { known, last } = drawn(series([0, 10]), "line");
    expect(points(known).at(-1)).toEqual([175, 50]);
    expect(last).toEqual([175, 50]);
    expect(points(drawn(series([0, 10]), "steps").area).at(-1)).toEqual([200, 150]);
  });

  it("leaves room above where the peak is higher than the series", () => {
    expect(drawn(series([0, 10]), "line", 20).last).toEqual([175, 100]);
  });

  it("marks the turn of a year where its first Monday stands", () => {
    expect(drawn(series([1, 1, 1, 1], { start: "2024-12-23" }), "line").years).toEqual([[150, 2025]]);
  });

  it("draws nothing without weeks", () => {
    const { last, years, isOpen, ...paths } = drawn(series([], { start: null }), "line");
    expect([last, years, isOpen, Object.values(paths).join("")]).toEqual([null, [], false, ""]);
  });
});
