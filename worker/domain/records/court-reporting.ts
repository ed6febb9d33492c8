import { addDays, dayNumber } from "../calendar.ts";
import { isOverdue, rhythmOf } from "./court-rhythm.ts";

/** The days on which a court has records. */
export interface CourtDays {
  court: string;
  /** The newest of all; null: no record is dated, or all are in the future. */
  last: string | null;
  /** Those of the last two years, each once. */
  days: readonly string[];
}

/**
 * How the courts report, all together. It is made of courts and days alone, which stand on the courts' cards and in the
 * counts by court and week: nothing of a sentence or a kind of service is in it, so that none follows from it, by itself
 * or against the edition before.
 */
export interface CourtReporting {
  /** Courts with a record. */
  courts: number;
  /** Of these, those whose records come often enough to know a rhythm. */
  rhythm: number;
  /** Of these, those that are silent for longer than usual. */
  silent: number;
  /** Day of the newest record of any court, to which silence is counted; null: none is dated. */
  newest: string | null;
}

/** Days by which a court's rhythm is. */
const RHYTHM_DAYS = 731;

/** @param day the Moscow date as of which the records are known */
export function firstDayOfRhythm(day: string): string {
  return addDays(day, -RHYTHM_DAYS);
}

/** One court's rhythm, and for how long it has been silent by the newest record of any court. */
export function reportingOf({ last, days }: CourtDays, newest: string | null) {
  const rhythm = rhythmOf(days);
  const silentDays = last === null || newest === null ? null : dayNumber(newest) - dayNumber(last);
  return { rhythm, silentDays, overdue: silentDays !== null && isOverdue(rhythm, silentDays) };
}

/** The days of two parts of the records together. */
export function joinDays(some: readonly CourtDays[], others: readonly CourtDays[]): CourtDays[] {
  return [...Map.groupBy([...some, ...others], ({ court }) => court)].map(([court, parts]) => ({
    court,
    last: newestDay(parts),
    days: [...new Set(parts.flatMap(({ days }) => days))],
  }));
}

export function newestDay(courts: readonly Pick<CourtDays, "last">[]): string | null {
  const days = courts.flatMap(({ last }) => last ?? []);
  return days.sort().at(-1) ?? null;
}

export function courtReporting(courts: readonly CourtDays[]): CourtReporting {
  const newest = newestDay(courts);
  const each = courts.map((court) => reportingOf(court, newest));
  return {
    courts: courts.length,
    rhythm: each.filter(({ rhythm }) => rhythm.usual !== null).length,
    silent: each.filter(({ overdue }) => overdue).length,
    newest,
  };
}
