import type { CompareBody } from "../../contract/compare.ts";
import type { EmbedQuery } from "../../contract/embed.ts";
import type { Summary } from "../../contract/summary.ts";

/** Filters that a history takes as they are. */
const KEPT = ["measure", "service", "sentence", "court", "region", "as-of"] as const;

/**
 * The history behind a summary, as a page. The summary's own articles and evidence are named, so that it counts what
 * the headline counts, whatever the service would choose for a series.
 */
export function historyAddress(origin: string, query: EmbedQuery, answer: Summary): string {
  return `${origin}/history?${searchOf(query, answer)}`;
}

/** The counts behind a comparison, year by year. */
export function comparisonHistory(origin: string, query: EmbedQuery, answer: CompareBody): string {
  const search = searchOf(query, answer);
  search.set("granularity", "year");
  return `${origin}/history?${search}`;
}

function searchOf(query: EmbedQuery, { type, edition, text }: Summary | CompareBody): URLSearchParams {
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
  return search;
}
