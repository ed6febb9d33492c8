import type { Period } from "../../contract/common.ts";
import type { CountingSeries } from "./counting-series.ts";
import { SURENESS_RANK } from "./sureness.ts";
import { type PublishedTotal, totalIn } from "./total-in.ts";

/** What one counting series says of several periods, in their order. */
export type Totals = readonly (PublishedTotal | null)[];

/** How much is said, as numbers of which the first that differ decide. */
export type Worth = (totals: Totals) => readonly number[];

/** What each counting series says of some periods, the best series first. */
export function rankedTotals(
  series: readonly CountingSeries[],
  periods: readonly Period[],
  worth: Worth = worthOfAll,
): Totals[] {
  return series
    .map((one) => periods.map((period) => totalIn(one, period)))
    .sort((a, b) => compareLists(worth(b), worth(a)));
}

/** Whole periods before partly known ones, more before fewer, then days, then exact totals. */
export function worthOfAll(totals: Totals): number[] {
  const known = totals.filter((total) => total !== null);
  const whole = known.filter(({ coverage }) => coverage === 1);
  const days = known.reduce((sum, { coverage }) => sum + coverage, 0);
  return [
    whole.length,
    known.length,
    days,
    whole.filter(({ qualifier }) => SURENESS_RANK[qualifier] === 0).length,
  ];
}

/** Before all else, the first period must be known: the others are there to be compared with it. */
export function worthOfFirst(totals: Totals): number[] {
  return [...worthOfAll(totals.slice(0, 1)), ...worthOfAll(totals)];
}

/**
 * What is said of each period: by the best series where it says anything, so that all periods are counted alike
 * where they can be; else by the series that says the most of this one.
 */
export function bestTotals(ranked: readonly Totals[], periods: number): (PublishedTotal | null)[] {
  const [best, ...others] = ranked;
  return Array.from({ length: periods }, (_, index) => {
    const candidates = others.flatMap((totals) => totals[index] ?? []);
    return best?.[index] ?? candidates.sort((a, b) => b.coverage - a.coverage)[0] ?? null;
  });
}

export function compareLists(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : a[at]! - b[at]!;
}
