import type { ComparedSide, Side } from "../contract/compare.ts";

/**
 * Whether anything follows from a count beside another one: it is known and given, it is no lower bound, and no record
 * of it is still to come. What is late, or covered in part, must not look like a fall.
 */
export function canBeCompared({ value, status, qualifier, coverage }: Side): boolean {
  return value !== null && status === "final" && qualifier !== "at_least" && coverage === 1;
}

/**
 * What one count is against another.
 * @param alike whether both were counted in the same way
 */
export function comparedWith(period: Side, side: Side, alike: boolean): ComparedSide {
  if (!alike || !canBeCompared(period) || !canBeCompared(side)) {
    return { ...side, difference: null, ratio: null };
  }
  return { ...side, ...comparedValues(period.value!, side.value!) };
}

/** The difference of two counts, and their ratio to two decimals; null to a count of nothing. */
export function comparedValues(value: number, against: number): { difference: number; ratio: number | null } {
  return {
    difference: value - against,
    ratio: against === 0 ? null : Math.round((value / against) * 100) / 100,
  };
}
