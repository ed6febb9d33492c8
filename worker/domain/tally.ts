import { SERVICES, type Sentence, type Service } from "../contract/terms.ts";
import { turnsWithin } from "./month-turns.ts";
import { joinScopes, scopeMeets } from "./scope.ts";

/**
 * Weekly counts of one kind of case. `counts[i]` belongs to week `tally.firstWeek + i`. `turns[j]` belongs to the
 * j-th turn of the month within the tally's weeks: so many of that week's cases come before the turn. Together they
 * give months to the day, at a quarter more than the weeks alone.
 */
export interface TallyColumn {
  scope: string;
  /** The kind of service; of a case whose defendants served in several ways all of them, joined by `,`. */
  service: string;
  sentence: Sentence;
  court: string | null;
  counts: Counts;
  turns: Counts;
}

/** Two bytes a week where they suffice, else four. */
export type Counts = Uint16Array | Uint32Array;

export interface Tally {
  /** Weeks since Monday 5 January 1970. */
  firstWeek: number;
  weeks: number;
  columns: TallyColumn[];
}

/** Cases alike in all but the week, as the store counts them: parallel arrays. */
export interface CountedCases {
  scope: string;
  /** Several are joined by `,`, in any order. */
  service: string;
  sentence: Sentence;
  court: string;
  weeks: readonly number[];
  counts: readonly number[];
  /** Of `counts`, those before the turn of the month; of a week in which no month turns, it says nothing. */
  early: readonly number[];
}

/** What two bytes hold. */
const NARROW = 65_535;

/** Lays the store's counts out by week, from the first to the last week that has any. */
export function buildTally(rows: readonly CountedCases[]): Tally {
  const all = rows.flatMap((row) => row.weeks);
  if (all.length === 0) return { firstWeek: 0, weeks: 0, columns: [] };
  const firstWeek = all.reduce((a, b) => Math.min(a, b));
  const weeks = all.reduce((a, b) => Math.max(a, b)) - firstWeek + 1;
  const monthTurns = turnsWithin(firstWeek, weeks);
  const columns = rows.map(({ scope, service, sentence, court, weeks: at, counts: n, early }) => {
    const counts = new Uint32Array(weeks);
    const beforeTurn = new Uint32Array(weeks);
    at.forEach((week, i) => {
      counts[week - firstWeek] = n[i]!;
      beforeTurn[week - firstWeek] = early[i]!;
    });
    const turns = Uint32Array.from(monthTurns, ({ week, clean }) =>
      clean ? 0 : beforeTurn[week - firstWeek]!,
    );
    const services = SERVICES.filter((one) => service.split(",").includes(one)).join(",");
    return { scope: joinScopes(scope.split(/[;,]/)), service: services, sentence, court, counts, turns };
  });
  return merged({ firstWeek, weeks, columns });
}

/** The same counts without the courts: what most questions need, at a hundredth of the size. */
export function withoutCourts(tally: Tally): Tally {
  return merged({ ...tally, columns: tally.columns.map((column) => ({ ...column, court: null })) });
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
    (!service || column.service.split(",").includes(service)) &&
    (!sentence || column.sentence === sentence) &&
    (!courts || (column.court !== null && courts.has(column.court)))
  );
}

/** Adds up columns that mean the same; their order is fixed, so that equal tallies have equal bytes. */
export function merged(tally: Tally): Tally {
  const known = new Map<string, TallyColumn>();
  for (const column of tally.columns) {
    const key = [column.scope, column.service, column.sentence, column.court].join(" ");
    const same = known.get(key);
    if (same) {
      column.counts.forEach((count, i) => {
        same.counts[i]! += count;
      });
      column.turns.forEach((count, i) => {
        same.turns[i]! += count;
      });
    } else {
      const [counts, turns] = [Uint32Array.from(column.counts), Uint32Array.from(column.turns)];
      known.set(key, { ...column, counts, turns });
    }
  }
  const columns = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, column]) => narrowed(column));
  return { ...tally, columns };
}

/** An edition is held in memory whole, and hardly any week has more than two bytes can say. */
function narrowed(column: TallyColumn): TallyColumn {
  if (column.counts.some((count) => count > NARROW)) return column;
  return { ...column, counts: Uint16Array.from(column.counts), turns: Uint16Array.from(column.turns) };
}
