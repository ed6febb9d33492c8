import { dayOf, lang } from "../words/index.ts";
import { whole } from "../words/whole.ts";
import { words } from "./words/index.ts";

/** Moscow has had no summer time since 2014. */
const MOSCOW = "+03:00";

/**
 * The instant of an hour as a field of the type `datetime-local` has it, taken for Moscow's.
 * @returns null where it is none
 */
export function instantIn(typed: string): string | null {
  const at = Date.parse(`${typed}:00${MOSCOW}`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** An hour by the clock of whoever looks at it; null where that is Moscow's. */
export function hereOf(instant: string): string | null {
  const at = new Date(instant);
  if (at.getTimezoneOffset() === -180) return null;
  return whole(new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short" }).format(at));
}

/** An hour by both clocks. */
export function hourText(instant: string): string {
  return words.waitsUntil(dayOf(instant), hereOf(instant));
}
