import type { CountedRecords } from "../prints.ts";
import type { CountedCases } from "../tally.ts";
import type { DelayCount, RecordCounts } from "./counts.ts";

const NONE: CountedRecords = {
  convictions: [],
  receipts: [],
  delays: [],
  counts: { cases: 0, defendants: 0, convictions: 0, removed: 0 },
};

/**
 * What is counted once some cases are replaced by others, or are as they were not: the same that counting anew would
 * give, in any order.
 * @param taken what the cases counted for before; null: nothing
 * @param given what they count for then; null: nothing
 * @returns null where no record is left
 */
export function replaceCounted(
  held: CountedRecords | null,
  taken: CountedRecords | null,
  given: CountedRecords | null,
): CountedRecords | null {
  const [all, less, more] = [held ?? NONE, taken ?? NONE, given ?? NONE];
  const counts = replaceCounts(all.counts, less.counts, more.counts);
  if (counts.defendants <= 0) return null;
  return {
    convictions: replaceRows(all.convictions, less.convictions, more.convictions),
    receipts: replaceRows(all.receipts, less.receipts, more.receipts),
    delays: replaceDelays(all.delays, less.delays, more.delays),
    counts,
  };
}

function replaceCounts(all: RecordCounts, less: RecordCounts, more: RecordCounts): RecordCounts {
  const sum = (of: keyof RecordCounts) => all[of] - less[of] + more[of];
  return {
    cases: sum("cases"),
    defendants: sum("defendants"),
    convictions: sum("convictions"),
    removed: sum("removed"),
  };
}

/** Rows that nothing is taken from or comes to stay as they are: of a large store those are nearly all. */
function replaceRows(
  all: readonly CountedCases[],
  less: readonly CountedCases[],
  more: readonly CountedCases[],
): CountedCases[] {
  const named = new Set([...less, ...more].map(keyOf));
  const sums = new Map<string, Sum>();
  const kept: CountedCases[] = [];
  for (const row of all) {
    const key = keyOf(row);
    if (named.has(key)) add(sums, key, row, 1);
    else kept.push(row);
  }
  for (const row of less) add(sums, keyOf(row), row, -1);
  for (const row of more) add(sums, keyOf(row), row, 1);
  return [...kept, ...[...sums.values()].flatMap(toRow)];
}

interface Sum {
  row: CountedCases;
  weeks: Map<number, readonly [count: number, early: number]>;
}

function add(sums: Map<string, Sum>, key: string, row: CountedCases, sign: 1 | -1): void {
  const sum = sums.get(key) ?? { row, weeks: new Map() };
  sums.set(key, sum);
  row.weeks.forEach((week, at) => {
    const [count, early] = sum.weeks.get(week) ?? [0, 0];
    sum.weeks.set(week, [count + sign * row.counts[at]!, early + sign * row.early[at]!]);
  });
}

function toRow({ row, weeks }: Sum): CountedCases[] {
  const left = [...weeks].filter(([, [count, early]]) => count !== 0 || early !== 0);
  if (left.length === 0) return [];
  const counts = left.map(([, [count]]) => count);
  const early = left.map(([, [, before]]) => before);
  return [{ ...row, weeks: left.map(([week]) => week), counts, early }];
}

/** Articles and kinds of service of several defendants come in any order. */
function keyOf({ court, scope, service, sentence }: CountedCases): string {
  return [court, listed(scope), listed(service), sentence].join("|");
}

function listed(several: string): string {
  return /[,;]/.test(several) ? [...new Set(several.split(/[,;]/))].sort().join() : several;
}

function replaceDelays(
  all: readonly DelayCount[],
  less: readonly DelayCount[],
  more: readonly DelayCount[],
): DelayCount[] {
  const sums = new Map<string, DelayCount>();
  const addAll = (delays: readonly DelayCount[], sign: 1 | -1) => {
    for (const one of delays) {
      const key = `${one.scope} ${one.week} ${one.delay}`;
      const sum = sums.get(key) ?? { ...one, count: 0 };
      sums.set(key, { ...sum, count: sum.count + sign * one.count });
    }
  };
  addAll(all, 1);
  addAll(less, -1);
  addAll(more, 1);
  return [...sums.values()]
    .filter(({ count }) => count !== 0)
    .sort(
      (a, b) => (a.scope < b.scope ? -1 : a.scope > b.scope ? 1 : 0) || a.week - b.week || a.delay - b.delay,
    );
}
