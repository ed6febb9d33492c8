import type { Lang } from "../contract/terms.ts";
import { LANGUAGES } from "./languages.ts";

/** What the feed of corrections is called, and what it says of itself. */
export function correctionsFeed(lang: Lang, sample: boolean): { title: string; subtitle: string } {
  const { correctionsFeed, status } = LANGUAGES[lang];
  const { title, subtitle } = correctionsFeed;
  return { title, subtitle: sample ? `${status.sample} ${subtitle}` : subtitle };
}

/** What heads an edition's entry: its first line, and how many more there are. */
export function feedTitle(edition: string, first: string, more: number, lang: Lang): string {
  const { correctionsFeed, formats } = LANGUAGES[lang];
  return `${edition}: ${first}${more > 0 ? ` ${correctionsFeed.more(formats.number(more))}` : ""}`;
}
