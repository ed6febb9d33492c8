import { MOBILISATION, MONTHS_DRAWN } from "../../config.ts";
import type { Period } from "../../contract/common.ts";
import type { Figure, Rate } from "../../contract/figure.ts";
import type { Headline, Series } from "../../contract/summary.ts";
import type { Qualifier } from "../../contract/terms.ts";
import { addDays, dayNumber, daysIn } from "../calendar.ts";
import { monthIndex } from "../month-turns.ts";
import { bucketsIn, latest, wholeMonth } from "../period.ts";
import { monthsFor, type SpanQuestion } from "../question.ts";
import { runsOf } from "../runs.ts";
import { rankedTotals } from "./best-total.ts";
import { type CountingSeries, countingSeries } from "./counting-series.ts";
import { LEAVING_SCOPES, unsureOf } from "./headline.ts";
import { toOneDecimal } from "./per-week.ts";
import { SURENESS_RANK } from "./sureness.ts";
import type { PublishedTotal } from "./total-in.ts";

/** A published count of a whole period, the figure behind it, and how it is drawn. */
export interface SpanTotal {
  articles: readonly string[];
  period: Period;
  value: number;
  qualifier: Qualifier;
  /** The newest of the figures that it is made from. */
  figure: Figure;
  /** All of them. */
  behind: readonly Figure[];
  change: Headline["change"];
  series: Series;
}

type Asked = Omit<SpanQuestion, "span"> & { span: "month" | "year" | "total" };

/** Of scopes whose newest figures are less than a year apart, the widest is told: a part alone would mislead. */
const LIKE_NEW_DAYS = 365;

/**
 * The newest month, year to date or total that publishers have printed, or that follows from what they printed. A total
 * is exactly as printed, never a sum. Where no offence is named, the widest scope is told that is about as new as any.
 */
export function publishedSpan(
  figures: readonly Figure[],
  rates: readonly Rate[],
  question: Asked,
): SpanTotal | null {
  const scopes = question.articles ? [question.articles] : LEAVING_SCOPES;
  const found = scopes.flatMap((articles) => {
    const series = countingSeries(figures, rates, { ...question, articles });
    const told = TELL[question.span](series, question);
    return told ? [{ articles, ...told }] : [];
  });
  const newest = latest(...found.map(({ period }) => period.end));
  return (
    found.find(({ period }) => newest && daysIn({ start: period.end, end: newest }) <= LIKE_NEW_DAYS) ?? null
  );
}

/** The days from which totals of a question were printed, oldest first. */
export function totalStarts(figures: readonly Figure[], rates: readonly Rate[], question: Asked): string[] {
  const scopes = question.articles ? [question.articles] : LEAVING_SCOPES;
  const totals = scopes.flatMap((articles) =>
    countingSeries(figures, rates, { ...question, articles }).flatMap((series) => series.totals),
  );
  return [...new Set(totals.map(({ period }) => period.start))].sort();
}

type Told = Omit<SpanTotal, "articles">;
type Tell = (series: readonly CountingSeries[], question: Asked) => Told | null;

const TELL: Readonly<Record<Asked["span"], Tell>> = {
  month: newestMonth,
  year: yearToDate,
  total: totalSince,
};

function newestMonth(series: readonly CountingSeries[], { weeks }: Asked): Told | null {
  const newest = newestEnd(series);
  if (newest === undefined) return null;
  const last = monthIndex(addDays(newest, 1)) - 1;
  const count = monthsFor(weeks, MONTHS_DRAWN);
  // A month may have been printed long ago, so that all are looked through, and as many drawn as are asked for.
  const first = monthIndex(
    series.flatMap(({ totals }) => totals.map(({ period }) => period.start)).sort()[0]!,
  );
  const months = bucketsIn({ start: wholeMonth(first).start, end: wholeMonth(last).end }, "month");
  const totals = wholes(
    series,
    months.map(({ period }) => period),
  );
  const at = totals.findLastIndex((total) => total !== null);
  const total = totals[at];
  if (!total) return null;
  const drawn = totals.slice(Math.max(0, at - count + 1), at + 1);
  const start = Math.max(
    0,
    drawn.findIndex((one) => one !== null),
  );
  const before = totals[at - 1];
  return {
    ...saidOf(total, months[at]!.period, series),
    change: before ? changeOf(total, before, months[at - 1]!.period) : null,
    series: {
      granularity: "month",
      start: months[at - drawn.length + 1 + start]!.period.start,
      values: drawn.slice(start).map((one) => one?.value ?? null),
      qualifiers: runsOf(drawn.slice(start).map((one) => one?.qualifier ?? null)),
      provisional_from: null,
      expected: null,
    },
  };
}

