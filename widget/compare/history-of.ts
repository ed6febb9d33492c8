import type { CompareBody } from "../../worker/contract/compare.ts";

/** What a comparison can be asked and a history can't. */
const NOT_OF_A_HISTORY = ["period", "with", "theme"];

/**
 * The page of the counts behind a comparison, year by year. Its own type and evidence are named, so that the page counts
 * what the bars count, whatever the service would choose for it.
 *
 * @param from address of the comparison
 */
export function historyOf(from: string, { type, edition, text }: CompareBody): string {
  const [path = "", asked = ""] = from.replace(/\/v1\/compare\b/, "/history").split("?");
  const query = new URLSearchParams(asked);
  for (const name of NOT_OF_A_HISTORY) query.delete(name);
  if (!query.has("article")) {
    if (type.offence) query.set("offence", type.offence);
    else query.set("article", type.articles.join(","));
  }
  query.set("evidence", edition.evidence);
  query.set("granularity", "year");
  query.set("lang", text.lang);
  return `${path}?${query}`;
}
