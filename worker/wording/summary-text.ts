import type { SummaryText } from "../contract/summary.ts";
import type { Unit } from "../contract/terms.ts";
import type { Answer, Context } from "./answer.ts";
import { changeText } from "./change.ts";
import { correctionText } from "./correction.ts";
import { countHead } from "./count-head.ts";
import { detailText } from "./detail.ts";
import { labelText } from "./label.ts";
import type { Amount } from "./language/amount.ts";
import type { Language } from "./language/language.ts";
import { LANGUAGES } from "./languages.ts";
import { sentenceText } from "./sentence.ts";
import { sparklineText } from "./sparkline.ts";
import { statementOf } from "./statement.ts";
import { sinceText, statusText } from "./status.ts";

/** What stands for a number that isn't known; never a zero. */
const UNKNOWN = "—";

/**
 * All words around a typed number. The number's type alone decides them: the offence is named after the
 * articles that were counted, so "desertion" can't be printed over article 337, and every filter is said.
 */
export function summaryText(answer: Answer, context: Context): SummaryText {
  const { edition, type, headline, series } = answer;
  const words = LANGUAGES[context.lang];
  const statement = statementOf(answer, context, words);
  const { topic, amount, rate, current } = statement;
  const { open, close, week } = words.history;
  return {
    lang: context.lang,
    dir: words.dir,
    heading: context.heading?.trim() || words.heading(topic, current !== null),
    number: numberText(type.unit, amount, words),
    label: labelText(statement, words),
    detail: detailText(statement, words),
    status: statusText(answer, rate, words),
    since: answer.since ? sinceText(answer.since, rate, words) : "",
    change: changeText(type.unit, headline, rate, words),
    correction: correctionText(answer.correction, words),
    sparkline_alt: sparklineText(type.unit, series, rate, context.today, words),
    sentence: sentenceText(statement, words),
    source: words.source(edition.source.name),
    history: { open, close, week, count: countHead(topic, rate, words) },
  };
}

function numberText(unit: Unit, amount: Amount | null, { formats }: Language): string {
  if (amount === null) return UNKNOWN;
  const { value, sureness } = amount;
  if (unit === "share_suspended") return formats.percent(value);
  return `${sureness === "less_than" ? "<" : ""}${formats.number(value)}`;
}
