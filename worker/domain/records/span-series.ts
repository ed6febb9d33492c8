import { MONTHS_DRAWN, WEEKS_DEFAULT } from "../../config.ts";
import type { Period } from "../../contract/common.ts";
import type { Granularity } from "../../contract/period.ts";
import type { Series } from "../../contract/summary.ts";
import { addDays, DAYS_A_WEEK, weekOf } from "../calendar.ts";
import { monthIndex } from "../month-turns.ts";
import { bucketsIn, latest, wholeMonth } from "../period.ts";
import { monthsFor, type SpanQuestion } from "../question.ts";
import { runsOf } from "../runs.ts";
import { given } from "./given.ts";
import type { PeriodCounts } from "./period-counts.ts";

/** What is drawn beside a headline: weeks or months up to its own, or how a total has grown. */
export function spanSeries(counts: PeriodCounts, question: SpanQuestion, period: Period): Series {
  const { granularity, periods, cumulative } = partsOf(question, period, counts.covered);
  const provisional = periods.findIndex((part) => counts.status(part) === "provisional");
  return {
    granularity,
    ...(cumulative && { cumulative }),
    start: bucketsIn(periods[0]!, granularity)[0]!.period.start,
    values: periods.map((part) =>
      counts.coverage(part) > 0
        ? given(counts.count(part), counts.isBound(part) ? "at_least" : "exact")
        : null,
    ),
    qualifiers: runsOf(periods.map((part) => (counts.isBound(part) ? "at_least" : "exact"))),
    provisional_from: provisional === -1 ? null : provisional,
    expected: provisional === -1 ? null : periods.slice(provisional).map((part) => counts.expected(part)),
  };
}

interface Parts {
  granularity: "week" | "month";
  periods: Period[];
  cumulative?: true;
}

function partsOf({ span, weeks }: SpanQuestion, period: Period, covered: Period): Parts {
  if (span === "year") return { granularity: "week", periods: grown(period, "week"), cumulative: true };
  if (span === "total") return { granularity: "month", periods: grown(period, "month"), cumulative: true };
  if (span === "month") {
    const first = monthIndex(period.start) - monthsFor(weeks, MONTHS_DRAWN) + 1;
    const start = latest(wholeMonth(first).start, covered.start)!;
    const months = bucketsIn({ start, end: period.end }, "month").map((bucket) => bucket.period);
    return { granularity: "month", periods: months.filter((month) => month.start >= covered.start) };
  }
  const newest = weekOf(period.end);
  const first = addDays(newest.start, -DAYS_A_WEEK * ((weeks ?? WEEKS_DEFAULT) - 1));
  const range = { start: latest(first, covered.start)!, end: newest.end };
  return { granularity: "week", periods: bucketsIn(range, "week").map((bucket) => bucket.period) };
}

/** From the first day to the end of each week or month, the last one cut where the period ends. */
function grown({ start, end }: Period, granularity: Granularity): Period[] {
  return bucketsIn({ start, end }, granularity).map(({ period }) => ({
    start,
    end: period.end < end ? period.end : end,
  }));
}
