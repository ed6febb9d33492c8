import type { Period } from "../contract/common.ts";
import type { Granularity, NamedPeriod } from "../contract/period.ts";
import { addDays, dayNumber, daysIn, weekName, weekOf } from "./calendar.ts";
import { firstDayOf, monthIndex } from "./month-turns.ts";

const MONTHS_IN = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;

/** The week or calendar period that holds a date. */
export function bucketOf(date: string, granularity: Granularity): NamedPeriod {
  if (granularity === "week") return { label: weekName(date), period: weekOf(date) };
  const months = MONTHS_IN[granularity];
  const first = Math.floor(monthIndex(date) / months) * months;
  const period = { start: firstDayOf(first), end: addDays(firstDayOf(first + months), -1) };
  const year = period.start.slice(0, 4);
  const ordinal = (first % 12) / months + 1;
  const labels = {
    month: period.start.slice(0, 7),
    quarter: `${year}-Q${ordinal}`,
    "half-year": `${year}-H${ordinal}`,
    year,
  };
  return { label: labels[granularity], period };
}

/** All weeks or calendar periods that a range touches, each whole, in order. */
export function bucketsIn(range: Period, granularity: Granularity): NamedPeriod[] {
  const buckets: NamedPeriod[] = [];
  for (let date = range.start; date <= range.end; ) {
    const bucket = bucketOf(date, granularity);
    buckets.push(bucket);
    date = addDays(bucket.period.end, 1);
  }
  return buckets;
}

/** A month by its index, counted from January of the year 0. */
export function wholeMonth(month: number): Period {
  return { start: firstDayOf(month), end: addDays(firstDayOf(month + 1), -1) };
}

/** Days that two periods share. */
export function sharedDays(a: Period, b: Period): number {
  const start = Math.max(dayNumber(a.start), dayNumber(b.start));
  const end = Math.min(dayNumber(a.end), dayNumber(b.end));
  return Math.max(0, end - start + 1);
}

/** So many days as a share of a period, never rounded up to all of them. */
export function shareOfDays(days: number, period: Period): number {
  return Math.floor((days / daysIn(period)) * 10_000) / 10_000;
}

/** The first of some dates; undefined where there is none. */
export function earliest(...dates: (string | undefined)[]): string | undefined {
  return dates.filter((date) => date !== undefined).sort()[0];
}

/** The last of some dates; undefined where there is none. */
export function latest(...dates: (string | undefined)[]): string | undefined {
  return dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
}
