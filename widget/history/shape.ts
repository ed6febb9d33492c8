import type { SeriesBody, SeriesPoint } from "../../worker/contract/series.ts";

/** A period and what is known of it, one point a key. */
export interface Row {
  /** Milliseconds since 1970: where the period begins, and where the next one does. */
  from: number;
  to: number;
  points: readonly SeriesPoint[];
}

/** A line of the chart; y is null where nothing is drawn. */
export interface Line {
  data: { x: number; y: number | null }[];
  /** Of which of these points only a lower bound is known. */
  bounds: boolean[];
  /** What is counted so far of periods that are still growing. */
  counted: { x: number; y: number }[];
}

const DAY_MS = 86_400_000;
/** More lines nobody tells apart; the service has fewer of each part that can be chosen. */
const MOST_KEYS = 24;

/** The points by period, oldest first. Every period has the same keys in the same order. One without a time is left out. */
export function rowsOf({ points }: SeriesBody): Row[] {
  const rows = new Map<string, SeriesPoint[]>();
  for (const point of points) {
    const row = rows.get(point.label);
    if (!row) rows.set(point.label, [point]);
    else if (row.length < MOST_KEYS) row.push(point);
  }
  return [...rows.values()]
    .map((points) => {
      const { start, end } = (points[0] as SeriesPoint).period;
      return { from: Date.parse(start), to: Date.parse(end) + DAY_MS, points };
    })
    .filter(({ from, to }) => from < to);
}

/** The newest rows, as far back as so many months before the end of the last; all where `months` is 0. */
export function newest(rows: readonly Row[], months: number): Row[] {
  const end = new Date(rows.at(-1)?.to ?? 0);
  const since = months ? end.setUTCMonth(end.getUTCMonth() - months) : 0;
  return rows.filter(({ from }) => from >= since);
}

/**
 * One line a key. A count belongs to the middle of its period; a rate between published totals holds from its
 * beginning to its end. A late count is not a low one: what is counted so far of a growing period is a dot, and the
 * line goes to where it is expected to end, or breaks off where that isn't known.
 */
export function linesOf(rows: readonly Row[], steps: boolean): Line[] {
  const keys = rows[0]?.points ?? [];
  return keys.map((_, key) => {
    const line: Line = { data: [], bounds: [], counted: [] };
    for (const { from, to, points } of rows) {
      const { value = null, expected = null, qualifier, status } = points[key] ?? {};
      const isGrowing = status === "provisional";
      const x = (from + to) / 2;
      // Between two steps stands a rise; between a step and a gap nothing does.
      const places = steps && value !== null ? [from, to] : [x];
      for (const place of places) {
        line.data.push({ x: place, y: isGrowing ? (expected?.mid ?? null) : value });
        line.bounds.push(qualifier === "at_least" && !isGrowing);
      }
      if (isGrowing && value !== null) line.counted.push({ x, y: value });
    }
    return line;
  });
}

/** The first instant of a row that is still growing; Infinity if none is. */
export function provisionalFrom(rows: readonly Row[]): number {
  const row = rows.find(({ points }) => points.some(({ status }) => status === "provisional"));
  return row?.from ?? Number.POSITIVE_INFINITY;
}

/** Where the axis of time is marked: the beginnings of years, or in less than two of them of months. */
export function marksOf(from: number, to: number): { at: number; isYear: boolean }[] {
  const marks = [];
  const months = (to - from) / DAY_MS / 30;
  const step = months > 24 ? 12 : months > 9 ? 3 : 1;
  const first = new Date(from);
  for (let month = 0; ; month += step) {
    const at = Date.UTC(first.getUTCFullYear(), month);
    if (at > to) return marks;
    if (at >= from) marks.push({ at, isYear: month % 12 === 0 });
  }
}
