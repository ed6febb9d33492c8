import type { Period } from "../../contract/common.ts";
import type { Figure, Rate } from "../../contract/figure.ts";
import type { NamedPeriod } from "../../contract/period.ts";
import type { SeriesKey, SeriesPoint } from "../../contract/series.ts";
import { typeOf } from "../number-type.ts";
import { OFFENCE_ARTICLES, scopeIncludes } from "../offence.ts";
import { bucketsIn, earliest, latest } from "../period.ts";
import type { Question } from "../question.ts";
import { isTooMany, rangeOf, type SeriesAnswer, type SeriesRequest } from "../series-request.ts";
import { rankedTotals } from "./best-total.ts";
import { countingSeries } from "./counting-series.ts";
import { LEAVING_SCOPES, publishedHeadline } from "./headline.ts";
import { type KeyedScope, scopesBy } from "./keyed-scopes.ts";
import { isCountedTotal } from "./rates.ts";
import { type Scope, sameGround, sameScope } from "./scope.ts";
import { weeklySteps } from "./weekly-steps.ts";

/** What a point says beside its period and key. */
type Said = Pick<SeriesPoint, "value" | "qualifier" | "series" | "figures"> & { coverage?: number };

/**
 * Published totals over time. A calendar period has a value only where totals speak of all its days, so that no
 * part of a period looks like a fall; a week has the step of the summary's drawing. Null where nothing is known.
 * Parted by article, the keys are the scopes within the asked one that publishers counted: `337`, `332,337,338`.
 */
export function publishedSeries(
  figures: readonly Figure[],
  rates: readonly Rate[],
  question: Question,
  request: SeriesRequest,
): SeriesAnswer {
  return bestKnown(figures, rates, question, request) ?? seriesOf(figures, rates, question, request, 1);
}

/** @param least share of a period's days that totals have to speak of */
function seriesOf(
  figures: readonly Figure[],
  rates: readonly Rate[],
  question: Question,
  request: SeriesRequest,
  least: number,
): SeriesAnswer {
  const { granularity, by } = request;
  const totals = figures.filter(isCountedTotal);
  const articles = articlesOf(figures, rates, question, by);
  const type = typeOf(question, articles);
  const keyed = scopesBy(by, totals, { ...question, articles }, question);
  const range = rangeOf(request, extentOf(totals, keyed));
  if (!range || keyed.length === 0) return { type, points: [] };
  const buckets = bucketsIn(range, granularity);
  if (isTooMany(buckets, keyed)) return { tooMany: buckets.length * keyed.length };

  const said = keyed.map(({ scope }) =>
    granularity === "week" ? stepsOf(rates, scope, buckets) : totalsOf(figures, rates, scope, buckets, least),
  );
  const isKnown = (_: unknown, at: number) => said.some((values) => values[at]!.value !== null);
  const known = request.from ? 0 : buckets.findIndex(isKnown);
  const last = request.to ? buckets.length - 1 : buckets.findLastIndex(isKnown);
  const first = request.last ? Math.max(known, last - request.last + 1) : known;
  const points = buckets.flatMap((bucket, at) =>
    first === -1 || at < first || at > last
      ? []
      : keyed.map(({ key }, of) => pointOf(bucket, key, said[of]![at]!)),
  );
  return { type, points };
}

/**
 * Calendar periods are told whole where any is known so, else what is known of their days, as lower bounds; with no
 * offence named, of the scope about leaving or refusing service of which the most is known. Null: nothing is known of
 * any, or the question is another.
 */
function bestKnown(
  figures: readonly Figure[],
  rates: readonly Rate[],
  question: Question,
  request: SeriesRequest,
): SeriesAnswer | null {
  if (request.by !== null || request.granularity === "week") return null;
  const scopes = question.articles ? [question.articles] : LEAVING_SCOPES;
  const known = (answer: SeriesAnswer) =>
    "points" in answer ? answer.points.filter(({ value }) => value !== null).length : 0;
  const answersWith = (least: number) =>
    scopes.map((articles) => seriesOf(figures, rates, { ...question, articles }, request, least));
  const whole = answersWith(1);
  const told = whole.some((answer) => known(answer) > 0) ? whole : answersWith(0);
  // The sort is stable: scopes of which as much is known stay in their order, the widest first.
  const [best] = told.toSorted((a, b) => known(b) - known(a));
  return best && known(best) > 0 ? best : null;
}

/** With no offence named, the scope that the summary speaks of; parted, all that may belong to it. */
function articlesOf(
  figures: readonly Figure[],
  rates: readonly Rate[],
  question: Question,
  by: SeriesKey | null,
): readonly string[] {
  if (question.articles) return question.articles;
  if (by === "article") return OFFENCE_ARTICLES.refusal;
  return publishedHeadline(figures, rates, question)?.type.articles ?? OFFENCE_ARTICLES.desertion;
}

function extentOf(totals: readonly Figure[], keyed: readonly KeyedScope[]): Period | null {
  const own = totals.filter((total) => keyed.some(({ scope }) => isWithin(total, scope)));
  const start = earliest(...own.map(({ period }) => period.start));
  const end = latest(...own.map(({ period }) => period.end));
  return start && end ? { start, end } : null;
}

function isWithin(total: Figure, scope: Scope): boolean {
  return sameGround(total, scope) && scopeIncludes(scope.articles, total.articles);
}

function totalsOf(
  figures: readonly Figure[],
  rates: readonly Rate[],
  scope: Scope,
  buckets: readonly NamedPeriod[],
  least: number,
): Said[] {
  const ranked = rankedTotals(
    countingSeries(figures, rates, scope),
    buckets.map(({ period }) => period),
  );
  return buckets.map((_, index) => {
    const total = ranked.map((totals) => totals[index]).find((one) => one && one.coverage >= least);
    if (!total) return NOTHING;
    const { value, qualifier, coverage, series, figures } = total;
    return { value, qualifier, coverage, series, figures };
  });
}

/** An interval's even spread over its weeks is about right; only a total of the week itself is exact. */
function stepsOf(rates: readonly Rate[], scope: Scope, buckets: readonly NamedPeriod[]): Said[] {
  const window = { start: buckets[0]!.period.start, end: buckets.at(-1)!.period.end };
  const { start, values, qualifiers } = weeklySteps(rates, scope, window);
  const first = buckets.findIndex(({ period }) => period.start === start);
  return buckets.map(({ period }, index) => {
    const step = index - first;
    const value = first === -1 ? null : (values[step] ?? null);
    if (value === null) return NOTHING;
    const marked = qualifiers.find(([from, to]) => from <= step && step <= to)?.[2];
    const own = rates.some(
      (rate) =>
        sameScope(rate, scope) && rate.period.start === period.start && rate.period.end === period.end,
    );
    return { value, qualifier: marked ?? (own ? "exact" : "about") };
  });
}

const NOTHING: Said = { value: null, qualifier: "exact" };

function pointOf(
  { label, period }: NamedPeriod,
  key: string | null,
  { value, qualifier, coverage = 1, ...behind }: Said,
): SeriesPoint {
  return {
    label,
    period,
    key,
    value,
    known: null,
    status: "final",
    qualifier,
    coverage: value === null ? 0 : coverage,
    completeness: null,
    expected: null,
    ...behind,
  };
}
