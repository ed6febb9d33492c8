import type { NumberType } from "../../contract/common.ts";
import type { Side } from "../../contract/compare.ts";
import type { Figure, Rate } from "../../contract/figure.ts";
import type { NamedPeriod } from "../../contract/period.ts";
import { typeOf } from "../number-type.ts";
import { OFFENCE_ARTICLES } from "../offence.ts";
import type { Question } from "../question.ts";
import { bestTotals, compareLists, rankedTotals, type Totals, worthOfFirst } from "./best-total.ts";
import { countingSeries } from "./counting-series.ts";
import { LEAVING_SCOPES } from "./headline.ts";
import type { PublishedTotal } from "./total-in.ts";

/**
 * What publishers' totals say of a period and of those it is compared with, in their order. A named offence is answered from its own scope alone;
 * with none named, of the scopes about leaving or refusing service from the one that is known of the most.
 */
export function publishedSides(
  figures: readonly Figure[],
  rates: readonly Rate[],
  question: Question,
  periods: readonly NamedPeriod[],
): { type: NumberType; sides: Side[] } {
  // Publishers print nothing by sentence or court: such a question has no answer here, rather than a wider one.
  const answerable = question.sentence === null && question.court === null;
  const scopes = question.articles ? [question.articles] : LEAVING_SCOPES;
  const known = scopes.flatMap((articles) => {
    const series = answerable ? countingSeries(figures, rates, { ...question, articles }) : [];
    const ranked = rankedTotals(
      series,
      periods.map(({ period }) => period),
      worthOfFirst,
    );
    const [best] = ranked;
    return best?.some((total) => total !== null) ? [{ articles, ranked, worth: worthOfFirst(best) }] : [];
  });
  // The sort is stable: scopes of which as much is known stay in their order, the widest first.
  const [best] = known.sort((a, b) => compareLists(b.worth, a.worth));
  const articles = best?.articles ?? question.articles ?? OFFENCE_ARTICLES.desertion;
  const totals: Totals = best ? bestTotals(best.ranked, periods.length) : [];
  return {
    type: typeOf(question, articles),
    sides: periods.map((named, index) => sideOf(named, totals[index] ?? null)),
  };
}

/** Two totals can be compared where one series counts both. */
export function isCountedAlike(a: Side, b: Side): boolean {
  return a.series === b.series;
}

function sideOf({ label, period }: NamedPeriod, total: PublishedTotal | null): Side {
  const status = "final";
  const expected = null;
  if (!total) return { label, period, value: null, coverage: 0, status, qualifier: "exact", expected };
  const { value, coverage, qualifier, series, figures } = total;
  // What was printed for just this period is one figure; all else lies between several.
  const derived = figures.length > 1 || coverage < 1;
  return {
    label,
    period,
    value,
    coverage,
    status,
    qualifier,
    expected,
    ...(derived && { derived }),
    series,
    figures,
  };
}
