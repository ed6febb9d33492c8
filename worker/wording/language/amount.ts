import { SMALL_CELL_BELOW } from "../../config.ts";
import type { Headline } from "../../contract/summary.ts";
import type { Qualifier } from "../../contract/terms.ts";

/** How sure a number is told to be; `less_than` is for a rate that was rounded to nothing, and for small counts. */
export type Sureness = Qualifier | "less_than";

/** A number as it can be said. */
export interface Amount {
  value: number;
  sureness: Sureness;
}

const FEWER_THAN_ONE: Amount = { value: 1, sureness: "less_than" };
/** A count that is suppressed because it could point at somebody: all that is told of it. */
export const FEW: Amount = { value: SMALL_CELL_BELOW, sureness: "less_than" };
const AT_LEAST_ONE: Amount = { value: 1, sureness: "at_least" };

/** What is told of a suppressed count, which is never a zero: of a lower bound it can't be said how many it is fewer than. */
export function suppressedAmount(qualifier: Qualifier): Amount {
  return qualifier === "at_least" ? AT_LEAST_ONE : FEW;
}

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
  { value, suppressed, shown, expected, qualifier, figure }: Headline,
  rate: boolean,
): Amount | null {
  if (suppressed) return suppressedAmount(qualifier);
  if (shown === "expected" && expected) return { value: expected.mid, sureness: "about" };
  if (value === null) return null;
  // A printed zero was not rounded: it is nothing, and not about nothing.
  if (value === 0 && figure?.value === 0) return { value, sureness: "exact" };
  return amountOf(value, qualifier, rate);
}
