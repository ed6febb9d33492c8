import { SERIES_POINTS_MAX } from "../config.ts";
import type { NumberType, Period } from "../contract/common.ts";
import type { Granularity, NamedPeriod } from "../contract/period.ts";
import type { SeriesKey, SeriesPoint } from "../contract/series.ts";
import { earliest, latest } from "./period.ts";

/** How a series is wanted, beside what it counts. */
export interface SeriesRequest {
  granularity: Granularity;
  by: SeriesKey | null;
  from: NamedPeriod | null;
  to: NamedPeriod | null;
  /** The newest so many periods alone; null: all. */
  last?: number | null;
}

/** A series, or how many points it would have if that is too many. */
export type SeriesAnswer = { type: NumberType; points: SeriesPoint[] } | { tooMany: number };

/** The range of time that is asked for, with what is known where an end isn't named; null where nothing says. */
export function rangeOf({ from, to }: SeriesRequest, known: Period | null): Period | null {
  const start = from?.period.start ?? earliest(known?.start, to?.period.start);
  const end = to?.period.end ?? latest(known?.end, from?.period.end);
  return start && end ? { start, end } : null;
}

export function isTooMany(periods: readonly unknown[], keys: readonly unknown[]): boolean {
  return periods.length * keys.length > SERIES_POINTS_MAX;
}
