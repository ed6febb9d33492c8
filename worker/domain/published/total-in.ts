import type { Period } from "../../contract/common.ts";
import type { Figure, Rate } from "../../contract/figure.ts";
import type { Qualifier } from "../../contract/terms.ts";
import { addDays, daysIn } from "../calendar.ts";
import { shareOfDays } from "../period.ts";
import type { CountingSeries } from "./counting-series.ts";
import { isLowerBound, SURENESS_RANK, surenessOfSum } from "./sureness.ts";

/** What a counting series says of a period. */
export interface PublishedTotal {
  value: number;
  qualifier: Qualifier;
  /** Share of the period's days that the totals behind it speak of. */
  coverage: number;
  series: string;
  /** Ids of those totals. */
  figures: string[];
}

/**
 * The best that a series says of a period: a total printed for just this period; else the difference of totals that
 * end where it begins and ends; else, as a lower bound, what is known of stretches within it. Rounded totals make no
 * bound: they are left aside, and where nothing else is known, what they say of some of the days is about right of those
 * alone. Null where nothing is known.
 */
export function totalIn(series: CountingSeries, period: Period): PublishedTotal | null {
  const printed = printedFor(series.totals, period);
  if (printed) {
    const { id, value, qualifier } = printed;
    return { value, qualifier, coverage: 1, series: series.name, figures: [id] };
  }
  const within = (rates: readonly Rate[]) =>
    rates.filter((rate) => rate.period.start >= period.start && rate.period.end <= period.end);
  const whole = longestPath(within(series.rates));
  const parts = daysOf(whole) === daysIn(period) ? whole : stretchesOf(within(series.joined));
  if (parts.length === 0) return null;
  const coverage = shareOfDays(daysOf(parts), period);
  const figures = figuresBehind(parts);
  const sureness = surenessOf(parts, figures, series.totals);
  return {
    value: parts.reduce((sum, { value }) => sum + value, 0),
    qualifier: coverage < 1 && isLowerBound(sureness) ? "at_least" : sureness,
    coverage,
    series: series.name,
    figures,
  };
}

/** Of several totals for one period the surest, then one with a date of publication, then the ledger's first. */
function printedFor(totals: readonly Figure[], { start, end }: Period): Figure | undefined {
  return totals
    .filter(({ period }) => period.start === start && period.end === end)
    .sort(
      (a, b) =>
        SURENESS_RANK[a.qualifier] - SURENESS_RANK[b.qualifier] ||
        Number(a.published_on === null) - Number(b.published_on === null),
    )[0];
}

/** The stretches that speak of some of a period's days: those that bound it from below, or else whatever there is. */
function stretchesOf(rates: readonly Rate[]): Rate[] {
  const bounds = longestPath(rates.filter(({ qualifier }) => isLowerBound(qualifier)));
  return bounds.length > 0 ? bounds : longestPath(rates);
}

/** Of stretches that may overlap, those that together hold the most days without sharing one, by date. */
function longestPath(rates: readonly Rate[]): Rate[] {
  const best: { rates: Rate[]; days: number }[] = [{ rates: [], days: 0 }];
  const byEnd = rates.toSorted((a, b) => (a.period.end < b.period.end ? -1 : 1));
  for (const [index, rate] of byEnd.entries()) {
    const before = byEnd.findLastIndex((other, at) => at < index && other.period.end < rate.period.start);
    const taken = best[before + 1]!;
    const left = best[index]!;
    const days = taken.days + rate.days;
    best.push(days > left.days ? { rates: [...taken.rates, rate], days } : left);
  }
  return best.at(-1)!.rates;
}

function daysOf(rates: readonly Rate[]): number {
  return rates.reduce((sum, { days }) => sum + days, 0);
}

/** A total on both sides of a date that two stretches share was taken away before it and added after it. */
function figuresBehind(rates: readonly Rate[]): string[] {
  const runs: { end: string; figures: string[] }[] = [];
  for (const { period, from } of rates) {
    const run = runs.at(-1);
    if (run && addDays(run.end, 1) === period.start) {
      run.figures = [...without(run.figures, from), ...without(from, run.figures)];
      run.end = period.end;
    } else runs.push({ end: period.end, figures: from });
  }
  return [...new Set(runs.flatMap(({ figures }) => figures))];
}

function without(ids: readonly string[], others: readonly string[]): string[] {
  return ids.filter((id) => !others.includes(id));
}

/** Rounded totals that were added and taken away again leave nothing unsure. */
function surenessOf(rates: readonly Rate[], ids: readonly string[], totals: readonly Figure[]): Qualifier {
  const exact = totals.every(({ id, qualifier }) => qualifier === "exact" || !ids.includes(id));
  return exact ? "exact" : surenessOfSum(rates.map(({ qualifier }) => qualifier));
}
