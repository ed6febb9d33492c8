import type { Figure } from "../../contract/figure.ts";
import { isCountedTotal } from "./rates.ts";

/**
 * Below this the same total in a longer period is no surprise: nothing more need have happened. Courts
 * that counted a hundred cases hardly stopped there.
 */
const REMARKABLE_TOTAL = 100;

/**
 * Of the figures of one scope, those with the same exact total for a period and for a longer one around it: a list for
 * each total, in the ledger's order.
 */
export function equalTotals(figures: readonly Figure[]): Figure[][] {
  const remarkable = figures.filter(
    (figure) => figure.qualifier === "exact" && figure.value >= REMARKABLE_TOTAL && isCountedTotal(figure),
  );
  const equal = Map.groupBy(remarkable, ({ value }) => value);
  return [...equal.values()].map(nested).filter(({ length }) => length > 0);
}

/** Those whose period lies within another's, or around it. */
function nested(figures: readonly Figure[]): Figure[] {
  const byPeriod = Map.groupBy(figures, ({ period }) => `${period.start} ${period.end}`);
  // Outer periods before those within them: they begin earlier, or at once and end later.
  const periods = [...byPeriod.values()]
    .map(([figure]) => figure!.period)
    .sort((a, b) => (a.start === b.start ? compare(b.end, a.end) : compare(a.start, b.start)));
  const found = new Set<string>();
  let latest = "";
  for (const { start, end } of periods) {
    if (end <= latest) found.add(`${start} ${end}`);
    else latest = end;
  }
  let earliest = "9999";
  for (const { start, end } of periods.toReversed()) {
    if (end >= earliest) found.add(`${start} ${end}`);
    else earliest = end;
  }
  return figures.filter(({ period }) => found.has(`${period.start} ${period.end}`));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
