import type { DrawingText, Expected, Series, Summary } from "../../worker/contract/summary.ts";

export type Drawing = "line" | "steps" | "bars";

/** `y` runs downwards. */
export type Point = readonly [x: number, y: number];

/** Where a drawing stands. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where a value stands, so many weeks or months after the start of the series. */
export type Scale = (time: number, value: number) => Point;

/** What a drawing is made of. */
export type Drawn = Pick<Summary, "type" | "headline" | "series"> & { text: { drawing: DrawingText } };

/** An answer as far as its drawing goes by it. */
export type Shown = Pick<Summary, "edition" | "series">;

/**
 * Published figures are averages of periods and not counts of weeks, so they are steps, whatever is asked for. A total
 * as it grows is a line, and months are bars: between them nothing is counted.
 */
export function drawnAs({ edition, series }: Shown, asked?: string): Drawing {
  if (edition.evidence === "published") return "steps";
  if (series.cumulative) return "line";
  return series.granularity === "month" || asked === "bars" ? "bars" : "line";
}

/** What is drawn of a series, as SVG path data and marks. A path without anything to draw is the empty string. */
export interface Sketch {
  /**
   * Weeks or months whose value stands as it is: final, and exact or rounded. Under the bars of those that are still
   * growing also what is counted of them so far; a line to it would tell a fall.
   */
  known: string;
  /** Those of which only a lower bound is known. */
  bound: string;
  /** Those that are still growing, at the middle of what is expected; nothing where that isn't known. */
  provisional: string;
  /** The bar of the number in large type, as far as it is counted: alone in full colour among paler ones. */
  newest: string;
  /** The range in which they are expected to end, with a probability of 90 %; of bars a stroke for each. */
  band: string;
  /** The surface under steps, and under a total as it grows. */
  area: string;
  /** The newest of them, at the number that stands in large type. */
  last: Point | null;
  /** Whether that number is an estimate. */
  isOpen: boolean;
  /** What is recorded of the current week, in its own place in time; nothing joins it. */
  soFar: Point | null;
  /** Heights of round values, in the words of the scale. */
  scale: (readonly [y: number, numeral: string])[];
  /** Where months or years begin, and whether their names need room. */
  axis: (readonly [x: number, name: string, roomy: boolean])[];
}

/** A piece of a drawing, 18 × 10, to explain one of its pens by. */
export const PIECES: Readonly<Record<Drawing, string>> = {
  line: "M1,5H17",
  steps: "M1,5H17",
  bars: "M5,0H13V10H5Z",
};

/** The outline of a week or month at a height. */
type Shape = (index: number, height: number) => Point[];

/** The element stretches it to whatever box its styles give it. */
const SQUARE: Box = { left: 0, right: 100, top: 0, bottom: 100 };
const WEEK_MS = 7 * 86_400_000;
/** The part of a bar's width that stays free on each side of it. */
const GAP = 0.1;

/** The largest value that a drawing has to reach; at least 1, so that zeros lie on the ground. */
export function peakOf({
  headline,
  series: { values, expected },
}: Pick<Drawn, "headline" | "series">): number {
  return Math.max(
    1,
    shownOf(headline) ?? 0,
    ...values.map(Number),
    ...(expected ?? []).map((ends) => ends?.high ?? 0),
  );
}

/** Whether there is more than the one value that stands in large type. */
export function isDrawn({ series }: Pick<Drawn, "series">): boolean {
  return series.values.filter((value) => value !== null).length > 1;
}

/**
 * Across in weeks or months, upwards from zero at the bottom to a value at the top. Nothing stands outside of the box,
 * whatever an answer says.
 */
export function scaleOf(drawn: Drawn, { left, right, top, bottom }: Box, peak = peakOf(drawn)): Scale {
  const length = Math.max(drawn.series.values.length, soFarAt(drawn) + 1) || 1;
  return (time, value) => [
    round(left + ((right - left) * Math.min(time, length)) / length),
    round(bottom - ((bottom - top) * Math.min(value, peak)) / peak),
  ];
}

/**
 * Draws a series of weeks or months. One without a value is a gap: nothing is drawn through it. A late count is not a
 * low one, so no line falls to what is counted of a week that is still growing.
 */
