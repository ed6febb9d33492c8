import type { Headline } from "../contract/summary.ts";
import type { Unit } from "../contract/terms.ts";
import { DAYS_A_WEEK, daysIn } from "../domain/calendar.ts";
import { isEstimate } from "../domain/headline.ts";
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
    : publishedText(statement, words);
}

function countedText(unit: Unit, headline: Headline, words: Language): string {
  const { qualifier, completeness, expected } = headline;
  const counted = words.detail[isEstimate(headline) ? "estimated" : "counted"](unit);
  if (qualifier === "at_least") return `${counted}; ${words.detail.uncoded}`;
  if (!expected || completeness >= 1) return counted;
  return `${counted}; ${words.detail.arrived(words.formats.percent(Math.round(completeness * 100)))}`;
}

function publishedText({ edition, topic, headline, rate }: Statement, words: Language): string {
  const how = rate
    ? figureText(topic.unit, headline, words)
    : isPrinted(headline)
      ? []
      : [words.detail.derived];
  return capitalised([...how, words.according(edition.source.name)].join(", "), words.formats.locale);
}

/** Whether the number is a figure just as it was printed. */
function isPrinted({ figure, value, qualifier }: Headline): boolean {
  return figure?.kind === "total" && figure.value === value && figure.qualifier === qualifier;
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
