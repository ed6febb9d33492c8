import type { Qualifier } from "../../contract/terms.ts";
import { printedRange, type Range } from "./printed-range.ts";
import type { Step } from "./spanning-forest.ts";

/** What totals along a path say of the time between its ends. */
export interface Difference {
  value: number;
  qualifier: Qualifier;
  /** The values that remain possible, given how each total was printed. */
  range: Range;
}

/** Adds the totals that are walked forwards and takes away those that are walked backwards. */
export function differenceAlong(path: readonly Step[]): Difference {
  const range = { low: 0, high: 0 };
  let value = 0;
  for (const { figure, sign } of path) {
    const { low, high } = printedRange(figure);
    value += sign * figure.value;
    range.low += sign === 1 ? low : -high;
    range.high += sign === 1 ? high : -low;
  }
  return { value, qualifier: qualifierAlong(path), range };
}

/** A lower bound stays one only while nothing but exact totals is added to it or taken from it. */
function qualifierAlong(path: readonly Step[]): Qualifier {
  const unsure = path.filter(({ figure }) => figure.qualifier !== "exact");
  if (unsure.length === 0) return "exact";
  const bounded = unsure.every(({ figure, sign }) => figure.qualifier === "at_least" && sign === 1);
  return bounded ? "at_least" : "about";
}
