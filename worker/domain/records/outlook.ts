import { OFFENCES, type Offence } from "../../contract/terms.ts";
import { MAX_DELAY_WEEKS } from "../completeness/constants.ts";
import { nowcast } from "../completeness/nowcast.ts";
import { reportingTriangle } from "../completeness/triangle.ts";
import { OFFENCE_ARTICLES } from "../offence.ts";
import { scopeMeets } from "../scope.ts";
import type { DelayCount } from "./counts.ts";

/** How much of a recent week is in, and how many more are expected (90 % interval and median). */
export interface WeekOutlook {
  completeness: number;
  /** null where the evidence is too small to say. */
  toCome: { low: number; mid: number; high: number } | null;
}

/** What is still to come for an offence group. */
export interface Outlook {
  /** Share of a week's verdicts that is in after 0, 1 … weeks; null where the evidence is too small. */
  delay: readonly number[] | null;
  /** By age in weeks; 0 is the week of the publication. Older weeks are final. */
  weeks: readonly WeekOutlook[];
}

/**
 * @param delays counts of verdicts by week and delay, as of the publication
 * @param newestWeek the week of the publication's day
 */
export function outlooksOf(delays: readonly DelayCount[], newestWeek: number): Record<Offence, Outlook> {
  const outlooks = OFFENCES.map((offence) => [offence, outlookFor(offence, delays, newestWeek)]);
  return Object.fromEntries(outlooks) as Record<Offence, Outlook>;
}

/** The same for one offence group; which weeks the desk was silent in is read from all. */
export function outlookFor(offence: Offence, delays: readonly DelayCount[], newestWeek: number): Outlook {
  const reported = new Set(delays.map(({ week, delay }) => week + delay));
  const watched = delays.reduce((first, { week, delay }) => Math.min(first, week + delay), newestWeek);
  const silent = weeksFrom(watched, newestWeek).filter((week) => !reported.has(week));
  const own = delays.filter(
    ({ scope, week }) => week >= watched && scopeMeets(scope, OFFENCE_ARTICLES[offence]),
  );
  const triangle = reportingTriangle(
    own.map(({ week, delay, count }) => ({ week: week - watched, delay, count })),
    {
      weeks: newestWeek - watched + 1,
      maxDelay: MAX_DELAY_WEEKS,
      silent: silent.map((week) => week - watched),
    },
  );
  const { delay, weeks } = nowcast(triangle);
  const watchedWeeks = weeks.map(({ completeness, expected, seen }) => ({
    completeness: round(completeness),
    toCome: expected && {
      low: expected.low - seen,
      mid: expected.mid - seen,
      high: expected.high - seen,
    },
  }));
  return {
    delay: delay?.map(round) ?? null,
    weeks: [...watchedWeeks, ...weeksBefore(watchedWeeks.length, delay)],
  };
}

/** Weeks from before the desk's first reading, which found of them what had come in by then. */
function weeksBefore(watched: number, delay: readonly number[] | null): WeekOutlook[] {
  const ages = Array.from(
    { length: Math.max(0, MAX_DELAY_WEEKS + 1 - watched) },
    (_, index) => watched + index,
  );
  return ages.map((age) => ({
    completeness: round(delay?.[age] ?? (age + 1) / (MAX_DELAY_WEEKS + 1)),
    toCome: null,
  }));
}

function weeksFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Three decimals: a finer share would pretend to know more. */
function round(share: number): number {
  return Math.round(share * 1_000) / 1_000;
}
