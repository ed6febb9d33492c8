import type { Period } from "../contract/common.ts";
import type { Headline, Series } from "../contract/summary.ts";
import type { Span } from "../contract/terms.ts";
import { dayNumber } from "./calendar.ts";

/** The time that a span's number is counted by; null: all of its period. */
export const PER: Readonly<Record<Span, Headline["per"]>> = {
  week: "week",
  "this-week": "week",
  month: "month",
  year: null,
  total: null,
};

/** Days from a period's end to a day in Moscow; 0 for one that isn't over. */
export function ageOf({ end }: Period, today: string): number {
  return Math.max(0, dayNumber(today) - dayNumber(end));
}

/** A headline of what nothing is known of. */
export const NOTHING_KNOWN: Headline = {
  value: null,
  shown: "counted",
  qualifier: "exact",
  per: "week",
  period: null,
  status: "final",
  completeness: 0,
  expected: null,
  so_far: null,
  age_days: null,
  change: null,
  figure: null,
};

/** And its series. */
export const NOTHING_DRAWN: Series = {
  granularity: "week",
  start: null,
  values: [],
  qualifiers: [],
  provisional_from: null,
  expected: null,
};

/** The number that stands in large type; null where nothing is known. */
export function shownOf({
  shown,
  value,
  expected,
}: Pick<Headline, "shown" | "value" | "expected">): number | null {
  return shown === "expected" && expected ? expected.mid : value;
}

/** Whether the number in large type is an estimate of what will be counted, and not a count. */
export function isEstimate({ shown, expected }: Pick<Headline, "shown" | "expected">): boolean {
  return shown === "expected" && expected !== null;
}
