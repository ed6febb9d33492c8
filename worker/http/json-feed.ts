import type { JsonFeed } from "../contract/feed.ts";
import type { Feed } from "./atom.ts";

export const JSON_FEED = "application/feed+json; charset=utf-8";

/** The same feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function toJsonFeed(feed: Feed): JsonFeed {
  const { lang, title, subtitle, author, self, entries } = feed;
  return {
    version: "https://jsonfeed.org/version/1.1",
    title,
    description: subtitle,
    language: lang,
    home_page_url: new URL("/", self).href,
    feed_url: self,
    authors: [{ name: author }],
    items: entries.map(({ id, title, updated, link, lines }) => ({
      id,
      url: link.href,
      title,
      content_text: lines.join("\n"),
      date_published: updated,
    })),
  };
}
