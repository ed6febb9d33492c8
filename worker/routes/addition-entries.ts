import type { ToldEdition } from "../contract/editions.ts";
import type { Lang } from "../contract/terms.ts";
import type { FeedEntry } from "../http/atom.ts";
import { additionHead, additionTitle } from "../wording/index.ts";

/**
 * Entries of a feed for what was said of an edition later. Each is one of its own: feed readers show nobody again what
 * was read, so that one which joined its edition's entry would be missed.
 */
export function additionEntries(
  { id, additions = [] }: Pick<ToldEdition, "id" | "additions">,
  lang: Lang,
  origin: string,
): FeedEntry[] {
  const address = `${origin}/v1/editions/${id}/additions`;
  return additions.map((addition, index) => ({
    id: `${address}#${index + 1}`,
    title: additionTitle(id, lang),
    updated: addition.added_at,
    link: { href: address, type: "application/json" },
    lines: [`${additionHead(addition, lang)}: ${addition.text}`],
  }));
}

/** The last that was said comes first. */
export function newestFirst(entries: readonly FeedEntry[]): FeedEntry[] {
  return entries.toSorted((a, b) => Date.parse(b.updated) - Date.parse(a.updated));
}
