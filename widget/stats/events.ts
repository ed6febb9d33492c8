import type { Summary } from "../../worker/contract/summary.ts";
import type { Failure } from "./request.ts";

/** A number came and is shown. */
export interface LoadDetail {
  url: string;
  summary: Summary;
}

/** No number came. What was shown before stays, if it answers the same question; else the content of the tag. */
export interface ErrorDetail extends Failure {
  url: string;
}

/** The service can't reach its storage: the number shown is the last good one, and its status says so. */
export type StaleDetail = LoadDetail;

/** A week that the number's series shows was corrected lately: `summary.correction` says how. */
export type CorrectionDetail = LoadDetail;

export interface DesertionStatsEvents {
  "desertion-stats-load": CustomEvent<LoadDetail>;
  "desertion-stats-error": CustomEvent<ErrorDetail>;
  "desertion-stats-stale": CustomEvent<StaleDetail>;
  "desertion-stats-correction": CustomEvent<CorrectionDetail>;
}

declare global {
  interface HTMLElementEventMap extends DesertionStatsEvents {}
  interface DocumentEventMap extends DesertionStatsEvents {}
}

/** Tells the page by an event that leaves shadow roots and bubbles. */
export function tell<Name extends keyof DesertionStatsEvents>(
  element: Element,
  name: Name,
  detail: DesertionStatsEvents[Name]["detail"],
): void {
  element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
