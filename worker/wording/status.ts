import { AGED_DAYS } from "../config.ts";
import type { EditionRef } from "../contract/common.ts";
import type { Since } from "../contract/summary.ts";
import { weekOf } from "../domain/calendar.ts";
import { isEstimate } from "../domain/headline.ts";
import { ageOf } from "./language/age.ts";
import { amountOf } from "./language/amount.ts";
import { capitalised } from "./language/formats.ts";
import type { Language } from "./language/language.ts";
import { publishedOn } from "./published-on.ts";
import { rangeText } from "./range.ts";
import type { Statement } from "./statement.ts";

/** All that a reader must know before trusting the number, gravest first; empty where nothing is. */
export function statusText(statement: Statement, since: Since | undefined, words: Language): string {
  const { edition } = statement;
  return [
    edition.sample ? words.status.sample : "",
    edition.stale ? words.status.stale(publishedOn(edition, words)) : "",
    since ? frozenText(edition, sinceText(statement, since, words), words) : "",
    agedText(statement, words),
    incompleteText(statement, words),
  ]
    .filter(Boolean)
    .join(" ");
}

/** How old the newest number is, from two months on; empty of a frozen one, than which there may be newer ones. */
export function agedText({ edition, headline, amount, frozen }: Statement, words: Language): string {
  const { age_days } = headline;
  if (age_days === null || age_days < AGED_DAYS || amount === null || frozen) return "";
  const age = words.age(ageOf(age_days));
  return edition.evidence === "published" ? words.status.agedFigure(age) : words.status.agedRecords(age);
}

/** That a number stands for records that are still to come, or will still grow; empty for a final count. */
export function incompleteText({ headline, span, frozen }: Statement, { status: say, ...words }: Language) {
  const { value, status, expected, period } = headline;
  if (status === "final" || value === null) return "";
  if (isEstimate(headline)) return frozen ? say.frozen.estimated : say.estimated;
  const range = expected && rangeText(expected, words.formats);
  if (frozen) return say.frozen.incomplete(range);
  if (!range) return say.incomplete;
  const isWeek = span === "this-week" && period !== null;
  const told = isWeek ? say.expectedWeek(range, words.period(weekOf(period.start))) : say.expected(range);
  return `${say.incomplete} ${told}`;
}

function frozenText(edition: EditionRef, since: string, words: Language): string {
  const asOf = words.asOf(publishedOn(edition, words), edition.id);
  return `${capitalised(asOf, words.formats.locale)}; ${since}.`;
}

/** What the period of a frozen number counts in the current edition, as a part of the status. */
export function sinceText(
  { headline, rate }: Statement,
  { value, qualifier, difference }: Since,
  { status, formats, qualified }: Language,
): string {
  if (value === null) return status.nowUnknown;
  const amount = amountOf(value, qualifier, rate);
  const now = status.now(qualified(formats.number(amount.value), amount.sureness));
  if (difference === null) return now;
  const numeral = formats.number(Math.abs(difference));
  if (numeral === formats.number(0)) return status.sameSince;
  const about = isEstimate(headline) || [headline.qualifier, qualifier].includes("about");
  const by = { numeral, about, rate: false };
  return `${now}, ${difference > 0 ? status.moreSince(by) : status.fewerSince(by)}`;
}
