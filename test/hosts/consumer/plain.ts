/** A publisher's TypeScript without a framework. It is compiled against the packed package, never run. */
import { DesertionStats } from "desertion-stats";
import type {
  DesertionStats as Alone,
  DesertionStatsEvents,
  ErrorDetail,
  LoadDetail,
} from "desertion-stats/element";

const found = document.querySelector("desertion-stats");
const made = document.createElement("desertion-stats");
made.asOf = "2025-06-30";
made.weeks = 26;
const value: number | null | undefined = found?.summary?.headline.value;

document.addEventListener("desertion-stats-load", ({ detail }) => {
  const sentence: string = detail.summary.text.sentence;
  const weeks: (number | null)[] = detail.summary.series.values;
  const range: { low: number; high: number } | null | undefined = detail.summary.series.expected?.[0];
  console.log(sentence, weeks, range, value);
});
made.addEventListener("desertion-stats-error", ({ detail }) => {
  const status: number | null = detail.status;
  console.log(status, detail.problem?.title);
});

const same: typeof Alone = DesertionStats;
customElements.define("another-name", class extends same {});
export type All = [DesertionStatsEvents, ErrorDetail, LoadDetail];

// @ts-expect-error a number isn't a date
made.asOf = 2025;
// @ts-expect-error no such event detail
made.addEventListener("desertion-stats-load", ({ detail }) => detail.count);
// @ts-expect-error no such value
export const evidence: "guessed" = made.summary!.edition.evidence;
