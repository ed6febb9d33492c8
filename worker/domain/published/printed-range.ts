import type { Figure } from "../../contract/figure.ts";

/** The values that a printed number leaves possible, both ends included. */
export interface Range {
  low: number;
  high: number;
}

/**
 * An exact figure is its value. "About 7,400" was rounded at its last digit that isn't zero, so it stands
 * for 7,350 to 7,450. "At least 100" is open upwards.
 */
export function printedRange({ value, qualifier }: Pick<Figure, "value" | "qualifier">): Range {
  if (qualifier === "exact") return { low: value, high: value };
  if (qualifier === "at_least") return { low: value, high: Number.POSITIVE_INFINITY };
  const half = lastDigit(value) / 2;
  return { low: Math.max(0, value - half), high: value + half };
}

/** Two printed numbers contradict each other only where no value fits both. */
export function contradict(a: Range, b: Range): boolean {
  return a.high < b.low || b.high < a.low;
}

/** Worth of the last digit that isn't zero: 100 in 7,400, 1 in 586 and in 0, 0.1 in 38.5. */
function lastDigit(value: number): number {
  const decimals = String(value).split(".")[1]?.length ?? 0;
  if (decimals > 0) return 10 ** -decimals;
  let worth = 1;
  while (value > 0 && value % (worth * 10) === 0) worth *= 10;
  return worth;
}
