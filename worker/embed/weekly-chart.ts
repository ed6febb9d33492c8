import type { Expected, Series } from "../contract/summary.ts";

export type Drawing = "line" | "steps" | "bars";

/** Where a drawing stands; `y` runs downwards. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

type Point = readonly [x: number, y: number];
type Shape = (week: number, height: number) => Point[];

/** What is drawn of a series, as SVG path data. A path without anything to draw is the empty string. */
export interface Layers {
  /** The surface under steps. */
  area: string;
  /** The range in which provisional weeks are expected to end. */
  band: string;
  /** Weeks of which only a lower bound is known. */
  bound: string;
  /** Weeks whose value stands as it is. */
  known: string;
  /** Weeks that are still growing: a line where they are expected to end, bars as far as they are counted. */
  provisional: string;
  /** What is counted of them so far, as dots beside a line that goes elsewhere. */
  counted: string;
}

export interface WeeklyChart {
  layers: Layers;
  /** The newest week that has a value. */
  last: Point | null;
  /** Where a new year begins. */
  years: (readonly [x: number, year: number])[];
  /** The height of a value. */
  yOf(value: number): number;
}

const WEEK_MS = 7 * 86_400_000;
/** The part of a week's width that stays free on each side of a bar. */
const GAP = 0.1;

/** The largest value that a drawing of the series has to reach; at least 1, so that zeros lie on the ground. */
export function peakOf({ values, expected }: Series): number {
  return Math.max(1, ...values.map(Number), ...(expected ?? []).map((ends) => ends?.high ?? 0));
}

/**
 * Draws a weekly series as the element does: a week without a value is a gap, and no line falls to what is counted of
 * a week that is still growing.
 *
 * @param top the value at the upper edge of the box
 */
export function weeklyChart(series: Series, drawing: Drawing, box: Box, top = peakOf(series)): WeeklyChart {
  const { values, expected } = series;
  const weekWidth = (box.right - box.left) / Math.max(1, values.length);
  const point = (weeks: number, value: number): Point => [
    rounded(box.left + weekWidth * weeks),
    rounded(box.bottom - ((box.bottom - box.top) * value) / top),
  ];
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
  const shape = shapes[drawing];
  const from = series.provisional_from ?? values.length;
  const tips = values.map((value, week) =>
    value === null ? null : point(week + (drawing === "steps" ? 1 : 0.5), value),
  );
  const side = (end: keyof Expected) =>
    (expected ?? []).flatMap((ends, offset) => (ends ? shape(from + offset, ends[end]) : []));
  const root = drawing === "line" && expected?.[0] ? values[from - 1] : null;
  const ground = values.flatMap((value, week) => shape(week, value ?? 0));
  return {
    layers: {
      area: drawing === "steps" ? ring([point(0, 0), ...ground, point(values.length, 0)]) : "",
      band: ring([...(root == null ? [] : shape(from - 1, root)), ...side("high"), ...side("low").reverse()]),
      ...outlines(series, drawing, from, shape),
      counted: tips
        .map((tip, week) => (tip && week >= from && drawing !== "bars" ? `M${tip}h0` : ""))
        .join(""),
    },
    last: tips.findLast((tip) => tip !== null) ?? null,
    years: newYears(series).map(([week, year]) => [point(week, 0)[0], year]),
    yOf: (value) => point(0, value)[1],
  };
}

/** The weeks themselves, each by how sure it is, joined to the week before unless that is a gap. */
function outlines({ values, qualifiers, expected }: Series, drawing: Drawing, from: number, shape: Shape) {
  const paths = { bound: "", known: "", provisional: "" };
  const heights = values.map((value, week) =>
    drawing === "bars" ? value : (expected?.[week - from]?.mid ?? value),
  );
  heights.forEach((height, week) => {
    if (height === null) return;
    const points = shape(week, height);
    const before = heights[week - 1];
    // Alone between two gaps a week begins where it ends: a line of no length, which a round cap makes a dot.
    const start = drawing === "bars" || before == null ? points[0] : shape(week - 1, before).at(-1);
    const bound = qualifiers.some(([first, last, is]) => is === "at_least" && week >= first && week <= last);
    paths[week >= from ? "provisional" : bound ? "bound" : "known"] += `M${[start, ...points].join("L")}`;
  });
  return paths;
}

/** The weeks whose Monday is the first of its year. */
function newYears({ start, values }: Series): [week: number, year: number][] {
  const yearOf = (week: number) => new Date(Date.parse(start ?? "") + week * WEEK_MS).getUTCFullYear();
  return values.flatMap((_, week) => (yearOf(week) > yearOf(week - 1) ? [[week, yearOf(week)]] : []));
}

function ring(points: readonly Point[]): string {
  return points.length > 0 ? `M${points.join("L")}Z` : "";
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
