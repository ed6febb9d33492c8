import { DAYS_A_WEEK, dayNumber, weekStart, weeksBetween } from "../calendar.ts";

/**
 * Delay, in weeks, of what was first seen on `seenOn`, for the triangle of an edition made on `asOf`.
 *
 * Report weeks are the seven days up to and including `asOf`, the seven before, and so on, so that the
 * newest one is always whole. With calendar weeks, an edition made on a Monday would compare one day of
 * reports with seven of every week before, and lateness would look like a fall. Delay 0 is then what was
 * seen by the same weekday of the week in question, and completeness is that of a week so far.
 *
 * @param date any date of the reference week, not after `asOf`
 * @param seenOn not before the date, not after `asOf`
 */
export function delayAsOf(date: string, seenOn: string, asOf: string): number {
  const age = weeksBetween(weekStart(date), weekStart(asOf));
  const weeksAgo = Math.floor((dayNumber(asOf) - dayNumber(seenOn)) / DAYS_A_WEEK);
  return Math.max(0, age - weeksAgo);
}
