import type { Sentence, Service } from "../contract/terms.ts";
import { turnsWithin } from "./month-turns.ts";
import { joinScopes, scopeMeets } from "./scope.ts";

/**
 * Weekly counts of one kind of case. `counts[i]` belongs to week `tally.firstWeek + i`. `turns[j]` belongs to the
 * j-th turn of the month within the tally's weeks: so many of that week's cases come before the turn. Together they
 * give months to the day, at a quarter more than the weeks alone.
 */
export interface TallyColumn {
  scope: string;
  service: Service;
  sentence: Sentence;
  court: string | null;
  counts: Uint16Array;
  turns: Uint16Array;
}

export interface Tally {
  /** Weeks since Monday 5 January 1970. */
  firstWeek: number;
  weeks: number;
  columns: TallyColumn[];
}

/** Cases alike in all but the week, as the store counts them: parallel arrays. */
export interface CountedCases {
  scope: string;
  service: Service;
  sentence: Sentence;
  court: string;
  weeks: readonly number[];
  counts: readonly number[];
  /** Of `counts`, those before the turn of the month; of a week in which no month turns, it says nothing. */
  early: readonly number[];
}

/** Two bytes a week: a week of one kind of case can't hold more. */
const MOST_A_WEEK = 65_535;

/** Lays the store's counts out by week, from the first to the last week that has any. */
export function buildTally(rows: readonly CountedCases[]): Tally {
  const all = rows.flatMap((row) => row.weeks);
  if (all.length === 0) return { firstWeek: 0, weeks: 0, columns: [] };
  const firstWeek = all.reduce((a, b) => Math.min(a, b));
  const weeks = all.reduce((a, b) => Math.max(a, b)) - firstWeek + 1;
  const monthTurns = turnsWithin(firstWeek, weeks);
  const columns = rows.map(({ scope, service, sentence, court, weeks: at, counts: n, early }) => {
    const counts = new Uint16Array(weeks);
    const beforeTurn = new Uint16Array(weeks);
    at.forEach((week, i) => {
      counts[week - firstWeek] = checked(n[i]!);
      beforeTurn[week - firstWeek] = early[i]!;
    });
    const turns = Uint16Array.from(monthTurns, ({ week, clean }) =>
      clean ? 0 : beforeTurn[week - firstWeek]!,
    );
    return { scope: joinScopes(scope.split(/[;,]/)), service, sentence, court, counts, turns };
  });
  return merge({ firstWeek, weeks, columns });
}

/** The same counts without the courts: what most questions need, at a hundredth of the size. */
export function withoutCourts(tally: Tally): Tally {
  return merge({ ...tally, columns: tally.columns.map((column) => ({ ...column, court: null })) });
}

export interface TallyFilter {
  articles: readonly string[];
  service?: Service | null;
  sentence?: Sentence | null;
  courts?: ReadonlySet<string> | null;
}

/** Counts a week of all cases that meet the filter, from `tally.firstWeek` on. */
export function countWeeks(tally: Tally, filter: TallyFilter): number[] {
  const sums = new Array<number>(tally.weeks).fill(0);
  for (const column of tally.columns) {
    if (!meets(column, filter)) continue;
    column.counts.forEach((count, i) => {
      sums[i]! += count;
    });
  }
  return sums;
}

/** Whether a column counts for a filter. */
export function meets(column: TallyColumn, { articles, service, sentence, courts }: TallyFilter): boolean {
  return (
    scopeMeets(column.scope, articles) &&
    (!service || column.service === service) &&
    (!sentence || column.sentence === sentence) &&
    (!courts || (column.court !== null && courts.has(column.court)))
  );
}

/** Adds up columns that mean the same; their order is fixed, so that equal tallies have equal bytes. */
function merge(tally: Tally): Tally {
  const merged = new Map<string, TallyColumn>();
  for (const column of tally.columns) {
    const key = [column.scope, column.service, column.sentence, column.court].join(" ");
    const known = merged.get(key);
    if (known) {
      column.counts.forEach((count, i) => {
        known.counts[i] = checked(known.counts[i]! + count);
      });
      column.turns.forEach((count, i) => {
        known.turns[i]! += count;
      });
    } else merged.set(key, { ...column, counts: column.counts.slice(), turns: column.turns.slice() });
  }
  const columns = [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, column]) => column);
  return { ...tally, columns };
}

function checked(count: number): number {
  if (count > MOST_A_WEEK)
    throw new RangeError(`A week of ${count} cases is more than the ${MOST_A_WEEK} it can hold.`);
  return count;
}
