import type { Period } from "../contract/common.ts";
import { addDays, DAYS_A_WEEK, daysIn } from "../domain/calendar.ts";
import { isEstimate } from "../domain/headline.ts";
import type { Language, PeriodWords } from "./language/language.ts";
import { percentBetween } from "./language/percent.ts";
import type { Statement } from "./statement.ts";

/**
 * The change against an earlier period in words: "12 more than the week before (+7%)"; "about" where the number itself
 * is no exact count. The percentage is that of the numbers which a reader sees, and not of what was rounded to them. Empty
 * where there is none, and for shares, whose differences are percentage points and not numbers of anything.
 */
export function changeText(statement: Statement, words: Language): string {
  const { headline, topic, amount, rate } = statement;
  const { change, period } = headline;
  if (!change || amount === null || !period || topic.unit === "share_suspended") return "";
  const { number, signedPercent } = words.formats;
  const about = isEstimate(headline) || [headline.qualifier, change.qualifier].includes("about");
  const than = thanWhat(statement, period, change.against, words);
  const numeral = number(Math.abs(change.value));
  if (numeral === number(0)) return words.change.same(than, about);
  const text = words.change[change.value > 0 ? "more" : "fewer"]({ numeral, about, rate }, than);
  const shown = Math.round(amount.value);
  const percent = percentBetween(shown, shown - Math.round(change.value));
  return percent === null || change.percent === null ? text : `${text} (${signedPercent(percent)})`;
}

function thanWhat(
  { edition, span, rate }: Statement,
  period: Period,
  against: Period,
  words: Language,
): PeriodWords {
  if (span === "year") {
    return words.change.samePart(
      against.start.slice(0, 4),
      edition.evidence === "records" ? "weeks" : "days",
    );
  }
  const isWeekBefore =
    !rate && daysIn(against) === DAYS_A_WEEK && against.start === addDays(period.start, -DAYS_A_WEEK);
  return isWeekBefore ? words.change.weekBefore : words.period(against);
}
