import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Drawing,
  type Drawn,
  drawnAs,
  isDrawn,
  scaleOf,
  sketch as sketchOf,
} from "../../../../widget/stats/sparkline.ts";
import type { Headline, Series } from "../../../../worker/contract/summary.ts";
import { NOTHING_KNOWN } from "../../../../worker/domain/headline.ts";

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

/** A series with the headline that belongs to its last week: its middle where it is expected, else its count. */
function drawn(
  of: Series,
  headline: Partial<Headline> = {},
  rest: { span?: Drawn["type"]["span"]; drawing?: Drawn["text"]["drawing"] } = {},
): Drawn {
  const newest = of.values.findLastIndex((value) => value !== null);
  const expected = of.expected?.[newest - (of.provisional_from ?? newest)] ?? null;
  return {
    type: { unit: "convictions", offence: "desertion", articles: ["337", "338"], span: rest.span ?? "week" },
    headline: {
      ...NOTHING_KNOWN,
      value: of.values[newest] ?? null,
      shown: expected ? "expected" : "counted",
      expected,
      ...headline,
    },
    series: of,
    text: { drawing: rest.drawing ?? { scale: [], axis: [], key: [] } },
  };
}

const sketch = (of: Series, drawing: Drawing) => sketchOf(drawn(of), drawing);

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
        [25.1, 50],
        [25, 50],
      ],
      [
        [25, 50],
        [75, 0],
      ],
    ]);
    expect(points(sketch(series([0, 4]), "line").known)[0]).toEqual([25.1, 100]);
  });

  it("draws a week as a step from its Monday to the next, with a riser between two levels", () => {
    const [first, second] = strokes(sketch(series([1, 4]), "steps").known);
    expect(first).toEqual([
      [0.1, 75],
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
          const { known, bound, provisional, band, area, newest, last } = drawn;
          const all = [
            ...points([known, bound, provisional, band, area, newest].join()),
            ...(last ? [last] : []),
          ];
          expect(all.flat().every((at) => at >= 0 && at <= 100)).toBe(true);
        },
      ),
    );
  });

  it("shows a single week between two gaps as a dot: a stroke of next to no length, as none is no dot in WebKit", () => {
    expect(strokes(sketch(series([null, 7, null]), "line").known)).toEqual([
      [
        [50.1, 0],
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

    it("marks the newest at the middle of what is expected, as that stands in large type", () => {
      const { last, isOpen } = sketch(growing, "line");
      expect(last).toEqual([87.5, 16.67]);
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

    it("draws bars palely as high as is expected, solidly as far as is counted, with a stroke for the range", () => {
      const { provisional, band, known, newest } = sketch(growing, "bars");
      const tops = (path: string) => strokes(path).map((bar) => Math.min(...bar.map(([, y]) => y)));
      expect(tops(provisional)).toEqual([16.67, 16.67]);
      expect(tops(known)).toEqual([16.67, 16.67, 50, 83.33]);
      expect(tops(newest)).toEqual([83.33]);
      expect(band).toBe("M62.5,25V8.33M87.5,33.33V0");
    });

    it.each(DRAWINGS)("sets the bar of the number in large type apart, and nothing else (%s)", (drawing) => {
      const { newest, last } = sketch(series([3, 9, 6]), drawing);
      if (drawing !== "bars") expect(newest).toBe("");
      else expect(Math.min(...points(newest).map(([, y]) => y))).toBe(last![1]);
    });

    it.each(DRAWINGS)("leaves a gap where no range is known, instead of a fall (%s)", (drawing) => {
      const { known, provisional, newest, band } = sketch({ ...growing, expected: null }, drawing);
      expect(Math.max(...points(known).map(([x]) => x))).toBeLessThanOrEqual(50);
      expect([provisional, newest, band]).toEqual(["", "", ""]);
    });
  });

  describe("of the current week", () => {
    const soFar = {
      value: 4,
      period: { start: "2025-02-03", end: "2025-02-04" },
      completeness: 0,
      expected: null,
    };

    it("is a dot at its own place in time, with the weeks between left blank", () => {
      // Two weeks of records, two that can't be told, and the current one: five in all.
      const { soFar: dot, last, known } = sketchOf(drawn(series([8, 8]), { so_far: soFar }), "line");
      expect(dot).toEqual([90, 50]);
      expect(last).toEqual([30, 0]);
      expect(Math.max(...points(known).map(([x]) => x))).toBe(30);
    });

    it("is the small dot, and no large one, where what is recorded so far is the number", () => {
      const of = series([100, 1], { provisional_from: 1, expected: [{ low: 80, mid: 100, high: 125 }] });
      const {
        soFar: dot,
        last,
        provisional,
      } = sketchOf(drawn(of, { shown: "counted" }, { span: "this-week" }), "line");
      expect(last).toBeNull();
      expect(dot).toEqual([75, 99.2]);
      expect(points(provisional).map(([, y]) => y)).toEqual([20, 20]);
    });
  });

  it.each(DRAWINGS)(
    "marks the number in large type, and draws no point of a told week far below it (%s)",
    (drawing) => {
      const week = fc.record({
        final: fc.integer({ min: 20, max: 400 }),
        share: fc.double({ min: 0.2, max: 1, noNaN: true }),
      });
      fc.assert(
        fc.property(fc.array(week, { minLength: 2, maxLength: 60 }), fc.nat(8), (weeks, growing) => {
          const from = Math.max(1, weeks.length - growing);
          const told = weeks.map(({ final }) => final);
          const values = weeks.map(({ final, share }, index) =>
            index < from ? final : Math.round(final * share),
          );
          const expected = weeks.slice(from).map(({ final }) => ({
            low: Math.round(final * 0.9),
            mid: final,
            high: Math.round(final * 1.2),
          }));
          const isGrowing = expected.length > 0;
          const of = series(values, {
            provisional_from: isGrowing ? from : null,
            expected: isGrowing ? expected : null,
          });
          const answer = drawn(of);
          const heightOf = scaleOf(answer, { left: 0, right: 100, top: 0, bottom: 100 });
          const { known, provisional, last } = sketchOf(answer, drawing);
          expect(last![1]).toBe(heightOf(0, told.at(-1)!)[1]);
          const unit = 100 / weeks.length;
          const tops = new Map<number, number>();
          for (const stroke of strokes(known + provisional)) {
            const [x, y] = drawing === "bars" ? stroke[2]! : stroke.at(-1)!;
            const index = Math.min(weeks.length - 1, Math.ceil(x / unit - 0.01) - 1);
            // What is counted so far stands within a paler bar of what is expected.
            tops.set(index, Math.min(y, tops.get(index) ?? y));
          }
          for (const [index, y] of tops) expect(y).toBeLessThanOrEqual(heightOf(0, told[index]! * 0.85)[1]);
        }),
      );
    },
  );

  describe("of a total as it grows", () => {
    const grown = series([2, 4, 3], {
      cumulative: true,
      provisional_from: 2,
      expected: [{ low: 5, mid: 6, high: 8 }],
    });

    it("rises from nothing on the first day to the number at the end of the last", () => {
      const { known, provisional, last, area } = sketch(grown, "line");
      expect(points(known)[0]).toEqual([0, 100]);
      expect(points(known).at(-1)).toEqual([66.67, 50]);
      expect(points(provisional).at(-1)).toEqual([100, 25]);
      expect(last).toEqual([100, 25]);
      expect(points(area).at(-1)).toEqual([100, 100]);
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
  });

  it("places the words of its scale and of its time", () => {
    const drawing: Drawn["text"]["drawing"] = {
      scale: [
        [0, "0"],
        [2, "2"],
      ],
      axis: [
        [1, "Feb"],
        [3, "Mar", 1],
      ],
      key: [],
    };
    const { scale, axis } = sketchOf(drawn(series([4, 2, 1, 4]), {}, { drawing }), "line");
    expect(scale).toEqual([
      [100, "0"],
      [50, "2"],
    ]);
    expect(axis).toEqual([
      [25, "Feb", false],
      [75, "Mar", true],
    ]);
  });

  it("lays a series of zeros on the ground", () => {
    expect(points(sketch(series([0, 0]), "line").known).every(([, y]) => y === 100)).toBe(true);
  });

  it.each(DRAWINGS)("has nothing to draw of a series without values (%s)", (drawing) => {
    for (const values of [[], [null, null]]) {
      const { known, bound, provisional, newest, band, last } = sketch(series(values), drawing);
      expect([known, bound, provisional, newest, band].join("")).toBe("");
      expect(last).toBeNull();
    }
  });
});

describe("scaleOf(drawn, box, peak)", () => {
  const BOX = { left: 100, right: 200, top: 50, bottom: 150 };
  const drawnIn = (weeks: Series, drawing: Drawing, peak?: number) =>
    sketchOf(drawn(weeks), drawing, scaleOf(drawn(weeks), BOX, peak));

  it("sets the drawing into the box, the largest value at its upper edge", () => {
    const { known, last } = drawnIn(series([0, 10]), "line");
    expect(points(known).at(-1)).toEqual([175, 50]);
    expect(last).toEqual([175, 50]);
    expect(points(drawnIn(series([0, 10]), "steps").area).at(-1)).toEqual([200, 150]);
  });

  it("leaves room above where the peak is higher than the series", () => {
    expect(drawnIn(series([0, 10]), "line", 20).last).toEqual([175, 100]);
  });

  it("draws nothing without weeks", () => {
    const { last, soFar, known, area } = drawnIn(series([], { start: null }), "line");
    expect([last, soFar, known, area]).toEqual([null, null, "", ""]);
  });
});

describe("drawnAs(answer, asked)", () => {
  const answer = (evidence: "records" | "published", rest: Partial<Series> = {}) =>
    ({ edition: { evidence }, series: series([1, 2], rest) }) as Parameters<typeof drawnAs>[0];

  it("is steps of published figures, whatever is asked for", () => {
    expect(drawnAs(answer("published"), "bars")).toBe("steps");
    expect(drawnAs(answer("published", { cumulative: true }))).toBe("steps");
  });

  it("is a line of weeks, or bars where they are asked for", () => {
    expect(drawnAs(answer("records"))).toBe("line");
    expect(drawnAs(answer("records"), "bars")).toBe("bars");
  });

  it("is bars of months, and a line of a total as it grows", () => {
    expect(drawnAs(answer("records", { granularity: "month" }), "line")).toBe("bars");
    expect(drawnAs(answer("records", { granularity: "month", cumulative: true }), "bars")).toBe("line");
  });
});

describe("isDrawn(drawn)", () => {
  it("is what has more than one value: one alone stands in large type already", () => {
    expect(isDrawn(drawn(series([1, null])))).toBe(false);
    expect(isDrawn(drawn(series([])))).toBe(false);
    expect(isDrawn(drawn(series([1, 2])))).toBe(true);
  });
});
