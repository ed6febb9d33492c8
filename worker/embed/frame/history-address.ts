import type { EmbedQuery } from "../../contract/embed.ts";
import type { Summary } from "../../contract/summary.ts";

/** Filters that a history takes as they are. */
const KEPT = ["measure", "service", "sentence", "court", "region", "as-of"] as const;

/**
 * The history behind a summary, as a page. The summary's own articles and evidence are named, so that it counts what
 * the headline counts, whatever the service would choose for a series.
 */
export function historyAddress(origin: string, query: EmbedQuery, { type, edition, text }: Summary): string {
  const search = new URLSearchParams();
  for (const name of KEPT) {
    const value = query[name];
    if (value !== undefined && value !== "convictions") search.set(name, value);
  }
  if (query.article) search.set("article", query.article);
  else if (type.offence) search.set("offence", type.offence);
  else search.set("article", type.articles.join(","));
  search.set("evidence", edition.evidence);
  search.set("lang", text.lang);
  return `${origin}/history?${search}`;
}
