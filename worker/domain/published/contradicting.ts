import type { Figure } from "../../contract/figure.ts";
import { contradict, printedRange } from "./printed-range.ts";

/**
 * The figures of one scope and period that contradict another one of them, in the ledger's order; empty: none does.
 * Takes time in proportion to their number.
 */
export function contradicting(figures: readonly Figure[]): Figure[] {
  const ranges = figures.map(printedRange);
  // Whoever contradicts any contradicts the one that ends lowest, or the one that begins highest.
  const lowest = { low: 0, high: ranges.reduce((least, { high }) => Math.min(least, high), Infinity) };
  const highest = { low: ranges.reduce((most, { low }) => Math.max(most, low), 0), high: Infinity };
  return figures.filter((_, at) => contradict(ranges[at]!, lowest) || contradict(ranges[at]!, highest));
}
