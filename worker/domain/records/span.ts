import { HELD_FALL, MOBILISATION, TOLD_COMPLETENESS } from "../../config.ts";
import type { Period } from "../../contract/common.ts";
import type { Span } from "../../contract/terms.ts";
import { addDays, DAYS_A_WEEK, dayNumber, weekOf, weekStart } from "../calendar.ts";
import { MAX_DELAY_WEEKS } from "../completeness/constants.ts";
import { isTold } from "../completeness/told.ts";
import { monthIndex } from "../month-turns.ts";
import { earliest, latest, wholeMonth } from "../period.ts";
import type { PeriodCounts } from "./period-counts.ts";

/** What time a headline is of, and with what it may be compared; null: with nothing. */
export interface SpanPeriods {
  period: Period;
  against: Period | null;
}

/**
 * The days that a span asks about, on a day in Moscow. All but the current week end with the newest week that can be
 * told, so that lateness alone can't make them low. Null where there is no such week.
 * @param since first day of a total; null: the mobilisation's, or the first that is covered
 * @param readOn Moscow date on which the courts' sites were last read
 */
export function spanPeriods(
  { span, since }: { span: Span; since: string | null },
  counts: PeriodCounts,
  today: string,
  readOn: string,
): SpanPeriods | null {
  if (span === "this-week") {
    // Where nobody has looked since Monday, an empty week isn't a zero.
    const period = weekOf(today);
    return readOn < period.start ? null : { period, against: null };
  }
  const week = newestTold(counts, today);
  if (!week) return null;
  switch (span) {
    case "week":
      return { period: week, against: weekOf(addDays(week.start, -1)) };
    case "month":
      return monthOf(week.end, counts.covered);
    case "year":
      return yearOf(week.end, counts.covered);
    case "total": {
      const start = latest(since ?? MOBILISATION, counts.covered.start)!;
      return start > week.end ? null : { period: { start: cut(start), end: week.end }, against: null };
    }
  }
}

/** The newest week that is over and can be told: final, or with a range and far enough in. */
function newestTold(counts: PeriodCounts, today: string): Period | null {
  const { covered } = counts;
  let week = weekOf(addDays(weekStart(earliest(today, addDays(covered.end, 1))!), -1));
  const coded = usuallyCoded(week, counts) * TOLD_COMPLETENESS;
  while (week.start >= covered.start) {
    const isIn = isTold(counts.completeness(week), counts.expected(week));
    if (isIn && counts.coverage(week) === 1 && counts.coded(week) >= coded && !isHeld(week, counts))
      return week;
    week = weekOf(addDays(week.start, -1));
  }
  return null;
}

/** The share of old weeks that the desk has coded, in the middle: it never codes all, and late. */
function usuallyCoded(newest: Period, { covered, coded }: PeriodCounts): number {
  const weeks = Array.from({ length: MAX_DELAY_WEEKS }, (_, index) =>
    weekOf(addDays(newest.start, -DAYS_A_WEEK * (MAX_DELAY_WEEKS + index))),
  );
  const shares = weeks.filter(({ start }) => start >= covered.start).map(coded);
  return shares.sort((a, b) => a - b)[Math.floor(shares.length / 2)] ?? 0;
}

/** Whether a week shows a sudden fall that may be lateness. */
function isHeld(week: Period, counts: PeriodCounts): boolean {
  const age = (dayNumber(weekOf(counts.covered.end).end) - dayNumber(week.end)) / DAYS_A_WEEK;
  if (age >= HELD_FALL.weeks) return false;
  const before = Array.from({ length: HELD_FALL.before }, (_, index) =>
    middleOf(weekOf(addDays(week.start, -DAYS_A_WEEK * (index + 1))), counts),
  );
  const usual = before.sort((a, b) => a - b)[HELD_FALL.before / 2]!;
  return usual >= HELD_FALL.least && middleOf(week, counts) < usual * HELD_FALL.share;
}

/** What a week will count, as far as can be said. */
function middleOf(week: Period, counts: PeriodCounts): number {
  return counts.expected(week)?.mid ?? counts.count(week);
}

/** The newest month that is over by a day. */
function monthOf(end: string, covered: Period): SpanPeriods | null {
  const month = monthIndex(addDays(end, 1)) - 1;
  const period = wholeMonth(month);
  if (period.start < covered.start) return null;
  const before = wholeMonth(month - 1);
  return { period, against: before.start < covered.start ? null : before };
}

/** The year to a Sunday, and as many weeks of the year before: records know weeks and months, not single days. */
function yearOf(end: string, covered: Period): SpanPeriods {
  const year = Number(end.slice(0, 4));
  const start = latest(`${year}-01-01`, covered.start)!;
  const before = { start: `${year - 1}-01-01`, end: addDays(end, -52 * 7) };
  const isWhole = start === `${year}-01-01` && before.start >= covered.start;
  return {
    period: { start: cut(start), end },
    against: isWhole && before.end > before.start ? before : null,
  };
}

/** Where records can be cut: a first day of a month as it is, of any other day the Monday of its week. */
function cut(date: string): string {
  return date.endsWith("-01") ? date : weekStart(date);
}
