import type { Period } from "../contract/common.ts";
import type { Headline } from "../contract/summary.ts";
import type { Unit } from "../contract/terms.ts";
import { DAYS_A_WEEK, daysIn } from "../domain/calendar.ts";
import { isEstimate } from "../domain/headline.ts";
import { isDerived } from "./derived.ts";
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

/** The printed figure that the number is, or is an average of, as sure as it was printed; or what it was calculated from. */
function publishedText(statement: Statement, words: Language): string {
  const { edition, topic, headline, rate } = statement;
  const { name } = edition.source;
  const { figure, period } = headline;
  const said =
    rate && figure && period && explains(headline)
      ? [figureText(topic.unit, figure, period, words), words.according(name)]
      : isDerived(statement)
        ? [words.calculated(name), ...(rate && period ? [words.forDaysOf(period)] : [])]
        : [words.according(name)];
  return capitalised(said.join(", "), words.formats.locale);
}

function figureText(
  unit: Unit,
  figure: NonNullable<Headline["figure"]>,
  period: Period,
  words: Language,
): string {
  const amount = words.amount(unit, { value: figure.value, sureness: figure.qualifier });
  if (figure.kind === "total") return `${amount} ${words.inDaysOf(period)}`;
  const { during } = words.period(period);
  return figure.kind === "percent" ? `${amount} ${during}` : `${amount} ${words.per[figure.kind]} ${during}`;
}

/** A total explains a rate only if it was counted in the same days; a running total since 2022 doesn't. */
function explains({ figure, value, period }: Headline): boolean {
  if (figure?.kind !== "total" || value === null || !period) return true;
  return Math.abs((figure.value * DAYS_A_WEEK) / daysIn(period) - value) <= ROUNDING;
}
