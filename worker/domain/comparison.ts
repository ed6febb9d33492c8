import type { ComparedSide, Side } from "../contract/compare.ts";

/** What one count is against another: nothing can be said unless both are known in the same way. */
export function comparedWith(period: Side, side: Side, comparable: boolean): ComparedSide {
  if (!comparable || period.value === null || side.value === null) {
    return { ...side, difference: null, ratio: null };
  }
  return {
    ...side,
    difference: period.value - side.value,
    ratio: side.value === 0 ? null : toTwoDecimals(period.value / side.value),
  };
}

function toTwoDecimals(value: number): number {
  return Math.round(value * 100) / 100;
}
