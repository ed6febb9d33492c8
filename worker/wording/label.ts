import { DOT } from "./language/formats.ts";
import type { Language } from "./language/language.ts";
import type { Statement } from "./statement.ts";
import { placesOf } from "./topic.ts";

/**
 * Unit, period and every filter: "convictions of contract soldiers a week, April 2025 · imprisonment ·
 * articles 332, 337 and 338 · military court 77GV0007".
 */
export function labelText(statement: Statement, words: Language): string {
  const { topic, amount, rate } = statement;
  const noun = words.noun(topic, amount);
  const when = whenText(statement, words);
  const bound = amount?.sureness === "at_least" ? words.atLeastAfter : "";
  return [
    rate
      ? `${[noun, words.per.per_week, bound].filter(Boolean).join(" ")}${when}`
      : [`${noun}${when}`, bound].filter(Boolean).join(", "),
    topic.sentence === null ? "" : words.punishment(topic.sentence),
    words.articles(topic.articles),
    ...placesOf(topic, words),
  ]
    .filter(Boolean)
    .join(DOT);
}

function whenText({ headline: { period }, current, rate }: Statement, words: Language): string {
  if (current) return ` ${words.thisWeekTo(current.end)}`;
  if (!period) return "";
  const { name, during } = words.period(period);
  return rate ? `, ${name}` : ` ${during}`;
}
