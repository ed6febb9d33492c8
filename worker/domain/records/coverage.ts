import type { Period } from "../../contract/common.ts";
import type { CoveredDays } from "../../contract/covered-days.ts";
import { addDays } from "../calendar.ts";
import { buildTally, type CountedCases } from "../tally.ts";
import { weekIndex } from "../week-index.ts";
import { coveredBy } from "./covered.ts";

/** Of which courts' days records speak, by what is counted. */
export interface Coverage {
  convictions: readonly CoveredDays[];
  receipts: readonly CoveredDays[];
}

/** What imports have said of the days that their source was read for. */
export interface StatedDays {
  days: readonly CoveredDays[];
  /** An import said nothing of it, so that its rows have to. */
  unstated: boolean;
}

/** Of a week that isn't covered so many records are named. */
export const UNCOVERED_A_WEEK = 2;

/** Without a word of the desk, weeks without any record that are more than this in a row aren't spoken of. */
const LONGEST_SILENCE_WEEKS = 26;
/** Nor are fewer, where so many of them were to be expected to have a record, by the weeks on either side. */
const MISSED_WEEKS = 3;
/** Over how many weeks on either side that is told. */
const BESIDE_WEEKS = 13;
/** So few records, apart from all others, are a slip of a date rather than a time that was read. */
const ISOLATED_RECORDS = 3;

/**
 * The days that records speak of: those that were stated, and, where an import stated none, those that its records
 * stand close together in.
 * @param until Moscow date on which the courts' sites were last read
 */
export function coverageOf(
  counted: { convictions: readonly CountedCases[]; receipts: readonly CountedCases[] },
  { days, unstated }: StatedDays,
  until: string,
): Coverage {
  const spoken = (rows: readonly CountedCases[]) => [
    ...days,
    ...(unstated ? spokenOf(rows, until).map((period) => ({ courts: null, ...period })) : []),
  ];
  return { convictions: spoken(counted.convictions), receipts: spoken(counted.receipts) };
}

/** The stretches of weeks in which records stand close together, so that a week between them without one is a zero. */
function spokenOf(rows: readonly CountedCases[], until: string): Period[] {
  const weekly = new Map<number, number>();
  for (const { weeks, counts } of rows) {
    for (const [at, week] of weeks.entries()) weekly.set(week, (weekly.get(week) ?? 0) + counts[at]!);
  }
  const all = stretchesOf(weekly);
  const dense = all.filter(({ records }) => records >= ISOLATED_RECORDS);
  return (dense.length > 0 ? dense : all).flatMap(({ first, last }) => {
    const tally = buildTally(onlyWeeks(rows, (week) => week >= first && week <= last));
    return coveredBy(tally, null, until) ?? [];
  });
}

/**
 * The counts without what lies outside of these days: what single rows say there is no count of anything.
 * @param courts whether days that were read of some courts alone speak of each of these, or not, of all together
 */
export function within(
  rows: readonly CountedCases[],
  days: readonly CoveredDays[],
  courts: "each" | "all",
): CountedCases[] {
  return rows.flatMap((row) => {
    const spans = days
      .filter((one) => one.courts === null || (courts === "each" && one.courts.includes(row.court)))
      .map(({ start, end }) => [weekIndex(start), weekIndex(end)] as const);
    return onlyWeeks([row], (week) => spans.some(([first, last]) => week >= first && week <= last));
  });
}

/** The days that records speak of for a question; for some courts also those that were read of all of these. */
export function daysFor(
  days: readonly CoveredDays[],
  courts: ReadonlySet<string> | null,
  until: string,
): Period[] {
  const spoken = days
    .filter(
      (one) =>
        one.courts === null || (courts !== null && [...courts].every((court) => one.courts?.includes(court))),
    )
    .map(({ start, end }) => ({ start, end: end < until ? end : until }))
    .filter(({ start, end }) => start <= end)
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  const joined: Period[] = [];
  for (const { start, end } of spoken) {
    const last = joined.at(-1);
    if (!last || start > addDays(last.end, 1)) joined.push({ start, end });
    else if (end > last.end) last.end = end;
  }
  return joined;
}

function onlyWeeks(rows: readonly CountedCases[], isIn: (week: number) => boolean): CountedCases[] {
  return rows.flatMap((row) => {
    const places = [...row.weeks.keys()].filter((at) => isIn(row.weeks[at]!));
    if (places.length === 0) return [];
    const pick = (list: readonly number[]) => places.map((at) => list[at]!);
    return { ...row, weeks: pick(row.weeks), counts: pick(row.counts), early: pick(row.early) };
  });
}

interface Stretch {
  first: number;
  last: number;
  records: number;
}

function stretchesOf(weekly: ReadonlyMap<number, number>): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [week, count] of [...weekly].sort(([a], [b]) => a - b)) {
    const open = stretches.at(-1);
    if (open && !isSilence(weekly, open.last, week)) {
      open.last = week;
      open.records += count;
    } else stretches.push({ first: week, last: week, records: count });
  }
  return stretches;
}

/** Whether the weeks between two that have records were rather not read than without one. */
function isSilence(weekly: ReadonlyMap<number, number>, before: number, after: number): boolean {
  const silent = after - before - 1;
  if (silent > LONGEST_SILENCE_WEEKS) return true;
  const reporting = (from: number) => {
    let weeks = 0;
    for (let week = from; week < from + BESIDE_WEEKS; week++) weeks += weekly.has(week) ? 1 : 0;
    return weeks / BESIDE_WEEKS;
  };
  return silent * Math.max(reporting(before - BESIDE_WEEKS + 1), reporting(after)) > MISSED_WEEKS;
}
