import type { Headline } from "../contract/summary.ts";
import type { Unit } from "../contract/terms.ts";
import { addDays, daysIn } from "../domain/calendar.ts";
import type { Language } from "./language/language.ts";

/**
 * The change against an earlier period in words: "12 more than the week before (+6.5%)". Empty where there is
 * none, and for shares, whose differences are percentage points and not numbers of anything.
 */
export function changeText(unit: Unit, headline: Headline, rate: boolean, words: Language): string {
  const { change, value, period } = headline;
  if (!change || value === null || !period || unit === "share_suspended") return "";
  const { number, signedPercent } = words.formats;
  const weekBefore =
    !rate && daysIn(change.against) === 7 && change.against.start === addDays(period.start, -7);
  const than = weekBefore ? words.change.weekBefore : words.period(change.against);
  const amount = number(Math.abs(change.value));
  if (amount === number(0)) return words.change.same(than);
  const text = words.change[change.value > 0 ? "more" : "fewer"](amount, rate, than);
  return change.percent === null ? text : `${text} (${signedPercent(change.percent)})`;
}
