import type { Series } from "../contract/summary.ts";
import type { Qualifier, Span } from "../contract/terms.ts";
import { addDays, DAYS_A_WEEK } from "../domain/calendar.ts";
import { monthIndex } from "../domain/month-turns.ts";
import { wholeMonth } from "../domain/period.ts";
import { countHead } from "./count-head.ts";
import { amountOf } from "./language/amount.ts";
import { capitalised } from "./language/formats.ts";
import type { Language, Topic } from "./language/language.ts";
import type { Statement } from "./statement.ts";
import { groundOf } from "./topic.ts";

/** A week or month of which a number is told. */
interface Told {
  value: number;
  qualifier: Qualifier;
}

/**
 * The drawing for those who don't see it: unit, dates, first, last, lowest and highest, then what is marked as unknown,
 * as a lower bound or as estimated. What is recorded of a week that can't be told yet takes no part: it would be the
 * lowest each time. A week that isn't over is named to `today`. Of a total it is told how it grew, where that was counted.
 */
export function sparklineText(
  { edition, topic, rate, headline, span }: Statement,
  series: Series,
  today: string,
  words: Language,
): string {
  const { granularity, cumulative, start, values } = series;
  const parts = values.map((_, index) => toldAt(series, index, span));
  const told = parts.filter((part) => part !== null);
  const [first] = told;
  const last = told.at(-1);
  const say = ({ value, qualifier }: Told) => {
    const amount = amountOf(value, qualifier, rate);
    return words.qualified(words.formats.number(amount.value), amount.sureness);
  };
  const count = (parts: number) => words.series.count(granularity, parts);
  if (!start || !first || !last) return words.series.empty;

  const end = endOf(series, start);
  const during = words.period({ start, end: start <= today && today < end ? today : end }).during;
  const from = series.provisional_from ?? values.length;
  const estimated = parts.slice(from).filter((part) => part !== null).length;
  const untold = values.slice(from).filter((value) => value !== null).length - estimated;
  if (cumulative) {
    const when = headline.period ? words.period(headline.period).during : during;
    const title = `${countHead(topic, "totals", words)} ${when}`;
    const isPrinted = edition.evidence === "published";
    const isCounted = !isPrinted && told.length > 1;
    const growth = isCounted ? words.series.growth(say(first), say(last), granularity) : say(last);
    return [
      `${title}: ${growth}.`,
      isPrinted ? words.series.evenly : "",
      untold > 0 ? words.series.incomplete(count(untold)) : "",
    ]
      .filter(Boolean)
      .join(" ");
  }
  const lowest = told.reduce((least, part) => (part.value < least.value ? part : least));
  const highest = told.reduce((most, part) => (part.value > most.value ? part : most));
  const title = words.series.title(titleOf(topic, granularity, words), during, granularity, values.length);
  const extremes = words.series.extremes(say(first), say(last), say(lowest), say(highest));
  const unknown = values.filter((value) => value === null).length;
  const bounds = told.filter(({ qualifier }) => qualifier === "at_least").length;
  return [
    `${capitalised(title, words.formats.locale)}: ${extremes}.`,
    unknown > 0 ? words.series.unknown(count(unknown)) : "",
    bounds > 0 ? words.series.lowerBounds(count(bounds)) : "",
    estimated > 0 ? words.series.estimated(count(estimated)) : "",
    untold > 0 ? words.series.incomplete(count(untold)) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** What is counted in each week or month, with every filter. */
function titleOf(topic: Topic, granularity: Series["granularity"], words: Language): string {
  const what = words.numberPer(topic, granularity);
  const ground = groundOf(topic, words.underBriefly(topic.articles), words);
  return `${what}${topic.sentence === null ? "" : ","} ${ground}`;
}

/**
 * What is told of a week: as counted, or the middle of what is expected; null: nothing, or not yet. Beside the current
 * week, which no range makes told, nothing tells which of the others are.
 */
function toldAt(
  { values, qualifiers, provisional_from, expected }: Series,
  index: number,
  span: Span,
): Told | null {
  const value = values[index] ?? null;
  if (value === null) return null;
  const marked = qualifiers.find(([from, to]) => from <= index && index <= to);
  if (provisional_from !== null && index >= provisional_from) {
    const mid = span === "this-week" ? undefined : expected?.[index - provisional_from]?.mid;
    return mid === undefined ? null : { value: mid, qualifier: "about" };
  }
  const qualifier = marked?.[2] ?? "exact";
  // That there were at least none says nothing.
  return value === 0 && qualifier === "at_least" ? null : { value, qualifier };
}

/** The last day of a series. */
function endOf({ granularity, values }: Series, start: string): string {
  if (granularity === "week") return addDays(start, values.length * DAYS_A_WEEK - 1);
  return wholeMonth(monthIndex(start) + values.length - 1).end;
}
