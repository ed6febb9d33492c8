import {
  DELAY_WINDOWS,
  FINAL_COMPLETENESS,
  MIN_FINAL_WEEKS,
  MIN_REPORTS,
  MIN_RETROSPECTIVE_ORIGINS,
  RETROSPECTIVE_ORIGINS,
} from "./constants.ts";
import { estimateDelay } from "./delay.ts";
import { withoutNegatives } from "./negative-increments.ts";
import { type ReportingTriangle, seenBy } from "./triangle.ts";

/** Whether a range can be stated, and from how many earlier origins its width can be learnt. */
export type Evidence =
  | { readonly enough: true; readonly origins: number }
  | { readonly enough: false; readonly lacks: "weeks" | "reports" };

const LONGEST_WINDOW = Math.max(...DELAY_WINDOWS);

/**
 * Judges what is known at `origin`. The first of the earlier origins must itself have seen some final
 * weeks, by the time that it takes a week to become final as far as the triangle shows. A history too
 * short for its delays shows too few final weeks, so it refuses itself.
 */
export function evidence(triangle: ReportingTriangle, origin: number): Evidence {
  const known = withoutNegatives(triangle, origin);
  let reports = 0;
  for (let week = Math.max(0, origin - LONGEST_WINDOW + 1); week <= origin; week++) {
    reports += seenBy(known, week, origin);
  }
  if (reports < MIN_REPORTS) return { enough: false, lacks: "reports" };
  const shares = estimateDelay(known, origin, LONGEST_WINDOW);
  const finalAge = shares.findIndex((share) => share >= FINAL_COMPLETENESS);
  const origins = Math.min(RETROSPECTIVE_ORIGINS, origin + 1 - finalAge - MIN_FINAL_WEEKS);
  return origins < MIN_RETROSPECTIVE_ORIGINS ? { enough: false, lacks: "weeks" } : { enough: true, origins };
}
