import type { Period } from "../../contract/common.ts";
import type { Headline, SoFar, Summary } from "../../contract/summary.ts";
import type { Qualifier } from "../../contract/terms.ts";
import { weekOf } from "../calendar.ts";
import { FINAL_COMPLETENESS } from "../completeness/constants.ts";
import type { Records, Tallies } from "../edition.ts";
import { ageOf, NOTHING_DRAWN, NOTHING_KNOWN, PER, shownOf } from "../headline.ts";
import { typeOf } from "../number-type.ts";
import { earliest } from "../period.ts";
import type { SpanQuestion } from "../question.ts";
import { given } from "./given.ts";
import { type PeriodCounts, periodCounts } from "./period-counts.ts";
import { articlesOf, type RecordsQuestion } from "./question.ts";
import { spanPeriods } from "./span.ts";
import { spanSeries } from "./span-series.ts";

/** What a summary asks of records. */
export type RecordsSpanQuestion = RecordsQuestion & SpanQuestion;

/**
 * The answer from court records. What lateness makes low doesn't stand in large type: a period that isn't final is told
 * by the middle of its expected range, once that is good enough, and what is recorded of the current week stands beside.
 * @param today Moscow date of the reader
 * @param courts the counts by court, for a question that names some
 */
export function recordsSummary(
  records: Records | null,
  courts: Tallies | null,
  question: RecordsSpanQuestion,
  today: string,
): Pick<Summary, "type" | "headline" | "series"> {
  const { span } = question;
  const type = { ...typeOf(question, articlesOf(question)), span };
  const counts = periodCounts(records, courts, question, today);
  const asked = records && counts && spanPeriods(question, counts, today, records.readOn);
  if (!asked) {
    return {
      type,
      headline: { ...NOTHING_KNOWN, per: PER[span], status: "provisional" },
      series: NOTHING_DRAWN,
    };
  }
  const { period, against } = asked;
  return {
    type,
    headline: {
      ...toldOf(counts, period, span === "this-week"),
      per: PER[span],
      period: { start: period.start, end: earliest(period.end, today)! },
      // Of what the desk reads from verdicts' texts nothing is known while a week lasts.
      so_far:
        span === "week" && !question.service && !question.sentence
          ? soFarOf(counts, today, records.readOn)
          : null,
      age_days: ageOf(period, today),
      change: against && changeOf(counts, period, against),
      figure: null,
    },
    series: spanSeries(counts, question, period),
  };
}

/** The number that would stand in large type for a period; null where there are no records. */
export function toldIn(
  records: Records | null,
  courts: Tallies | null,
  question: RecordsSpanQuestion,
  period: Period,
  today: string,
): { value: number | null; qualifier: Qualifier } {
  const counts = periodCounts(records, courts, question, today);
  if (!counts) return { value: null, qualifier: "exact" };
  const isThisWeek = question.span === "this-week";
  const told = toldOf(counts, isThisWeek ? weekOf(period.start) : period, isThisWeek);
  return {
    value: shownOf(told),
    qualifier: told.shown === "expected" ? "about" : told.qualifier,
  };
}

type Told = Pick<Headline, "shown" | "qualifier" | "status" | "completeness" | "expected"> & {
  value: number | null;
};

/** @param isThisWeek it is told as it is recorded, whatever is expected of it */
function toldOf(counts: PeriodCounts, period: Period, isThisWeek: boolean): Told {
  const status = counts.status(period);
  const qualifier =
    counts.isBound(period) || (!isThisWeek && counts.coverage(period) < 1) ? "at_least" : "exact";
  const value = given(counts.count(period), qualifier);
  const expected = counts.expected(period);
  // Where nothing more is expected than is in, the count itself stands, and says that it may grow.
  const isMore = expected !== null && expected.mid > (value ?? 0);
  return {
    value,
    shown: status === "provisional" && isMore && !isThisWeek ? "expected" : "counted",
    qualifier,
    status,
    completeness: counts.completeness(period),
    expected,
  };
}

/** Null where nobody has looked since Monday. */
function soFarOf(counts: PeriodCounts, today: string, readOn: string): SoFar | null {
  const week = weekOf(today);
  if (readOn < week.start) return null;
  const period = { start: week.start, end: today };
  return {
    value: counts.count(week),
    period,
    completeness: counts.completeness(week),
    expected: counts.expected(week),
  };
}

/**
 * Against an earlier period, unless one of the two is incomplete: lateness must not look like a fall. Nor where one of
 * them is but a lower bound.
 */
function changeOf(counts: PeriodCounts, period: Period, against: Period): Headline["change"] {
  const [now, then] = [period, against].map((one) => {
    const told = toldOf(counts, one, false);
    const isSure = told.qualifier === "exact" && told.completeness >= FINAL_COMPLETENESS;
    return isSure ? shownOf(told) : null;
  });
  if (now == null || then == null) return null;
  const value = now - then;
  const percent = then === 0 ? null : Math.round((value / then) * 1_000) / 10;
  return { value, percent, against };
}
