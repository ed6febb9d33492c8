import type { Headline } from "../../contract/summary.ts";
import type { Qualifier } from "../../contract/terms.ts";

/** How sure a number is told to be; `less_than` is for a rate that was rounded to nothing. */
export type Sureness = Qualifier | "less_than";

/** A number as it can be said. */
export interface Amount {
  value: number;
  sureness: Sureness;
}

const FEWER_THAN_ONE: Amount = { value: 1, sureness: "less_than" };
/**
 * A rate of nothing may have been something before it was rounded: it is said as fewer than one, which is true of
 * nothing as well. A lower bound stays one, because how much more there was isn't known.
 */
export function amountOf(value: number, qualifier: Qualifier, rate: boolean): Amount {
  const rounded = rate && value === 0 && qualifier !== "at_least";
  return rounded ? FEWER_THAN_ONE : { value, sureness: qualifier };
}

/** The headline's number as it can be said; null where nothing is known. */
export function headlineAmount(
  { value, shown, expected, qualifier, figure }: Headline,
  rate: boolean,
): Amount | null {
  if (shown === "expected" && expected) return { value: expected.mid, sureness: "about" };
  // That there were at least none says nothing.
  if (value === null || (value === 0 && qualifier === "at_least")) return null;
  // A printed zero was not rounded: it is nothing, and not about nothing.
  if (value === 0 && figure?.value === 0) return { value, sureness: "exact" };
  return amountOf(value, qualifier, rate);
}
