import type { Period } from "../../contract/common.ts";
import type { Expected } from "../../contract/summary.ts";
import type { Status } from "../../contract/terms.ts";
import { DAYS_A_WEEK, daysIn, weekOf } from "../calendar.ts";
import type { Records, Tallies } from "../edition.ts";
import { earliest, sharedDays } from "../period.ts";
import { countIn, timelineOf } from "../timeline.ts";
import { mondayOf, weekIndex } from "../week-index.ts";
import { coveredDays, coveredShare } from "./covered-days.ts";
import { completenessOf, outlookOf, statusIn, statusOf } from "./lateness.ts";
import { articlesOf, type RecordsQuestion, tallyOf } from "./question.ts";
import { uncodedBeside } from "./uncoded.ts";

/** What records say of any period that begins and ends where weeks or months do. */
export interface PeriodCounts {
  /** From the first to the last of the days that they speak of. */
  covered: Period;
  /** Share of a period's days that they speak of, from 0 to 1. */
  coverage(period: Period): number;
  count(period: Period): number;
  /** Whether the desk hasn't coded all that is asked for, so that the count is a lower bound. */
  isBound(period: Period): boolean;
  /** Share of the cases of which the desk has coded what is asked for, from 0 to 1; 1 where nothing coded is asked for. */
  coded(period: Period): number;
  status(period: Period): Status;
  /** Share of the period's final count that is in, from 0 to 1. */
  completeness(period: Period): number;
  /** Its final count; null where none can be stated of one of its weeks. */
  expected(period: Period): Expected | null;
}

const NOTHING: Expected = { low: 0, mid: 0, high: 0 };

/**
 * Null where records know nothing of what is asked for: no such court, no case under these articles, ever.
 * @param courts the counts by court, for a question that names some
 * @param today Moscow date of the reader
 */
export function periodCounts(
  records: Records | null,
  courts: Tallies | null,
  question: RecordsQuestion,
  today: string,
): PeriodCounts | null {
  const tally = tallyOf({ records, courts }, question);
  if (!records || !tally) return null;
  const days = coveredDays(records, tally, question, earliest(records.readOn, today) ?? today);
  const [first, last] = [days[0], days.at(-1)];
  const articles = articlesOf(question);
  const filter = { ...question, articles };
  const timeline = timelineOf(tally, filter);
  if (!first || !last || timeline.before.at(-1) === 0) return null;

  const all = timelineOf(tally, { ...filter, service: null, sentence: null });
  const uncoded = uncodedBeside(filter).map((beside) => timelineOf(tally, beside));
  const outlook = outlookOf(records, question, articles);
  const { newestWeek } = records;
  const count = (period: Period) => countIn(timeline, period);

  /** What is still to come of each week, as much as the period has of its days; null: nobody can say. */
  const toCome = (period: Period) => {
    // Weeks older than the outlook's are final.
    const first = Math.max(weekIndex(period.start), newestWeek - outlook.weeks.length + 1);
    const weeks = Math.max(0, weekIndex(period.end) - first + 1);
    return Array.from({ length: weeks }, (_, index) => {
      const week = weekOf(mondayOf(first + index));
      const known = completenessOf(outlook, newestWeek, first + index);
      const stated = outlook.weeks[newestWeek - first - index]?.toCome ?? null;
      const share = sharedDays(week, period) / DAYS_A_WEEK;
      return { counted: count(week) * share, known, share, stated };
    });
  };

  return {
    covered: { start: first.start, end: last.end },
    coverage: (period) => coveredShare(days, period),
    count,
    isBound: (period) => uncoded.some((beside) => countIn(beside, period) > 0),
    coded(period) {
      const cases = countIn(all, period);
      const open = uncoded.reduce((sum, beside) => sum + countIn(beside, period), 0);
      return cases === 0 ? 1 : 1 - open / cases;
    },
    status: (period) => statusIn(outlook, newestWeek, period),
    completeness(period) {
      const weeks = toCome(period);
      if (daysIn(period) <= DAYS_A_WEEK) return completenessOf(outlook, newestWeek, weekIndex(period.start));
      if (weeks.some(({ known }) => known === 0)) return 0;
      const missing = weeks.reduce(
        (sum, { counted, known, share, stated }) => sum + (stated?.mid ?? counted / known - counted) * share,
        0,
      );
      const whole = count(period) + missing;
      return whole === 0 ? 1 : Math.round((count(period) / whole) * 1_000) / 1_000;
    },
    expected(period) {
      const weeks = toCome(period);
      if (weeks.length === 0) return null;
      if (weeks.some(({ known, stated }) => !stated && statusOf(known) === "provisional")) return null;
      const part = (end: keyof Expected) =>
        count(period) +
        Math.round(weeks.reduce((sum, { share, stated }) => sum + (stated ?? NOTHING)[end] * share, 0));
      return { low: part("low"), mid: part("mid"), high: part("high") };
    },
  };
}
