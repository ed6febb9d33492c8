import type { Series } from "../contract/summary.ts";
import type { Qualifier, Unit } from "../contract/terms.ts";
import { addDays, DAYS_A_WEEK } from "../domain/calendar.ts";
import { amountOf } from "./language/amount.ts";
import { capitalised } from "./language/formats.ts";
import type { Language } from "./language/language.ts";

/**
 * The sparkline for those who don't see it: unit, dates, first, last, lowest and highest week, then what the
 * drawing marks as unknown, as a lower bound or as incomplete. A week that isn't over is named to `today`.
 */
export function sparklineText(
  unit: Unit,
  series: Series,
  rate: boolean,
  today: string,
  words: Language,
): string {
  const { start, values, suppressed = [], qualifiers, provisional_from } = series;
  const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  const first = known[0];
  const last = known.at(-1);
  if (!start || !first || !last) {
    return suppressed.length > 0 ? words.series.suppressed(suppressed.length) : words.series.empty;
  }

  const qualifierOf = (index: number): Qualifier =>
    qualifiers.find(([from, to]) => from <= index && index <= to)?.[2] ?? "exact";
  const say = (week: { value: number; index: number }) => {
    const { value, sureness } = amountOf(week.value, qualifierOf(week.index), rate);
    return words.qualified(words.formats.number(value), sureness);
  };
  const lowest = known.reduce((least, week) => (week.value < least.value ? week : least));
  const highest = known.reduce((most, week) => (week.value > most.value ? week : most));

  const sunday = addDays(start, values.length * DAYS_A_WEEK - 1);
  const end = start <= today && today < sunday ? today : sunday;
  const title = words.series.title(unit, words.period({ start, end }).during, values.length);
  const extremes = words.series.extremes(say(first), say(last), say(lowest), say(highest));
  const unknown = values.length - known.length - suppressed.length;
  const bounds = known.filter(({ index }) => qualifierOf(index) === "at_least").length;
  const provisional = provisional_from === null ? 0 : Math.max(0, values.length - provisional_from);
  return [
    `${capitalised(title, words.formats.locale)}: ${extremes}.`,
    unknown > 0 ? words.series.unknown(unknown) : "",
    suppressed.length > 0 ? words.series.suppressed(suppressed.length) : "",
    bounds > 0 ? words.series.lowerBounds(bounds) : "",
    provisional > 0 ? words.series.incomplete(provisional) : "",
  ]
    .filter(Boolean)
    .join(" ");
}
