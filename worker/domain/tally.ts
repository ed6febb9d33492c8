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
  let [firstWeek, lastWeek] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    for (const week of row.weeks) {
      if (week < firstWeek) firstWeek = week;
      if (week > lastWeek) lastWeek = week;
    }
  }
  if (lastWeek < firstWeek) return { firstWeek: 0, weeks: 0, columns: [] };
  const weeks = lastWeek - firstWeek + 1;
  const turns = turnsWithin(firstWeek, weeks);
  const turnIn = new Map(turns.flatMap(({ week, clean }, at) => (clean ? [] : [[week, at] as const])));
  const columns = new Columns(weeks, turns.length);
  for (const row of rows) {
    const services = SERVICES.filter((one) => row.service.split(",").includes(one)).join(",");
    const { sentence, court } = row;
    const column = columns.of({
      scope: joinScopes(row.scope.split(/[;,]/)),
      service: services,
      sentence,
      court,
    });
    row.weeks.forEach((week, at) => {
      column.counts[week - firstWeek]! += row.counts[at]!;
      const turn = turnIn.get(week);
      if (turn !== undefined) column.turns[turn]! += row.early[at]!;
    });
  }
  return { firstWeek, weeks, columns: columns.inOrder() };
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
  const columns = new Columns(tally.weeks, tally.columns[0]?.turns.length ?? 0);
  for (const { counts, turns, ...kind } of tally.columns) {
    const sum = columns.of(kind);
    for (let at = 0; at < counts.length; at += 1) sum.counts[at]! += counts[at]!;
    for (let at = 0; at < turns.length; at += 1) sum.turns[at]! += turns[at]!;
  }
  return { ...tally, columns: columns.inOrder() };
}

/** Columns that are being filled, one for each kind of case. */
export class Columns {
  readonly #known = new Map<string, TallyColumn>();
  readonly #weeks: number;
  readonly #turns: number;

  constructor(weeks: number, turns: number) {
    this.#weeks = weeks;
    this.#turns = turns;
  }

  /** That of a kind of case; empty where nothing of it was counted yet. */
  of({ scope, service, sentence, court }: Omit<TallyColumn, "counts" | "turns">): TallyColumn {
    const key = [scope, service, sentence, court].join(" ");
    let column = this.#known.get(key);
    if (!column) {
      const counts = new Uint32Array(this.#weeks);
      column = { scope, service, sentence, court, counts, turns: new Uint32Array(this.#turns) };
      this.#known.set(key, column);
    }
    return column;
  }

  inOrder(): TallyColumn[] {
    return [...this.#known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, column]) => narrowed(column));
  }
}

/** An edition is held in memory whole, and hardly any week has more than two bytes can say. */
function narrowed(column: TallyColumn): TallyColumn {
  for (let at = 0; at < column.counts.length; at += 1) if (column.counts[at]! > NARROW) return column;
  return { ...column, counts: new Uint16Array(column.counts), turns: new Uint16Array(column.turns) };
}
