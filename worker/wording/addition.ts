import type { EditionAddition } from "../contract/editions.ts";
import type { Lang } from "../contract/terms.ts";
import { moscowDate } from "../domain/calendar.ts";
import { FEEDS } from "./feeds.ts";
import { LANGUAGES } from "./languages.ts";

/** By whom, in role, and when something was said of an edition later: "Added by the data desk on 3 July 2025". */
export function additionHead({ added_at, by }: Omit<EditionAddition, "text">, lang: Lang): string {
  return FEEDS[lang].addedBy[by](LANGUAGES[lang].date(moscowDate(Date.parse(added_at))));
}

/** What heads the entry of an addition in a feed: "2025-06-30.1: a later note". */
export function additionTitle(edition: string, lang: Lang): string {
  return `${edition}: ${FEEDS[lang].added}`;
}
