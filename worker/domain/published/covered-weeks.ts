import type { Period } from "../../contract/common.ts";
import { addDays, DAYS_A_WEEK, weekStart } from "../calendar.ts";

/** Four days of seven are a week's majority, so three may be missing at either end. */
const DAYS_MISSED = 3;

/** Mondays of the ISO weeks that lie in the period with most of their days, ascending. */
export function weeksMostlyIn(period: Period): string[] {
  const weeks = [];
  const last = lastWeekMostlyIn(period);
  for (
    let monday = weekStart(addDays(period.start, DAYS_MISSED));
    monday <= last;
    monday = addDays(monday, DAYS_A_WEEK)
  ) {
    weeks.push(monday);
  }
  return weeks;
}

/** Monday of the last ISO week with most of its days before or on the period's end. */
export function lastWeekMostlyIn({ end }: Period): string {
  return weekStart(addDays(end, -DAYS_MISSED));
}
