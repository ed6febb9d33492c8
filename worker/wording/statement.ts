import type { EditionRef, Period } from "../contract/common.ts";
import type { Headline } from "../contract/summary.ts";
import type { Span } from "../contract/terms.ts";
import { weekStart } from "../domain/calendar.ts";
import type { Answer, Context } from "./answer.ts";
import { type Amount, headlineAmount } from "./language/amount.ts";
import type { Language, Topic } from "./language/language.ts";
import { topicOf } from "./topic.ts";

/** What an answer states: of what, how much, how it was come by, and when. */
export interface Statement {
  edition: EditionRef;
  headline: Headline;
  span: Span;
  topic: Topic;
  /** The number as it can be said; null: nothing is known. */
  amount: Amount | null;
  /** Whether the number is a rate between published totals, and not a count of a period. */
  rate: boolean;
  /** The part of the current week that the headline covers; null where it is of another time, or frozen. */
  current: Period | null;
  /** Whether the answer is of an edition that was asked for, which newer ones may say more than. */
  frozen: boolean;
  /** The current week or year, where the number is of that; null: of any other time. */
  now: "week" | "year" | null;
}

export function statementOf(answer: Answer, { today, places }: Context, words: Language): Statement {
  const { edition, type, headline, since } = answer;
  const { span = "week" } = type;
  const isRate = edition.evidence === "published" && span === "week" && type.unit !== "share_suspended";
  const { period } = headline;
  const isThisWeek = span === "this-week" && !since && period?.start === weekStart(today);
  const current = isThisWeek ? period : null;
  const year = today.slice(0, 4);
  const isThisYear =
    span === "year" && !since && period?.start === `${year}-01-01` && period.end.startsWith(year);
  return {
    edition,
    headline,
    span,
    topic: topicOf(type, words, places),
    amount: headlineAmount(headline, isRate),
    rate: isRate,
    current,
    frozen: since !== undefined,
    now: current ? "week" : isThisYear ? "year" : null,
  };
}
