import type { Sentence } from "../../contract/terms.ts";
import { turnsWithin } from "../month-turns.ts";
import { Columns, merged, type Tally, type TallyColumn, withoutCourts } from "../tally.ts";
import { partAdder, partCounter, type WeekPart, weekParts } from "../week-parts.ts";
import { type CountsBy, type Told, tellGroup, UNTOLD } from "./told-group.ts";

/** What readers may know of counts, and what the next edition has to know of it. */
export interface ToldKinds {
  /** Of all courts together, by sentence and kind of service as far as they are told. */
  all: Tally;
  /** By court, as each group stood when its kinds were last told. */
  courts: Tally;
}

/** The counts without what the desk reads from verdicts' texts: what court cards say. */
export function withoutKinds(tally: Tally): Tally {
  return merged({
    ...tally,
    columns: tally.columns.map((column) => ({ ...column, service: "unknown", sentence: "unknown" })),
  });
}

/**
 * Takes out of counts by court what could tell one case's sentence or kind of service: group by group, see `tellGroup`.
 * @param counted as the desk has coded them, by court
 * @param before what the edition before told; null: there was none
 */
export function tellKinds(counted: Tally, before: ToldKinds | null): ToldKinds {
  const all = drafts(counted);
  const courts = drafts(counted);
  const countOf = partCounter(counted);
  const known = before && lookup(before.all, kindOf);
  const stood = before && lookup(before.courts, courtOf);
  const parts = weekParts(counted);
  for (const [scope, columns] of Map.groupBy(counted.columns, (column) => column.scope)) {
    for (const part of parts) {
      const here = (keyOf: (column: TallyColumn) => string) =>
        sums(columns, keyOf, (one) => countOf(one, part));
      const [kinds, inCourts] = [here(kindOf), here(courtOf)];
      if (inCourts.size === 0) continue;
      const told = { kinds: known?.(scope, part) ?? NONE, courts: stood?.(scope, part) ?? NONE };
      const now = tellGroup({ kinds, courts: inCourts }, told);
      const cases = [...inCourts.values()].reduce((a, b) => a + b, 0);
      for (const [kind, count] of withRest(now, cases))
        all.add({ scope, ...partsOf(kind), court: null }, part, count);
      const stands = now.anew ? inCourts : told.courts;
      for (const [court, count] of stands) courts.add({ scope, ...UNKNOWN, court }, part, count);
    }
  }
  return { all: all.done(), courts: courts.done() };
}

/** What an edition from before kinds were taken out may still be asked: nothing of them. */
export function untold(tally: Tally): Tally {
  return withoutCourts(withoutKinds(tally));
}

const NONE: CountsBy = new Map();
const UNKNOWN = { service: "unknown", sentence: "unknown" } as const;

const kindOf = ({ service, sentence }: TallyColumn) => `${service} ${sentence}`;
const courtOf = ({ court }: TallyColumn) => court ?? "";

function partsOf(kind: string): Pick<TallyColumn, "service" | "sentence"> {
  const [service, sentence] = kind.split(" ");
  return { service: service!, sentence: sentence as Sentence };
}

function withRest({ kinds }: Told, cases: number): [string, number][] {
  const told = [...kinds.values()].reduce((a, b) => a + b, 0);
  return told < cases ? [...kinds, [UNTOLD, cases - told]] : [...kinds];
}

function sums(
  columns: readonly TallyColumn[],
  keyOf: (column: TallyColumn) => string,
  countOf: (column: TallyColumn) => number,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const column of columns) {
    const count = countOf(column);
    if (count === 0) continue;
    const key = keyOf(column);
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return counts;
}

function lookup(tally: Tally, keyOf: (column: TallyColumn) => string) {
  const scopes = Map.groupBy(tally.columns, ({ scope }) => scope);
  const countOf = partCounter(tally);
  return (scope: string, part: WeekPart) =>
    sums(scopes.get(scope) ?? [], keyOf, (column) => countOf(column, part));
}

/** A tally of the same weeks, filled case by case. */
function drafts(like: Tally) {
  const columns = new Columns(like.weeks, turnsWithin(like.firstWeek, like.weeks).length);
  const addTo = partAdder(like);
  return {
    add: (kind: Omit<TallyColumn, "counts" | "turns">, part: WeekPart, count: number) =>
      addTo(columns.of(kind), part, count),
    done: (): Tally => ({ ...like, columns: columns.inOrder() }),
  };
}
