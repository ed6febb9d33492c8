import type { EditionRef, Period } from "../contract/common.ts";
import type { Headline } from "../contract/summary.ts";
import { weekStart } from "../domain/calendar.ts";
import type { Answer, Context } from "./answer.ts";
import { type Amount, headlineAmount } from "./language/amount.ts";
import type { Language, Topic } from "./language/language.ts";
import { topicOf } from "./topic.ts";

/** What an answer states: of what, how much, how it was come by, and when. */
export interface Statement {
  edition: EditionRef;
  headline: Headline;
  topic: Topic;
  /** The number as it can be said; null: nothing is known. */
  amount: Amount | null;
  /** Whether the number is a rate between published totals, and not a count of one week's records. */
  rate: boolean;
  /** The part of the current week that the headline covers; null where it is of another time, or frozen. */
  current: Period | null;
}

export function statementOf(answer: Answer, { today, places }: Context, words: Language): Statement {
  const { edition, type, headline } = answer;
  const rate = edition.evidence === "published" && type.unit !== "share_suspended";
  return {
    edition,
    headline,
    topic: topicOf(type, words, places),
    amount: headlineAmount(headline, rate),
    rate,
    current: thisWeek(answer, today),
  };
}

function thisWeek({ edition, headline: { period }, since }: Answer, today: string): Period | null {
  if (edition.evidence !== "records" || since || !period) return null;
  if (weekStart(period.start) !== weekStart(today) || period.start > today) return null;
  return { start: period.start, end: period.end < today ? period.end : today };
}
