import { isEstimate } from "../domain/headline.ts";
import { isDerived } from "./derived.ts";
import { capitalised } from "./language/formats.ts";
import type { Language } from "./language/language.ts";
import { rangeText } from "./range.ts";
import type { Statement } from "./statement.ts";
import { agedText, incompleteText } from "./status.ts";
import { groundIn } from "./topic.ts";

/** The whole statement, ready to quote: it gives dates, never "this week", and carries its own doubts. */
export function sentenceText(statement: Statement, words: Language): string {
  const { edition } = statement;
  return [
    edition.sample ? words.status.sample : "",
    capitalised(statedText(statement, words), words.formats.locale),
    doubtText(statement, words) || incompleteText(statement, words),
    agedText(statement, words),
  ]
    .filter(Boolean)
    .join(" ");
}

function statedText({ edition, headline, topic, amount, rate, span }: Statement, words: Language): string {
  const under = words.under(topic.articles);
  const asOf = words.asOfEdition(edition.id);
  if (amount === null) {
    const ground = groundIn(topic, under, words);
    return `${words.unknownNumber(words.numberOf(topic), ground, asOf)} ${words.notZero}`;
  }
  const { period } = headline;
  const act = `${words.act(topic, amount, rate)} ${under}`;
  const stated = period ? `${words.period(period).during} ${act}` : act;
  const { name } = edition.source;
  const by = isDerived({ edition, headline }) ? words.calculated(name) : words.according(name);
  const soFar = span === "this-week" ? `${words.recordedSoFar}: ` : "";
  return `${soFar}${stated}, ${by} (${asOf}).`;
}

/** Of an estimate, what is recorded so far and what is expected. */
function doubtText({ headline }: Statement, words: Language): string {
  const { value, expected } = headline;
  if (!isEstimate(headline) || value === null || !expected) return "";
  return words.estimate.sentence(words.formats.number(value), rangeText(expected, words.formats));
}
