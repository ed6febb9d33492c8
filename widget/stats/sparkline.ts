import type { Expected, Series } from "../../worker/contract/summary.ts";

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

/** Where a value stands, so many weeks after the start of the series. */
export type Scale = (weeks: number, value: number) => Point;

/** What is drawn of a series, as SVG path data and marks. A path without anything to draw is the empty string. */
export interface Sketch {
  /** Weeks whose value stands as it is: final, and exact or rounded. */
  known: string;
  /** Weeks of which only a lower bound is known. */
  bound: string;
  /**
   * Weeks that are still growing: a line where they are expected to end, and none where that isn't known; bars as far
   * as they are counted.
   */
  provisional: string;
  /** What is counted of them so far, as dots beside the line. */
  counted: string;
  /** The range in which they are expected to end, with a probability of 90 %. */
  band: string;
  /** The surface under steps. */
  area: string;
  /** The newest week that has a value. */
  last: Point | null;
  /** Whether that one is still growing. */
  isOpen: boolean;
  /** Where a new year begins: its x, and the year. */
  years: (readonly [x: number, year: number])[];
}

/** The outline of a week at a height. */
type Shape = (week: number, height: number) => Point[];

/** The element stretches it to whatever box its styles give it. */
const SQUARE: Box = { left: 0, right: 100, top: 0, bottom: 100 };
const WEEK_MS = 7 * 86_400_000;
/** The part of a week's width that stays free on each side of a bar. */
const GAP = 0.1;

/** The largest value that a drawing of the series has to reach; at least 1, so that zeros lie on the ground. */
export function peakOf({ values, expected }: Series): number {
  return Math.max(1, ...values.map(Number), ...(expected ?? []).map((ends) => ends?.high ?? 0));
}

/** Across in weeks, upwards from zero at the bottom to a value at the top. */
export function scaleOf(series: Series, { left, right, top, bottom }: Box, peak = peakOf(series)): Scale {
  const week = (right - left) / (series.values.length || 1);
  return (weeks, value) => [round(left + week * weeks), round(bottom - ((bottom - top) * value) / peak)];
}

/**
 * Draws a weekly series. A week without a value is a gap: nothing is drawn through it. A late count is not a low one,
 * so no line falls to what is counted of a provisional week.
 */
export function sketch(series: Series, drawing: Drawing, point = scaleOf(series, SQUARE)): Sketch {
  const { values } = series;
  const from = series.provisional_from ?? values.length;
  const shape = shapeOf(drawing, point);
  const tips = values.map((value, week) =>
    value === null ? null : point(week + (drawing === "steps" ? 1 : 0.5), value),
  );
  const ground = values.flatMap((value, week) => shape(week, value ?? 0));
  const counted = drawing === "bars" ? [] : tips.slice(from);
  const newest = tips.findLastIndex((tip) => tip !== null);
  return {
    ...outlines(series, drawing, from, shape),
    band: ring(range(series, drawing, from, shape)),
    area: drawing === "steps" ? ring([point(0, 0), ...ground, point(values.length, 0)]) : "",
    counted: counted.map((tip) => (tip ? `${lineThrough([tip])}h0` : "")).join(""),
    last: tips[newest] ?? null,
    isOpen: newest >= from,
    years: newYears(series).map(([week, year]) => [point(week, 0)[0], year]),
  };
}

function shapeOf(drawing: Drawing, point: Scale): Shape {
  const shapes: Record<Drawing, Shape> = {
    line: (week, height) => [point(week + 0.5, height)],
    steps: (week, height) => [point(week, height), point(week + 1, height)],
    bars: (week, height) => [
      point(week + GAP, 0),
      point(week + GAP, height),
      point(week + 1 - GAP, height),
      point(week + 1 - GAP, 0),
    ],
  };
  return shapes[drawing];
}

/** The weeks themselves, each with the pen that says how sure it is, joined to the week before unless that is a gap. */
function outlines({ values, qualifiers, expected }: Series, drawing: Drawing, from: number, shape: Shape) {
  const paths = { known: "", bound: "", provisional: "" };
  const heights = values.map((value, week) =>
    drawing === "bars" || week < from ? value : (expected?.[week - from]?.mid ?? null),
  );
  heights.forEach((height, week) => {
    if (height === null) return;
    const points = shape(week, height);
    const before = heights[week - 1];
    // Alone between two gaps a week begins where it ends: a line of no length, which a round cap makes a dot.
    const start = drawing === "bars" || before == null ? points[0] : shape(week - 1, before).at(-1);
    const bound = qualifiers.some(([first, last, is]) => is === "at_least" && week >= first && week <= last);
    paths[week >= from ? "provisional" : bound ? "bound" : "known"] += lineThrough(
      start ? [start, ...points] : points,
    );
  });
  return paths;
}

/** Along the high ends of what is expected and back along the low ones; a line's grows out of its last final week. */
function range({ values, expected }: Series, drawing: Drawing, from: number, shape: Shape): Point[] {
  const side = (end: keyof Expected) =>
    (expected ?? []).flatMap((ends, offset) => (ends ? shape(from + offset, ends[end]) : []));
  const root = drawing === "line" && expected?.[0] ? values[from - 1] : null;
  return [...(root == null ? [] : shape(from - 1, root)), ...side("high"), ...side("low").reverse()];
}

/** The weeks whose Monday is the first of its year. */
function newYears({ start, values }: Series): [week: number, year: number][] {
  const yearOf = (week: number) => new Date(Date.parse(start ?? "") + week * WEEK_MS).getUTCFullYear();
  return values.flatMap((_, week) => (yearOf(week) > yearOf(week - 1) ? [[week, yearOf(week)]] : []));
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
