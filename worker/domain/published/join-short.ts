import type { Rate } from "../../contract/figure.ts";
import { DAYS_A_WEEK, dayNumber } from "../calendar.ts";
import { exactPerWeek, toOneDecimal } from "./per-week.ts";
import { seriesKey } from "./scope.ts";
import { surenessOfSum } from "./sureness.ts";

/**
 * Joins intervals shorter than a week to their neighbour in the same series: to the one before, or to the
 * one after where nothing comes before. Such slivers come from two totals printed days apart: 5,024 up to
 * 29 December 2023 and 5,096 for the year mostly differ by late entries, not by two days of 36 cases.
 */
export function joinShortIntervals(rates: readonly Rate[]): Rate[] {
  return [...Map.groupBy(rates, seriesKey).values()].flatMap(joinWithin);
}

function joinWithin(series: readonly Rate[]): Rate[] {
  const startingOn = new Map(series.map((rate) => [dayNumber(rate.period.start), rate]));
  const continued = new Set(series.map((rate) => dayNumber(rate.period.end) + 1));
  const joined: Rate[] = [];
  for (const first of series) {
    if (continued.has(dayNumber(first.period.start))) continue;
    // From here on each interval starts on the day after the one before.
    let current = first;
    for (let next = following(first); next; next = following(next)) {
      if (current.days < DAYS_A_WEEK || next.days < DAYS_A_WEEK) current = join(current, next);
      else {
        joined.push(current);
        current = next;
      }
    }
    joined.push(current);
  }
  return joined;

  function following(rate: Rate): Rate | undefined {
    return startingOn.get(dayNumber(rate.period.end) + 1);
  }
}

function join(a: Rate, b: Rate): Rate {
  const sum = { value: a.value + b.value, days: a.days + b.days };
  // A total in both was added on one side and taken away on the other.
  const from = [
    ...a.from.filter((id) => !b.from.includes(id)),
    ...b.from.filter((id) => !a.from.includes(id)),
  ];
  return {
    ...a,
    ...sum,
    period: { start: a.period.start, end: b.period.end },
    per_week: toOneDecimal(exactPerWeek(sum)),
    qualifier: surenessOfSum([a.qualifier, b.qualifier]),
    from,
  };
}
