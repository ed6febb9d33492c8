import { SummaryQuery } from "../contract/query.ts";
import type { Lang } from "../contract/terms.ts";
import { NO_ADDITIONS } from "../domain/additions.ts";
import type { Edition } from "../domain/edition.ts";
import { NO_THEMES } from "../store/themes/published.ts";
import { summarise } from "./summarise.ts";

/** What the embed that names nothing tells of an edition: its sentence, its number in words, and how old it is. */
export function toldOf(
  edition: Edition,
  lang: Lang,
  today: string,
): { sentence: string; inline: string; periodEnd: string | null } {
  const lists = { editions: [], corrections: [], additions: NO_ADDITIONS };
  const beside = { ...lists, courts: null, current: null, stale: false, origin: "" };
  const scene = { ...beside, edition, themes: NO_THEMES, today, version: async () => null };
  const { headline, text } = summarise(SummaryQuery.parse({ lang }), scene);
  return { sentence: text.sentence, inline: text.inline, periodEnd: headline.period?.end ?? null };
}
