import { isEstimate } from "../domain/headline.ts";
import { DOT } from "./language/formats.ts";
import type { Language } from "./language/language.ts";
import { rangeText } from "./range.ts";
import type { Statement } from "./statement.ts";
import { placesOf } from "./topic.ts";

/**
 * Unit, period and every filter: "convictions of contract soldiers a week, April 2025 · imprisonment ·
 * articles 332, 337 and 338 · military court 77GV0007". Of a number that isn't recorded whole, what it is instead:
 * "convictions in the week of 16–22 November 2026, estimated · 98 recorded so far · 125–172 expected".
 */
export function labelText(statement: Statement, words: Language): string {
  const { topic, amount, rate, headline } = statement;
  const noun = words.noun(topic, amount, rate ? "week" : undefined);
  const counted = `${noun}${whenText(statement, words)}`;
  return [
    isEstimate(headline) ? `${counted}, ${words.estimate.label}` : counted,
    ...estimateText(statement, words),
    topic.sentence === null ? "" : words.punishment(topic.sentence),
    words.articles(topic.articles),
    ...placesOf(topic, words),
  ]
    .filter(Boolean)
    .join(DOT);
}

function estimateText({ headline }: Statement, words: Language): string[] {
  const { value, expected } = headline;
  if (!isEstimate(headline) || value === null || !expected) return [];
  const { recorded, expected: told } = words.estimate;
  return [recorded(words.formats.number(value)), told(rangeText(expected, words.formats))];
}

function whenText({ headline: { period }, current, rate }: Statement, words: Language): string {
  if (current) return ` ${words.thisWeekTo(current.end)}`;
  if (!period) return "";
  const { name, during } = words.period(period);
  return rate ? `, ${name}` : ` ${during}`;
}
