import type { Figure } from "../contract/figure.ts";
import type { FigureChange } from "../contract/figure-change.ts";
import { dayNumber } from "../domain/calendar.ts";

/** What replacing one ledger by another changes, figure by figure, in the order of their ids. */
export function diffLedgers(before: readonly Figure[], after: readonly Figure[]): FigureChange[] {
  const old = new Map(before.map((figure) => [figure.id, figure]));
  const fresh = new Map(after.map((figure) => [figure.id, figure]));
  const ids = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return ids.flatMap((id): FigureChange[] => {
    const was = old.get(id);
    const is = fresh.get(id);
    const { publisher, period } = (is ?? was)!;
    const said = { publisher, period, before: was?.value ?? null, after: is?.value ?? null };
    if (!was) return [{ figure: id, change: "added", fields: [], ...said }];
    if (!is) return [{ figure: id, change: "removed", fields: [], ...said }];
    const fields = (Object.keys(is) as (keyof Figure)[]).filter(
      (field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]),
    );
    const moved = fields.includes("period") && { period_before: was.period };
    return fields.length > 0 ? [{ figure: id, change: "changed", fields, ...said, ...moved }] : [];
  });
}

/** Totals counted from one day on never fall: of the figures that differ, those that would fall or be fallen below. */
export function brokenTotals(
  before: readonly Figure[],
  after: readonly Figure[],
  changes: readonly FigureChange[],
): FigureChange[] {
  const known = new Set(fallsIn(before).map(([earlier, later]) => `${earlier} ${later}`));
  const broken = new Set(fallsIn(after).flatMap((pair) => (known.has(pair.join(" ")) ? [] : pair)));
  return changes.filter(({ figure, change }) => change !== "removed" && broken.has(figure));
}

/** Ids of neighbouring totals of one count of which the later is less. */
function fallsIn(figures: readonly Figure[]): [string, string][] {
  const counts = Map.groupBy(
    figures.filter(({ kind }) => kind === "total"),
    ({ unit, articles, region, service, series, period }) =>
      JSON.stringify([unit, articles, region, service, series, period.start]),
  );
  return [...counts.values()].flatMap((totals) => {
    const inTime = totals.toSorted((a, b) => (a.period.end < b.period.end ? -1 : 1));
    return inTime.slice(1).flatMap((later, index): [string, string][] => {
      const earlier = inTime[index]!;
      return earlier.period.end < later.period.end && later.value < earlier.value
        ? [[earlier.id, later.id]]
        : [];
    });
  });
}

/** A month's end that is corrected, or another day that a publisher counts to. */
const MOST_DAYS_MOVED = 31;
/** How far back a new figure may go behind all that is known. */
const MOST_DAYS_BACK = 366;

/**
 * Figures whose period would move by more than a month, or that go back more than a year behind everything that is
 * known, as a wrong digit in a year makes them: each would stretch every series.
 */
export function movedPeriods(before: readonly Figure[], changes: readonly FigureChange[]): FigureChange[] {
  const [first] = before.map(({ period }) => period.start).sort();
  return changes.filter(({ change, period, period_before: was }) => {
    if (!period || change === "removed") return false;
    const days = (from: string, to: string) => dayNumber(to) - dayNumber(from);
    if (first !== undefined && days(period.start, first) > MOST_DAYS_BACK) return true;
    if (!was) return false;
    return [days(was.start, period.start), days(was.end, period.end)].some(
      (moved) => Math.abs(moved) > MOST_DAYS_MOVED,
    );
  });
}
