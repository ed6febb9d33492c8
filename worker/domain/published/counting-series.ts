import type { Figure, Rate } from "../../contract/figure.ts";
import { joinShortIntervals } from "./join-short.ts";
import { isCountedTotal } from "./rates.ts";
import { type Scope, sameScope } from "./scope.ts";

/** What one counter has printed of one scope, and what follows from it. */
export interface CountingSeries {
  name: string;
  /** In the ledger's order. */
  totals: readonly Figure[];
  /** Between all neighbouring dates of its totals, by date. */
  rates: readonly Rate[];
  /** Those without intervals that are too short to mean anything. */
  joined: readonly Rate[];
}

/** The counting series of a scope, in the ledger's order. */
export function countingSeries(
  figures: readonly Figure[],
  rates: readonly Rate[],
  scope: Scope,
): CountingSeries[] {
  const totals = figures.filter((figure) => isCountedTotal(figure) && sameScope(figure, scope));
  return [...Map.groupBy(totals, ({ series }) => series)].map(([name, own]) => {
    const between = rates.filter((rate) => rate.series === name && sameScope(rate, scope));
    return { name, totals: own, rates: between, joined: joinShortIntervals(between) };
  });
}