/** From 1 January to the newest day of a year that totals speak of. */
function yearToDate(series: readonly CountingSeries[]): Told | null {
  const ends = [...new Set(series.flatMap(({ totals }) => totals.map(({ period }) => period.end)))].sort();
  for (const end of ends.reverse()) {
    const period = { start: `${end.slice(0, 4)}-01-01`, end };
    const before = { start: `${Number(end.slice(0, 4)) - 1}-01-01`, end: yearEarlier(end) };
    const [total, then] = wholes(series, [period, before]);
    if (!total) continue;
    return {
      ...saidOf(total, period, series),
      change: then ? changeOf(total, then, before) : null,
      series: grown(period, [{ end, value: total.value, qualifier: total.qualifier }], "week"),
    };
  }
  return null;
}

/** The newest total that was printed from a day on, as printed. */
function totalSince(series: readonly CountingSeries[], { since }: Asked): Told | null {
  const start = since ?? MOBILISATION;
  const printed = series.flatMap(({ totals }) => totals.filter(({ period }) => period.start === start));
  const [figure] = printed.toSorted(
    (a, b) => newestFirst(a.period, b.period) || SURENESS_RANK[a.qualifier] - SURENESS_RANK[b.qualifier],
  );
  if (!figure) return null;
  const steps = printed
    .filter((one) => one.series === figure.series)
    .map(({ period, value, qualifier }) => ({ end: period.end, value, qualifier }));
  const { period, value, qualifier } = figure;
  return {
    period,
    value,
    qualifier,
    figure,
    behind: [figure],
    change: null,
    series: grown(period, steps, "month"),
  };
}

/** What the best series says of each period, where it speaks of all its days. */
function wholes(series: readonly CountingSeries[], periods: readonly Period[]): (PublishedTotal | null)[] {
  const ranked = rankedTotals(series, periods);
  return periods.map(
    (_, at) => ranked.map((totals) => totals[at]).find((one) => one?.coverage === 1) ?? null,
  );
}

function saidOf(total: PublishedTotal, period: Period, series: readonly CountingSeries[]) {
  const behind = series.flatMap(({ totals }) => totals.filter(({ id }) => total.figures.includes(id)));
  const figure = behind.toSorted((a, b) => newestFirst(a.period, b.period))[0]!;
  return { period, value: total.value, qualifier: total.qualifier, figure, behind };
}

/** Between counts of one series: of a lower bound nothing follows. */
function changeOf(now: PublishedTotal, then: PublishedTotal, against: Period): Told["change"] {
  if (now.series !== then.series || [now, then].some(({ qualifier }) => qualifier === "at_least"))
    return null;
  const value = now.value - then.value;
  const percent = then.value === 0 ? null : toOneDecimal((100 * value) / then.value);
  return { value, percent, ...unsureOf(now.qualifier, then.qualifier), against };
}

/** How a total has grown, from the first day on which it was printed: between two such days, spread evenly. */
function grown({ start, end }: Period, printed: readonly Node[], granularity: "week" | "month"): Series {
  const nodes = printed.toSorted((a, b) => (a.end < b.end ? -1 : 1));
  const buckets = bucketsIn({ start, end }, granularity);
  const days = buckets.map(({ period }) => (period.end < end ? period.end : end));
  const values = days.map((day) => valueOn(day, nodes));
  const sureness = (day: string) => nodes.find((node) => node.end === day)?.qualifier ?? "about";
  return {
    granularity,
    cumulative: true,
    start: buckets[0]!.period.start,
    values,
    qualifiers: runsOf(days.map((day, at) => (values[at] === null ? null : sureness(day)))),
    provisional_from: null,
    expected: null,
  };
}

/** A day on which a total was printed. */
interface Node {
  end: string;
  value: number;
  qualifier: Qualifier;
}

function valueOn(day: string, nodes: readonly Node[]): number | null {
  const after = nodes.find((node) => node.end >= day);
  const before = nodes.findLast((node) => node.end <= day);
  if (!after || !before) return null;
  if (after.end === before.end) return Math.max(after.value, before.value);
  const share = (dayNumber(day) - dayNumber(before.end)) / (dayNumber(after.end) - dayNumber(before.end));
  return Math.round(before.value + share * (after.value - before.value));
}

function newestEnd(series: readonly CountingSeries[]): string | undefined {
  return latest(...series.flatMap(({ totals }) => totals.map(({ period }) => period.end)));
}

/** The same day a year earlier; the last of February for the day that only leap years have. */
function yearEarlier(date: string): string {
  const earlier = `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
  return earlier.endsWith("-02-29") ? `${earlier.slice(0, 8)}28` : earlier;
}

function newestFirst(a: Period, b: Period): number {
  return dayNumber(b.end) - dayNumber(a.end);
}
