import { WEEKS_DEFAULT } from "../../config.ts";
import type { Period } from "../../contract/common.ts";
import type { Headline, Series, Summary } from "../../contract/summary.ts";
import { addDays, weekOf } from "../calendar.ts";
import type { Records, Tallies } from "../edition.ts";
import { typeOf } from "../number-type.ts";
import { runsOf } from "../runs.ts";
import { countWeeks } from "../tally.ts";
import { mondayOf, weekIndex } from "../week-index.ts";
import { completenessOf, expectedOf, outlookOf, statusOf } from "./lateness.ts";
import { articlesOf, type RecordsQuestion, tallyOf } from "./question.ts";
import { type GivenCount, given, isFine } from "./small-cells.ts";
import { uncodedBeside } from "./uncoded.ts";

/** Weeks are compared when their completeness differs by no more than this. */
const LIKE_COMPLETENESS = 0.05;

type Statement = Pick<Summary, "type" | "headline" | "series">;

/**
 * The answer from court records: the current week so far, else the newest week with a record.
 * @param today Moscow date of the reader
 * @param courts the counts by court, for a question that names some
 */
export function recordsSummary(
  records: Records | null,
  courts: Tallies | null,
  question: RecordsQuestion,
  today: string,
): Statement {
  const articles = articlesOf(question);
  const type = typeOf(question, articles);
  const { counts, uncoded, firstWeek } = weeklyCounts(records, courts, question, articles);
  const thisWeek = weekIndex(today);
  const week = newestWithRecord(counts, firstWeek, thisWeek);
  if (!records || week === null) return { type, headline: NOTHING_COUNTED, series: EMPTY };

  const outlook = outlookOf(records, question, articles);
  const count = (at: number) => counts[at - firstWeek] ?? 0;
  const known = (at: number) => completenessOf(outlook, records.newestWeek, at);
  const first = Math.max(firstWeek, week - (question.weeks ?? WEEKS_DEFAULT) + 1);
  const weeks = Array.from({ length: week - first + 1 }, (_, index) => first + index);
  const provisional = weeks.findIndex((at) => statusOf(known(at)) === "provisional");
  const fine = isFine(question, weekOf(mondayOf(week)), null);
  const shown = (at: number) => given(count(at), fine);
  const expected = (at: number) => expectedOf(outlook, records.newestWeek, at, count(at));
  const qualifier = (at: number) => (uncoded.some((weeks) => weeks[at - firstWeek]) ? "at_least" : "exact");
  const suppressed = weeks.flatMap((at, index) => (shown(at).suppressed ? [index] : []));
  return {
    type,
    headline: {
      ...shown(week),
      qualifier: qualifier(week),
      per: "week",
      period: { start: mondayOf(week), end: week === thisWeek ? today : addDays(mondayOf(week), 6) },
      status: statusOf(known(week)),
      completeness: known(week),
      expected: expected(week),
      change: changeOf(week, thisWeek, (at) => (qualifier(at) === "exact" ? shown(at).value : null), known),
      figure: null,
    },
    series: {
      granularity: "week",
      start: mondayOf(first),
      values: weeks.map((at) => shown(at).value),
      ...(suppressed.length > 0 && { suppressed }),
      qualifiers: runsOf(weeks.map(qualifier)),
      provisional_from: provisional === -1 ? null : provisional,
      expected: provisional === -1 ? null : weeks.slice(provisional).map(expected),
    },
  };
}

/** What the weeks of a period count; null where there are no records, or the count is suppressed. */
export function countInPeriod(
  records: Records | null,
  courts: Tallies | null,
  question: RecordsQuestion,
  period: Period,
): GivenCount {
  if (!records) return { value: null };
  const articles = articlesOf(question);
  const { counts, firstWeek } = weeklyCounts(records, courts, question, articles);
  const [first, last] = [weekIndex(period.start), weekIndex(period.end)];
  const count = counts
    .slice(Math.max(0, first - firstWeek), Math.max(0, last - firstWeek + 1))
    .reduce((a, b) => a + b, 0);
  return given(count, isFine(question, period, null));
}

function weeklyCounts(
  records: Records | null,
  courts: Tallies | null,
  question: RecordsQuestion,
  articles: readonly string[],
): { counts: number[]; uncoded: number[][]; firstWeek: number } {
  const tally = tallyOf(question.courts ? courts : records, question);
  if (!tally) return { counts: [], uncoded: [], firstWeek: 0 };
  const filter = { ...question, articles };
  return {
    counts: countWeeks(tally, filter),
    uncoded: uncodedBeside(filter).map((beside) => countWeeks(tally, beside)),
    firstWeek: tally.firstWeek,
  };
}

function newestWithRecord(counts: readonly number[], firstWeek: number, thisWeek: number): number | null {
  const index = counts.slice(0, Math.max(0, thisWeek - firstWeek + 1)).findLastIndex((count) => count > 0);
  return index === -1 ? null : firstWeek + index;
}

/**
 * Against the week before, unless one of the two is less complete: lateness must not look like a fall. Nor where one
 * of them is but a lower bound, or suppressed, which a difference would undo.
 */
function changeOf(
  week: number,
  thisWeek: number,
  sure: (week: number) => number | null,
  known: (week: number) => number,
): Headline["change"] {
  const before = week - 1;
  if (week === thisWeek || Math.abs(known(week) - known(before)) > LIKE_COMPLETENESS) return null;
  const [now, then] = [sure(week), sure(before)];
  if (now === null || then === null) return null;
  const value = now - then;
  const percent = then === 0 ? null : Math.round((value / then) * 1_000) / 10;
  return { value, percent, against: weekOf(mondayOf(before)) };
}

const NOTHING_COUNTED: Headline = {
  value: null,
  qualifier: "exact",
  per: "week",
  period: null,
  status: "provisional",
  completeness: 0,
  expected: null,
  change: null,
  figure: null,
};

const EMPTY: Series = {
  granularity: "week",
  start: null,
  values: [],
  qualifiers: [],
  provisional_from: null,
  expected: null,
};
