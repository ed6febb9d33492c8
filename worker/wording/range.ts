import type { Expected } from "../contract/summary.ts";
import { RANGE_DASH } from "./language/formats.ts";
import type { Language } from "./language/language.ts";

/** The ends of an expected range: "125–172"; one number where they meet. */
export function rangeText({ low, high }: Expected, { formats }: Language): string {
  const [from, to] = [formats.number(low), formats.number(high)];
  return from === to ? from : from + RANGE_DASH + to;
}
