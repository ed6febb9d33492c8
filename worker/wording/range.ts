import type { Expected } from "../contract/summary.ts";
import { type Formats, RANGE_DASH } from "./language/formats.ts";

/** The ends of an expected range: "125–172"; one number where they meet. */
export function rangeText({ low, high }: Expected, formats: Formats): string {
  const [from, to] = [formats.number(low), formats.number(high)];
  return from === to ? from : from + RANGE_DASH + to;
}