export function sketch(drawn: Drawn, drawing: Drawing, point = scaleOf(drawn, SQUARE)): Sketch {
  const { type, headline, series, text } = drawn;
  const { values, cumulative } = series;
  const from = series.provisional_from ?? values.length;
  const shape = shapeOf(drawing, cumulative ? 1 : 0.5, point);
  const heights = values.map((value, index) =>
    value === null || index < from ? value : (series.expected?.[index - from]?.mid ?? null),
  );
  const ground = heights.flatMap((height, index) => shape(index, height ?? 0));
  const newest = values.findLastIndex((value) => value !== null);
  const shown = shownOf(headline);
  const isSoFar = type.span === "this-week";
  const place = newest + (drawing === "steps" || cumulative ? 1 : 0.5);
  const so = isSoFar ? newest : soFarAt(drawn);
  const recorded = isSoFar ? shown : headline.so_far?.value;
  const last = isSoFar || newest < 0 || shown === null ? null : point(place, shown);
  return {
    ...outlines(series, heights, drawing, from, shape),
    band: range(series, drawing, from, shape),
    newest:
      drawing === "bars" && last && heights[newest] != null
        ? lineThrough(shape(newest, values[newest] ?? 0))
        : "",
    area:
      values.length > 0 && (drawing === "steps" || cumulative)
        ? ring([point(0, 0), ...ground, point(values.length, 0)])
        : "",
    last,
    isOpen: headline.shown === "expected",
    soFar: so < 0 || recorded == null ? null : point(so + 0.5, recorded),
    scale: text.drawing.scale.map(([value, numeral]) => [point(0, value)[1], numeral]),
    axis: text.drawing.axis.map(([time, name, roomy]) => [point(time, 0)[0], name, roomy === 1]),
  };
}

function shownOf({ shown, value, expected }: Drawn["headline"]): number | null {
  return shown === "expected" && expected ? expected.mid : value;
}

/** Weeks from the start of the series to the current one; -1 where nothing is recorded of that. */
function soFarAt({ headline: { so_far }, series: { start } }: Pick<Drawn, "headline" | "series">): number {
  return so_far && start ? Math.round((Date.parse(so_far.period.start) - Date.parse(start)) / WEEK_MS) : -1;
}

/** @param middle where a week or month is told on a line: a total at its end */
function shapeOf(drawing: Drawing, middle: number, point: Scale): Shape {
  const shapes: Record<Drawing, Shape> = {
    line: (index, height) => [point(index + middle, height)],
    steps: (index, height) => [point(index, height), point(index + 1, height)],
    bars: (index, height) => [
      point(index + GAP, 0),
      point(index + GAP, height),
      point(index + 1 - GAP, height),
      point(index + 1 - GAP, 0),
    ],
  };
  return shapes[drawing];
}

/** Weeks or months, each with the pen that says how sure it is, joined to the one before unless that is a gap. */
function outlines(
  { values, qualifiers, cumulative }: Series,
  heights: readonly (number | null)[],
  drawing: Drawing,
  from: number,
  shape: Shape,
) {
  const paths = { known: "", bound: "", provisional: "" };
  heights.forEach((height, index) => {
    if (height === null) return;
    const points = shape(index, height);
    // A total grows from nothing.
    const before = index === 0 && cumulative ? 0 : heights[index - 1];
    const [x, y] = points[0] as Point;
    // A week between two gaps is a dot by its round caps. It needs a length: none at all WebKit draws as a dash.
    const start =
      drawing === "bars" || before == null ? ([round(x + 0.1), y] as const) : shape(index - 1, before).at(-1);
    const bound = qualifiers.some(
      ([first, last, is]) => is === "at_least" && index >= first && index <= last,
    );
    paths[index >= from ? "provisional" : bound ? "bound" : "known"] += lineThrough(
      start ? [start, ...points] : points,
    );
    if (index >= from && drawing === "bars") paths.known += lineThrough(shape(index, values[index] ?? 0));
  });
  return paths;
}

/** Along the high ends of what is expected and back along the low ones; a line's grows out of its last final week. */
function range(
  { values, expected, cumulative }: Series,
  drawing: Drawing,
  from: number,
  shape: Shape,
): string {
  const ends = (expected ?? []).map((one, offset) => (values[from + offset] == null ? null : one));
  if (drawing === "bars") {
    return ends
      .map((one, offset) => {
        if (!one) return "";
        const [[left, low] = [0, 0], [right] = [0]] = shape(from + offset, one.low).slice(1, 3);
        const high = shape(from + offset, one.high)[1]?.[1];
        return `M${round((left + right) / 2)},${low}V${high}`;
      })
      .join("");
  }
  const side = (end: keyof Expected) =>
    ends.flatMap((one, offset) => (one ? shape(from + offset, one[end]) : []));
  const before = from === 0 && cumulative ? 0 : values[from - 1];
  const root = drawing === "line" && ends[0] ? before : null;
  return ring([...(root == null ? [] : shape(from - 1, root)), ...side("high"), ...side("low").reverse()]);
}

function ring(points: readonly Point[]): string {
  return points.length > 0 ? `${lineThrough(points)}Z` : "";
}

/** A line through points, as SVG path data: `M0,1L2,3`. */
function lineThrough(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${x},${y}`).join("L")}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
