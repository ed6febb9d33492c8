import type { Lang } from "../contract/terms.ts";
import { FEEDS } from "./feeds.ts";
import type { FeedText } from "./language/feed-text.ts";
import { LANGUAGES } from "./languages.ts";

/** What the feed of editions is called, and what it says of itself and of each kind. */
export function editionsFeed(lang: Lang, sample: boolean): FeedText {
  const text = FEEDS[lang];
  return { ...text, subtitle: sample ? `${LANGUAGES[lang].status.sample} ${text.subtitle}` : text.subtitle };
}
