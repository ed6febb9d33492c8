import type { Period, Source } from "../../contract/common.ts";
import type { Figure, Rate } from "../../contract/figure.ts";
import type { Summary } from "../../contract/summary.ts";
import { addDays, DAYS_A_WEEK } from "../calendar.ts";
import { ageOf, NOTHING_DRAWN, NOTHING_KNOWN, PER } from "../headline.ts";
import { typeOf } from "../number-type.ts";
import { OFFENCE_ARTICLES } from "../offence.ts";
import type { Question, SpanQuestion } from "../question.ts";
import { lastWeekMostlyIn } from "./covered-weeks.ts";
import { publishedHeadline } from "./headline.ts";
import { sourceBehind } from "./source.ts";
import { publishedSpan, type SpanTotal } from "./spans.ts";
import { weeklySteps } from "./weekly-steps.ts";

export type Statement = Pick<Summary, "type" | "headline" | "series"> & { source: Source | null };

/**
 * The answer to a question from published figures alone.
 * @param today Moscow date of the reader
 */
export function publishedSummary(
  figures: readonly Figure[],
  rates: readonly Rate[],
  question: SpanQuestion,
  today: string,
): Statement {
  const { span } = question;
  // Publishers print nothing by sentence or court: such a question has no answer here, rather than a wider one.
  const answerable = question.sentence === null && question.court === null;
  const told = answerable ? tell(figures, rates, question) : null;
  if (!told) return unknown(question);
  const { articles, value, qualifier, period, change, figure, behind, series } = told;
  return {
    type: { ...typeOf(question, articles), span },
    headline: {
      value,
      shown: "counted",
      qualifier,
      per: PER[span],
      period,
      status: "final",
      completeness: 1,
      expected: null,
      so_far: null,
      age_days: ageOf(period, today),
      change,
      figure: {
        value: figure.value,
        kind: figure.kind,
        qualifier: figure.qualifier,
        url: figure.source_url,
      },
    },
    series,
    source: sourceBehind(behind),
  };
}

function tell(figures: readonly Figure[], rates: readonly Rate[], question: SpanQuestion): SpanTotal | null {
  const { span } = question;
  // Nobody prints a week while it lasts.
  if (span === "this-week") return null;
  return span === "week"
    ? newestRate(figures, rates, question)
    : publishedSpan(figures, rates, { ...question, span });
}

function newestRate(
  figures: readonly Figure[],
  rates: readonly Rate[],
  question: Question,
): SpanTotal | null {
  const answer = publishedHeadline(figures, rates, question);
  if (!answer) return null;
  const { type, value, qualifier, period, change, figure, behind } = answer;
  const scope = { ...question, articles: type.articles };
  const steps = weeklySteps(rates, scope, windowOf(period, question.weeks));
  return {
    articles: type.articles,
    value,
    qualifier,
    period,
    change,
    figure,
    behind,
    series: { granularity: "week", ...steps, provisional_from: null, expected: null },
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

function unknown(question: SpanQuestion): Statement {
  const { span } = question;
  const type = { ...typeOf(question, question.articles ?? OFFENCE_ARTICLES.desertion), span };
  return { type, headline: { ...NOTHING_KNOWN, per: PER[span] }, series: NOTHING_DRAWN, source: null };
}
