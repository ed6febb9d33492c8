import { turnsWithin } from "./month-turns.ts";
import type { Tally, TallyColumn } from "./tally.ts";

/** A week, or the part of one before or after the first day of a month: what counts can be cut into, and no finer. */
export interface WeekPart {
  week: number;
  /** The month that begins within the week; null: none does, and the part is the whole. */
  turn: number | null;
  /** Before it begins. */
  early: boolean;
}

/** The parts of a tally's weeks, in order. */
export function weekParts({ firstWeek, weeks }: Pick<Tally, "firstWeek" | "weeks">): WeekPart[] {
  const cuts = new Map(
    turnsWithin(firstWeek, weeks).flatMap(({ week, month, clean }) =>
      clean ? [] : [[week, month] as const],
    ),
  );
  return Array.from({ length: weeks }, (_, at) => firstWeek + at).flatMap((week): WeekPart[] => {
    const turn = cuts.get(week) ?? null;
    return turn === null
      ? [{ week, turn, early: false }]
      : [
          { week, turn, early: true },
          { week, turn, early: false },
        ];
  });
}

/** How many of a column are of a part; zero outside of the tally's weeks. */
export function partCounter(tally: Tally): (column: TallyColumn, part: WeekPart) => number {
  const firstMonth = turnsWithin(tally.firstWeek, tally.weeks)[0]?.month ?? 0;
  return ({ counts, turns }, { week, turn, early }) => {
    const whole = counts[week - tally.firstWeek] ?? 0;
    if (turn === null || whole === 0) return whole;
    const before = turns[turn - firstMonth] ?? 0;
    return early ? before : whole - before;
  };
}

/** Adds cases of a part to a column. */
export function partAdder(tally: Tally): (column: TallyColumn, part: WeekPart, count: number) => void {
  const firstMonth = turnsWithin(tally.firstWeek, tally.weeks)[0]?.month ?? 0;
  return ({ counts, turns }, { week, turn, early }, count) => {
    counts[week - tally.firstWeek]! += count;
    if (turn !== null && early) turns[turn - firstMonth]! += count;
  };
}
