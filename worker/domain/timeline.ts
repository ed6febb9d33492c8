import type { Period } from "../contract/common.ts";
import { dayNumber, fromDayNumber } from "./calendar.ts";
import { monthIndex, turnsWithin } from "./month-turns.ts";
import { type Counts, meets, type Tally, type TallyColumn, type TallyFilter } from "./tally.ts";
import { isMonday, weekOfDay } from "./week-index.ts";

/** Counts along time, which can be cut before any Monday and before any first day of a month. */
export interface Timeline {
  firstWeek: number;
  /** `before[i]`: all that is counted before week `firstWeek + i`; the last is the sum of all. */
  before: readonly number[];
  firstMonth: number;
  /** `turns[j]`: what the week that holds the first day of month `firstMonth + j` counts before that day. */
  turns: readonly number[];
}

/** The counts of all cases that meet a filter. */
export function timelineOf(tally: Tally, filter: TallyFilter): Timeline {
  return timelinesBy(tally, filter, () => [""]).get("") ?? empty(tally);
}

/** The counts of the cases that meet a filter, apart by key. A case with several keys counts for each. */
export function timelinesBy(
  tally: Tally,
  filter: TallyFilter,
  keysOf: (column: TallyColumn) => readonly string[],
): Map<string, Timeline> {
  const sums = new Map<string, { counts: Float64Array; turns: Float64Array }>();
  const months = turnsWithin(tally.firstWeek, tally.weeks);
  for (const column of tally.columns) {
    if (!meets(column, filter)) continue;
    for (const key of keysOf(column)) {
      const sum = sums.get(key) ?? {
        counts: new Float64Array(tally.weeks),
        turns: new Float64Array(months.length),
      };
      sums.set(key, sum);
      add(sum.counts, column.counts);
      add(sum.turns, column.turns);
    }
  }
  const firstMonth = months[0]?.month ?? 0;
  const timeline = (counts: Float64Array, turns: Float64Array): Timeline => {
    const before = [0];
    for (const count of counts) before.push(before.at(-1)! + count);
    return { firstWeek: tally.firstWeek, before, firstMonth, turns: [...turns] };
  };
  return new Map([...sums].map(([key, { counts, turns }]) => [key, timeline(counts, turns)]));
}

/**
 * The count in a period that begins and ends where weeks or months do.
 * @throws RangeError where it begins or ends within a week and within a month: the tally doesn't know single days
 */
export function countIn(timeline: Timeline, { start, end }: Period): number {
  return countBefore(timeline, dayNumber(end) + 1) - countBefore(timeline, dayNumber(start));
}

/** @param day days since 1970-01-01: a series asks it thousands of times, and most days are Mondays */
function countBefore({ firstWeek, before, firstMonth, turns }: Timeline, day: number): number {
  const week = weekOfDay(day) - firstWeek;
  const early = isMonday(day) ? 0 : (turns[turnOn(day) - firstMonth] ?? 0);
  if (week < 0) return 0;
  if (week >= before.length) return before.at(-1)!;
  return before[week]! + early;
}

/** The month that begins on a day. */
function turnOn(day: number): number {
  const date = fromDayNumber(day);
  if (!date.endsWith("-01"))
    throw new RangeError(`${date} is neither a Monday nor the first day of a month.`);
  return monthIndex(date);
}

function empty({ firstWeek }: Tally): Timeline {
  return { firstWeek, before: [0], firstMonth: 0, turns: [] };
}

function add(sums: Float64Array, counts: Counts): void {
  for (let i = 0; i < counts.length; i++) sums[i]! += counts[i]!;
}
