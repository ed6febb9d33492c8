import { dayNumber } from "../domain/calendar.ts";

/** Readings further apart than this leave a gap: what came in between can't be told from what came late. */
const LONGEST_PAUSE_DAYS = 14;

/**
 * First day of the desk's unbroken watch over the courts' sites, or null: a first import is a backfill, and an
 * import after a long silence says nothing about lateness.
 * @param readings Moscow dates of the readings so far, newest first
 * @param readOn date of the reading that is being published
 */
export function startOfWatch(readings: readonly string[], readOn: string): string | null {
  let start: string | null = null;
  let next = readOn;
  for (const day of readings) {
    if (day > readOn) continue;
    if (dayNumber(next) - dayNumber(day) > LONGEST_PAUSE_DAYS) break;
    start = day;
    next = day;
  }
  return start;
}
