import type { Lang } from "../contract/terms.ts";
import { isIsoDate } from "../domain/calendar.ts";
import { LANGUAGES } from "./languages.ts";
import { publishedOn } from "./published-on.ts";

/** What was asked for, a date or an edition's id, and the first edition that there is. */
export interface AskedTooEarly {
  asked: string;
  first: { id: string; published_at: string };
}

/** The answer to a wish for an edition from before the first one. */
export function asOfBeforeFirst(lang: Lang, { asked, first }: AskedTooEarly): string {
  const words = LANGUAGES[lang];
  // An edition's id begins with its date.
  const date = asked.slice(0, 10);
  return words.beforeFirst(isIsoDate(date) ? words.date(date) : asked, first.id, publishedOn(first, words));
}
