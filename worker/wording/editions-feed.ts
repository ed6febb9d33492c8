import type { Lang } from "../contract/terms.ts";
import { en } from "./en/feed.ts";
import type { FeedText } from "./language/feed-text.ts";
import { LANGUAGES } from "./languages.ts";
import { ru } from "./ru/feed.ts";
import { uk } from "./uk/feed.ts";

const FEEDS: Readonly<Record<Lang, FeedText>> = { en, ru, uk };

/** What the feed of editions is called, and what it says of itself and of each kind. */
export function editionsFeed(lang: Lang, sample: boolean): FeedText {
  const text = FEEDS[lang];
  return { ...text, subtitle: sample ? `${LANGUAGES[lang].status.sample} ${text.subtitle}` : text.subtitle };
}
