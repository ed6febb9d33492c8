import type { Granularity } from "../../worker/contract/period.ts";
import type { Summary } from "../../worker/contract/summary.ts";
import type { Part } from "./choices.ts";

/** What a reader has chosen to see; `by` is empty for counts that aren't parted. */
export interface Choice {
  granularity: Granularity;
  by: Part | "";
}

/** What a summary can be asked and a series can't. */
const NOT_OF_A_SERIES = ["weeks", "theme", "span", "since"];

/**
 * The address of the series behind a summary. The summary's own type and evidence are named, so that the history
 * counts what the headline counts, whatever the service would choose for a series.
 *
 * @param from address of the summary
 */
export function seriesUrl(
  from: string,
  { type, edition, text }: Summary,
  { granularity, by }: Choice,
): string {
  const url = new URL(from.replace("/v1/summary", "/v1/series"));
  const { searchParams: query } = url;
  for (const name of NOT_OF_A_SERIES) query.delete(name);
  query.set("lang", text.lang);
  query.set("evidence", edition.evidence);
  if (!query.has("article")) {
    if (type.offence) query.set("offence", type.offence);
    else query.set("article", type.articles.join(","));
  }
  query.set("granularity", granularity);
  if (by) query.set("by", by);
  return url.href;
}

/** The same numbers as a file, for good: as of the edition that they were answered from. */
export function csvUrl(series: string, edition: string): string {
  return asOf(series.replace("/v1/series", "/v1/series.csv"), edition);
}

/** A page with the same counter, frozen at an edition. */
export function frozenUrl(from: string, edition: string): string {
  return asOf(from.replace("/v1/summary", "/embed"), edition);
}

function asOf(address: string, edition: string): string {
  const url = new URL(address);
  url.searchParams.set("as-of", edition);
  return url.href;
}
