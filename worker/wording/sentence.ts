import { capitalised } from "./language/formats.ts";
import type { Language } from "./language/language.ts";
import type { Statement } from "./statement.ts";
import { incompleteText } from "./status.ts";
import { groundOf } from "./topic.ts";

/** The whole statement, ready to quote: it gives dates, never "this week", and carries its own doubts. */
export function sentenceText(statement: Statement, words: Language): string {
  const { edition, headline } = statement;
  return [
    edition.sample ? words.status.sample : "",
    capitalised(statedText(statement, words), words.formats.locale),
    incompleteText(headline, words),
  ]
    .filter(Boolean)
    .join(" ");
}

function statedText({ edition, headline, topic, amount, rate, current }: Statement, words: Language): string {
  const under = words.under(topic.articles);
  const asOf = `(${words.asOfEdition(edition.id)})`;
  if (amount === null) {
    const unknown = words.unknownNumber(words.numberOf(topic), groundOf(topic, under, words));
    return `${unknown} ${asOf}. ${words.notZero}`;
  }
  const period = current ?? headline.period;
  const act = `${words.act(topic, amount, rate)} ${under}`;
  const stated = period ? `${words.period(period).during} ${act}` : act;
  return `${stated}, ${words.according(edition.source.name)} ${asOf}.`;
}
