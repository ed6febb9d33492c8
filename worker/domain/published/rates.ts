import type { Conflict, Figure, Rate } from "../../contract/figure.ts";
import { dayNumber, fromDayNumber } from "../calendar.ts";
import { describeDifferentValues, describeDisagreement, describeFall } from "./conflict-text.ts";
import { differenceAlong } from "./difference.ts";
import { exactPerWeek, toOneDecimal } from "./per-week.ts";
import { contradict, printedRange } from "./printed-range.ts";
import { seriesKey } from "./scope.ts";
import { type Edge, type Forest, spanningForest } from "./spanning-forest.ts";
import { SURENESS_RANK } from "./sureness.ts";

/** The shipped ledger's longest way has two. It also keeps the derivation's time, and its size, near to linear. */
const STEPS_MAX = 24;

/**
 * Weekly rates between neighbouring dates of each counting series, derived from printed totals.
 *
 * Totals of one unit, articles, region, service and series are edges from their first day to the day after
 * their last. Where edges connect dates, the difference of two neighbouring dates is what was counted
 * between them. Of several ways the forest takes exact totals before rounded ones before lower bounds,
 * those with a date of publication before undated ones, and then the ledger's order; ways that were not
 * taken and contradict it are conflicts. A fall between two dates is a conflict and gives no rate; nor does a
 * way over more than {@link STEPS_MAX} totals, which nobody could follow up.
 */
export function deriveRates(figures: readonly Figure[]): { rates: Rate[]; conflicts: Conflict[] } {
  const rates: Rate[] = [];
  const conflicts: Conflict[] = [];
  const totals = figures.filter(isCountedTotal);
  const bySeries = [...Map.groupBy(totals, seriesKey)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [, series] of bySeries) {
    const forest = spanningForest(series.map(edgeOf).sort(byPreference));
    for (const [from, to] of forest.components.flatMap(neighbours).sort(byDates)) {
      const rate = rateBetween(forest, from, to);
      if (rate === null) continue;
      if ("kind" in rate) conflicts.push(rate);
      else rates.push(rate);
    }
    for (const edges of Map.groupBy(forest.rest, ({ from, to }) => `${from} ${to}`).values()) {
      conflicts.push(...disagreement(forest, edges));
    }
  }
  return { rates, conflicts };
}

/** Shares and printed rates are never added or subtracted. */
export function isCountedTotal({ kind, unit }: Figure): boolean {
  return kind === "total" && unit !== "share_suspended";
}

function edgeOf(figure: Figure): Edge {
  return { from: dayNumber(figure.period.start), to: dayNumber(figure.period.end) + 1, figure };
}

/** The sort is stable: what is equal here stays in the ledger's order. */
function byPreference({ figure: a }: Edge, { figure: b }: Edge): number {
  return (
    SURENESS_RANK[a.qualifier] - SURENESS_RANK[b.qualifier] ||
    Number(a.published_on === null) - Number(b.published_on === null)
  );
}

function neighbours(dates: readonly number[]): [number, number][] {
  return dates.slice(1).map((date, index) => [dates[index]!, date]);
}

function byDates(a: [number, number], b: [number, number]): number {
  return a[0] - b[0] || a[1] - b[1];
}

function rateBetween(forest: Forest, from: number, to: number): Rate | Conflict | null {
  const path = forest.path(from, to, STEPS_MAX);
  if (!path) return null;
  const figures = path.map(({ figure }) => figure);
  const period = { start: fromDayNumber(from), end: fromDayNumber(to - 1) };
  const { value, qualifier } = differenceAlong(path);
  if (value < 0) {
    return {
      kind: "negative-difference",
      figures: ids(figures),
      text: describeFall(figures, period, -value),
    };
  }
  const { unit, articles, region, service, series } = figures[0]!;
  const days = to - from;
  const per_week = toOneDecimal(exactPerWeek({ value, days }));
  return {
    unit,
    articles: [...articles].sort(),
    region,
    service,
    series,
    period,
    value,
    days,
    per_week,
    qualifier,
    from: ids(figures),
  };
}

/** Other ways between the same dates than the one through the forest, unless rounding explains why they differ. */
function disagreement(forest: Forest, edges: readonly Edge[]): Conflict[] {
  const { from, to } = edges[0]!;
  const path = forest.path(from, to, STEPS_MAX);
  if (!path) return [];
  const { value, range } = differenceAlong(path);
  const figures = edges.flatMap(({ figure }) => (contradict(printedRange(figure), range) ? figure : []));
  if (figures.length === 0) return [];
  const others = path.map((step) => step.figure);
  if (others.length === 1) return [differentValues([...others, ...figures])];
  const text = describeDisagreement(figures, others, value);
  return [{ kind: "paths-disagree", figures: ids([...figures, ...others]), text }];
}

/** @param figures of one scope and period, at least two */
export function differentValues(figures: readonly Figure[]): Conflict {
  return { kind: "different-values", figures: ids(figures), text: describeDifferentValues(figures) };
}

function ids(figures: readonly Figure[]): string[] {
  return figures.map(({ id }) => id);
}
