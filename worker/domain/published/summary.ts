import type { Period, Source } from "../../contract/common.ts";
import type { Figure, Rate } from "../../contract/figure.ts";
import type { Summary } from "../../contract/summary.ts";
import { addDays, DAYS_A_WEEK } from "../calendar.ts";
import { typeOf } from "../number-type.ts";
import { OFFENCE_ARTICLES } from "../offence.ts";
import type { Question } from "../question.ts";
import { lastWeekMostlyIn } from "./covered-weeks.ts";
import { publishedHeadline } from "./headline.ts";
import { weeklySteps } from "./weekly-steps.ts";

export type Statement = Pick<Summary, "type" | "headline" | "series"> & { source: Source | null };

/** The answer to a question from published figures alone. */
export function publishedSummary(
  figures: readonly Figure[],
  rates: readonly Rate[],
  question: Question,
): Statement {
  // Publishers print nothing by sentence or court: such a question has no answer here, rather than a wider one.
  const answerable = question.sentence === null && question.court === null;
  const answer = answerable ? publishedHeadline(figures, rates, question) : null;
  if (!answer) return unknown(question);
  const { type, value, qualifier, period, change, figure } = answer;
  const steps = weeklySteps(
    rates,
    { ...question, articles: type.articles },
    windowOf(period, question.weeks),
  );
  return {
    type: typeOf(question, type.articles),
    headline: {
      value,
      qualifier,
      per: "week",
      period,
      status: "final",
      completeness: 1,
      expected: null,
      change,
      figure: { value: figure.value, kind: figure.kind, qualifier: figure.qualifier, url: figure.url },
    },
    series: { granularity: "week", ...steps, provisional_from: null, expected: null },
    source: { name: figure.publisher, url: figure.url },
  };
}

/** No figure is older; the series itself starts with its first known week. */
const BEFORE_ALL = "1996-01-01";

/** The weeks up to the last that lies mostly in the period; all that are known where no number is asked for. */
function windowOf(period: Period, weeks: number | null): Period {
  const last = lastWeekMostlyIn(period);
  const start = weeks === null ? BEFORE_ALL : addDays(last, -DAYS_A_WEEK * (weeks - 1));
  return { start, end: addDays(last, DAYS_A_WEEK - 1) };
}

function unknown(question: Question): Statement {
  const articles = [...(question.articles ?? OFFENCE_ARTICLES.desertion)];
  return {
    type: typeOf(question, articles),
    headline: {
      value: null,
      qualifier: "exact",
      per: "week",
      period: null,
      status: "final",
      completeness: 0,
      expected: null,
      change: null,
      figure: null,
    },
    series: {
      granularity: "week",
      start: null,
      values: [],
      qualifiers: [],
      provisional_from: null,
      expected: null,
    },
    source: null,
  };
}
