import type { NumberType, Period } from "../contract/common.ts";
import type { Lang, Qualifier } from "../contract/terms.ts";
import { daysIn } from "../domain/calendar.ts";
import type { PlaceNames } from "./answer.ts";
import type { Amount } from "./language/amount.ts";
import { capitalised } from "./language/formats.ts";
import type { Language } from "./language/language.ts";
import { ratioOf } from "./language/ratio.ts";
import { spanOf } from "./language/span.ts";
import { LANGUAGES } from "./languages.ts";
import { groundOf, topicOf } from "./topic.ts";

/** A count in a period. `coverage` is the share of its days of which anything is known, from 0 to 1. */
export interface Side {
  label: string;
  period: Period;
  value: number | null;
  coverage: number;
  /** How sure the count is; exact unless said otherwise. */
  qualifier?: Qualifier;
}

/** A count in one period, beside the same count in others. `ratio` is null where none can be given. */
export interface Comparison {
  type: NumberType;
  period: Side;
  against: readonly (Side & { ratio: number | null })[];
}

/**
 * A comparison in one sentence, ready to quote: "In the first half of 2023 Russian military courts received
 * 2,076 cases under article 337: about twice as many as in all of 2022 (1,001)." Only positive counts have a
 * ratio; what can't be compared is put beside. A count that isn't known is said to be unknown, and no zero.
 */
export function comparisonText(comparison: Comparison, lang: Lang, places?: PlaceNames): string {
  const words = LANGUAGES[lang];
  const { type, period } = comparison;
  const topic = topicOf(type, words, places);
  const under = words.underBriefly(type.articles);
  const during = `${words.period(period.period).during}${inBrackets(coverageText(period, words))}`;
  const tail = tailOf(comparison, words);

  const amount = amountOf(period);
  if (amount === null) {
    const what = words.unknownNumber(words.numberOf(topic), `${groundOf(topic, under, words)} ${during}`);
    return `${what}${tail}. ${words.notZero}`;
  }
  const act = words.act(topic, amount, false);
  return capitalised(`${during} ${act} ${under}${tail}.`, words.formats.locale);
}

function tailOf({ period, against }: Comparison, words: Language): string {
  // "All of" is said once, where a reader first meets a year beside something shorter.
  const whole = against.findIndex(
    (side) => spanOf(side.period).kind === "year" && daysIn(side.period) > daysIn(period.period),
  );
  const clauses: string[] = [];
  const beside: string[] = [];
  for (const [index, side] of against.entries()) {
    const during =
      index === whole
        ? words.compare.wholeYear(side.period.start.slice(0, 4))
        : words.period(side.period).during;
    const covered = coverageText(side, words);
    if (period.value && side.value && side.ratio !== null) {
      const known = [covered, numeralOf(side, words)].filter(Boolean).join(": ");
      const ratio = ratioOf(period.value, side.value);
      clauses.push(`${words.compare.clause(ratio, during)}${inBrackets(known)}`);
    } else beside.push(`${numeralOf(side, words)} ${during}${inBrackets(covered)}`);
  }
  return [
    clauses.length > 0 ? `: ${words.compare.clauses(clauses)}` : "",
    beside.length > 0 ? `; ${words.compare.beside(words.formats.list(beside))}` : "",
  ].join("");
}

function numeralOf(side: Side, { compare, formats, qualified }: Language): string {
  const amount = amountOf(side);
  if (amount === null) return compare.unknown;
  return amount.value === 0 ? compare.none : qualified(formats.number(amount.value), amount.sureness);
}

/** A count as it can be said; null where it isn't known. */
function amountOf({ value, qualifier = "exact" }: Side): Amount | null {
  if (value === null) return null;
  // That there were at least none says nothing.
  return { value, sureness: value === 0 ? "exact" : qualifier };
}

/** The share of the days that a known count covers; never rounded to all or none of them. */
function coverageText({ value, coverage }: Side, { compare, formats }: Language): string {
  if (value === null || coverage >= 1) return "";
  return compare.covered(formats.percent(Math.min(99, Math.max(1, Math.round(coverage * 100)))));
}

function inBrackets(text: string): string {
  return text && ` (${text})`;
}
