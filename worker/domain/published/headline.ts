import type { NumberType, Period } from "../../contract/common.ts";
import type { Figure, Rate } from "../../contract/figure.ts";
import type { Headline } from "../../contract/summary.ts";
import type { Qualifier } from "../../contract/terms.ts";
import { addDays, DAYS_A_WEEK } from "../calendar.ts";
import { offenceOf } from "../offence.ts";
import { joinShortIntervals } from "./join-short.ts";
import { exactPerWeek, toOneDecimal } from "./per-week.ts";
import { isCountedTotal } from "./rates.ts";
import { type Scope, sameScope, seriesKey } from "./scope.ts";

/** Scopes about leaving or refusing service. Of those with equally new figures the first, widest, is told. */
export const LEAVING_SCOPES = [["332", "337", "338"], ["337", "338"], ["337"], ["338"]];

/** The newest weekly rate that publishers' totals give, and the printed total behind it. */
export interface PublishedAnswer {
  type: NumberType;
  /** Counts a week, a whole number. */
  value: number;
  exactPerWeek: number;
  qualifier: Qualifier;
  period: Period;
  /** The newest of the totals that the rate is derived from. */
  figure: Figure;
  /** All of them. */
  behind: readonly Figure[];
  /** Against the interval just before in the same series; null where there is none to compare with. */
  change: Headline["change"];
}

/**
 * The headline of published evidence. A named offence gets its own scope alone. With none named
 * (`articles: null`), of the scopes about leaving or refusing service the one whose newest total ends last.
 */
export function publishedHeadline(
  figures: readonly Figure[],
  rates: readonly Rate[],
  question: Omit<Scope, "articles"> & { articles: readonly string[] | null },
): PublishedAnswer | null {
  const scopes = question.articles ? [question.articles] : LEAVING_SCOPES;
  const answers = scopes.flatMap((articles) => {
    const scope = { ...question, articles };
    const totals = figures.filter((figure) => isCountedTotal(figure) && sameScope(figure, scope));
    const answer = newestRate(
      totals,
      rates.filter((rate) => sameScope(rate, scope)),
    );
    return answer ? [{ newest: lastEnd(totals), answer }] : [];
  });
  // The sort is stable, so equally new scopes stay in their order.
  return answers.sort((a, b) => compare(b.newest, a.newest))[0]?.answer ?? null;
}

function newestRate(totals: readonly Figure[], rates: readonly Rate[]): PublishedAnswer | null {
  const joined = joinShortIntervals(rates);
  const [rate] = joined.toSorted((a, b) => compare(b.period.end, a.period.end) || a.days - b.days);
  const behind = totals.filter(({ id }) => rate?.from.includes(id));
  const [figure] = behind.toSorted(
    (a, b) => compare(b.period.end, a.period.end) || compare(b.period.start, a.period.start),
  );
  if (!rate || !figure) return null;
  const articles = [...rate.articles];
  return {
    type: { unit: rate.unit, offence: offenceOf(articles), articles },
    value: Math.round(exactPerWeek(rate)),
    exactPerWeek: exactPerWeek(rate),
    qualifier: headlineQualifier(rate),
    period: rate.period,
    figure,
    behind,
    change: changeFrom(previous(joined, rate), rate),
  };
}

/** A rate is about its weeks: only a total of seven days is a week's own count. */
function headlineQualifier({ qualifier, days }: Rate): Qualifier {
  return qualifier === "exact" && days !== DAYS_A_WEEK ? "about" : qualifier;
}

function previous(rates: readonly Rate[], rate: Rate): Rate | undefined {
  const dayBefore = addDays(rate.period.start, -1);
  return rates.find(
    ({ period, ...known }) => period.end === dayBefore && seriesKey(known) === seriesKey(rate),
  );
}

/** Computed before rounding. Lower bounds can't be compared. */
function changeFrom(before: Rate | undefined, now: Rate): PublishedAnswer["change"] {
  if (!before || before.qualifier === "at_least" || now.qualifier === "at_least") return null;
  const was = exactPerWeek(before);
  const difference = exactPerWeek(now) - was;
  return {
    value: noMinusZero(Math.round(difference)),
    percent: was === 0 ? null : noMinusZero(toOneDecimal((100 * difference) / was)),
    ...unsureOf(headlineQualifier(now), headlineQualifier(before)),
    against: before.period,
  };
}

/** That a difference isn't as exact as the number it is of, because the other one isn't exact. */
export function unsureOf(now: Qualifier, before: Qualifier): { qualifier: "about" } | null {
  return now === "exact" && before === "about" ? { qualifier: "about" } : null;
}

function noMinusZero(value: number): number {
  return value === 0 ? 0 : value;
}

function lastEnd(figures: readonly Figure[]): string {
  return (
    figures
      .map(({ period }) => period.end)
      .sort()
      .at(-1) ?? ""
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
