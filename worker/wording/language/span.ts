import type { Period } from "../../contract/common.ts";
import { addDays, weekOf } from "../../domain/calendar.ts";
import { type Formats, RANGE_DASH } from "./formats.ts";

/** What a period is to a reader: a calendar unit that has a name, or just its two dates. */
export type Span =
  | { kind: "year"; year: string }
  | { kind: "half" | "quarter"; ordinal: number; year: string }
  | { kind: "months"; year: string; several: boolean }
  | { kind: "week" }
  | { kind: "dates" };

export function spanOf({ start, end }: Period): Span {
  const year = start.slice(0, 4);
  if (start.endsWith("-01") && addDays(end, 1).endsWith("-01") && end.startsWith(year)) {
    const first = Number(start.slice(5, 7));
    const months = Number(end.slice(5, 7)) - first + 1;
    if (months === 12) return { kind: "year", year };
    if (months === 6 && first % 6 === 1) return { kind: "half", ordinal: (first + 5) / 6, year };
    if (months === 3 && first % 3 === 1) return { kind: "quarter", ordinal: (first + 2) / 3, year };
    return { kind: "months", year, several: months > 1 };
  }
  const week = weekOf(start);
  return { kind: week.start === start && week.end === end ? "week" : "dates" };
}

/** The two ends of a period, the first without what the last one repeats. The year stands apart. */
export interface Ends {
  from: string;
  to: string;
  year: string;
  sameMonth: boolean;
  oneDay: boolean;
}

export function endsOf({ start, end }: Period, f: Formats): Ends {
  const year = end.slice(0, 4);
  const sameYear = start.startsWith(year);
  const sameMonth = start.slice(0, 7) === end.slice(0, 7);
  const from = sameMonth ? f.day(start) : f.dayMonth(start);
  return {
    from: sameYear ? from : `${from} ${start.slice(0, 4)}`,
    to: f.dayMonth(end),
    year,
    sameMonth,
    oneDay: start === end,
  };
}

/**
 * `9–15 June`: a range of dates within a month, still without the year. Over the end of a month it is too long for a
 * narrow column, and is put into words, between which a line may break: `26 May to 1 June`.
 *
 * @param inWords both ends in words, of a range that is longer than a month's
 */
export function rangeOf({ from, to, sameMonth, oneDay }: Ends, inWords: string): string {
  if (oneDay) return to;
  return sameMonth ? from + RANGE_DASH + to : inWords;
}
