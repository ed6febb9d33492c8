import type { Period } from "../../contract/common.ts";
import type { SamePart, Side } from "../../contract/compare.ts";
import { addDays, DAYS_A_WEEK, daysIn, weekStart } from "../calendar.ts";
import { canBeCompared, comparedValues } from "../comparison.ts";
import { earliest } from "../period.ts";
import type { PeriodCounts } from "./period-counts.ts";

/** Records are cut before Mondays and first days of months, so a year is told by as many weeks of the year before. */
const DAYS_OF_52_WEEKS = 52 * DAYS_A_WEEK;
/** A longer period would be set against a part of itself. */
const MOST_DAYS = 366;

/**
 * Of a period that can't be compared because it is unfinished: its part up to the last Sunday by which all is final,
 * and the same part of the year before. Null where the period can be compared as it is, or nothing of it is final in
 * both years.
 */
export function samePartOf(counts: PeriodCounts, asked: Side): SamePart | null {
  const { period } = asked;
  if (canBeCompared(asked) || daysIn(period) > MOST_DAYS) return null;
  const before = yearBefore(period.start);
  let end = addDays(weekStart(addDays(earliest(period.end, counts.covered.end)!, 1)), -1);
  for (; end > period.start; end = addDays(end, -DAYS_A_WEEK)) {
    const now = countOf(counts, { start: period.start, end });
    const then = countOf(counts, { start: before, end: addDays(end, -DAYS_OF_52_WEEKS) });
    if (now && then) {
      return { period: now, against: then, ...comparedValues(now.value, then.value) };
    }
  }
  return null;
}

/** A count that is whole and final; null: there is none. */
function countOf(counts: PeriodCounts, period: Period): SamePart["period"] | null {
  if (daysIn(period) < DAYS_A_WEEK || counts.coverage(period) < 1 || counts.isBound(period)) return null;
  return counts.status(period) === "final" ? { period, value: counts.count(period) } : null;
}

function yearBefore(start: string): string {
  return start.endsWith("-01")
    ? `${Number(start.slice(0, 4)) - 1}${start.slice(4)}`
    : addDays(start, -DAYS_OF_52_WEEKS);
}
