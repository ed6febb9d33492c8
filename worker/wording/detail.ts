import type { Headline } from "../contract/summary.ts";
import type { Unit } from "../contract/terms.ts";
import { DAYS_A_WEEK, daysIn } from "../domain/calendar.ts";
import type { Amount } from "./language/amount.ts";
import { capitalised } from "./language/formats.ts";
import type { Language } from "./language/language.ts";
import type { Statement } from "./statement.ts";

/** A headline is rounded to a whole number at most. */
const ROUNDING = 0.5;

/** How the number came about: the printed figure and its days, or what was counted by which date. */
export function detailText(statement: Statement, words: Language): string {
  const { edition, topic, headline, amount } = statement;
  if (amount === null) return words.detail.unknown;
  return edition.evidence === "records"
    ? countedText(topic.unit, headline, words)
    : publishedText(statement, amount, words);
}

function countedText(
  unit: Unit,
  { suppressed, qualifier, completeness, expected }: Headline,
  words: Language,
): string {
  const counted = words.detail.counted(unit);
  if (suppressed) return `${counted}; ${words.detail.suppressed}`;
  if (qualifier === "at_least") return `${counted}; ${words.detail.uncoded}`;
  if (!expected || completeness >= 1) return counted;
  return `${counted}; ${words.detail.arrived(words.formats.percent(Math.round(completeness * 100)))}`;
}

function publishedText(
  { edition, topic, headline, rate }: Statement,
  amount: Amount,
  words: Language,
): string {
  const { figure } = headline;
  const { value, sureness } = amount;
  const how = [...figureText(topic.unit, headline, words), words.according(edition.source.name)].join(", ");
  const printed = figure?.kind === "per_week" && figure.qualifier === sureness;
  if (sureness === "exact" || printed || !rate) return capitalised(how, words.formats.locale);
  // A derived rate isn't exact, and the number itself is printed bare: the detail says so first.
  const told = `${words.qualified(words.formats.number(value), sureness)} ${words.per.per_week}`;
  return `${capitalised(told, words.formats.locale)}: ${how}`;
}

/** The figure as sure as it was printed, or that the rate lies between two of them. */
function figureText(unit: Unit, headline: Headline, words: Language): string[] {
  const { figure, period } = headline;
  if (!period) return [words.detail.derived];
  const { during } = words.period(period);
  const days = words.inDays(daysIn(period));
  if (!figure || !explains(headline)) return [`${words.detail.derived} ${during}`, days];
  const amount = words.amount(unit, { value: figure.value, sureness: figure.qualifier });
  if (figure.kind === "total") return [`${amount} ${during}`, days];
  return [
    figure.kind === "percent" ? `${amount} ${during}` : `${amount} ${words.per[figure.kind]} ${during}`,
  ];
}

/** A total explains a rate only if it was counted in the same days; a running total since 2022 doesn't. */
function explains({ figure, value, period }: Headline): boolean {
  if (figure?.kind !== "total" || value === null || !period) return true;
  return Math.abs((figure.value * DAYS_A_WEEK) / daysIn(period) - value) <= ROUNDING;
}
