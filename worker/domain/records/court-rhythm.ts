import { dayNumber } from "../calendar.ts";

/** How often a court's records come, told from the days that have any. */
export interface CourtRhythm {
  /** Days from one day with a record to the next, half of the times at most; null: too few to say. */
  usual: number | null;
  /** The same, nine times in ten at most. */
  longest: number | null;
}

/** A rhythm is told from so many gaps; fewer may be chance. */
const LEAST_GAPS = 6;
const HALF = 0.5;
const MOST = 0.9;

/** @param days ISO dates on which a court had a record, in any order, each once or more often */
export function rhythmOf(days: readonly string[]): CourtRhythm {
  const numbers = [...new Set(days)].map(dayNumber).sort((a, b) => a - b);
  const gaps = numbers
    .slice(1)
    .map((day, index) => day - numbers[index]!)
    .sort((a, b) => a - b);
  if (gaps.length < LEAST_GAPS) return { usual: null, longest: null };
  const at = (share: number) => gaps[Math.ceil(gaps.length * share) - 1]!;
  return { usual: at(HALF), longest: at(MOST) };
}

/** A court that is silent for a day longer than usual isn't missed yet: so many days it may be in any case. */
const GRACE_DAYS = 7;

/** Whether a court is silent for longer than its own rhythm explains. */
export function isOverdue({ longest }: CourtRhythm, silentDays: number): boolean {
  return longest !== null && silentDays > Math.max(longest, GRACE_DAYS);
}
