import type { Side } from "../../worker/contract/compare.ts";

/**
 * The pieces of one period's bar, as SVG path data in a box whose left side is zero. A path without anything to draw is
 * the empty string.
 */
export interface Bar {
  /** A count that stands as it is, or what is counted so far of one that is still growing. */
  known: string;
  /** The same where it is a lower bound. */
  bound: string;
  /** From the end of a lower bound onwards: there may have been more. */
  open: string;
  /** Up to the middle of what is expected. */
  provisional: string;
  /** The range in which it is expected to end, with a probability of 90 %. */
  band: string;
}

type Counted = Pick<Side, "value" | "status" | "qualifier" | "expected">;

interface Box {
  width: number;
  height: number;
}

/** The element stretches it to its place. */
const STRETCHED: Box = { width: 100, height: 10 };
/** Parts of the width: what stays free beside the longest bar where one is open, and how far an open one goes on. */
const ROOM = 0.1;
const OPEN = 0.08;

/**
 * Bars of counts on one scale from zero. One of which nothing is known has none (null): it is no zero, whose bar is
 * there and has no length.
 */
export function barsOf(sides: readonly Counted[], box = STRETCHED): (Bar | null)[] {
  const known = sides.filter(isKnown);
  const ends = known.flatMap((side) => [side.value ?? 0, rangeOf(side)?.high ?? 0]);
  const room = known.some(isBound) ? box.width * (1 - ROOM) : box.width;
  const scale = room / Math.max(1, ...ends);
  return sides.map((side) => (isKnown(side) ? barOf(side, scale, box) : null));
}

function barOf(side: Counted, scale: number, { width, height }: Box): Bar {
  const x = (value: number) => round(value * scale);
  const block = (value: number) => (value > 0 ? `M0,0H${x(value)}V${height}H0Z` : "");
  const value = side.value ?? 0;
  const range = rangeOf(side);
  const middle = round(height / 2);
  return {
    known: isBound(side) ? "" : block(value),
    bound: isBound(side) ? block(value) : "",
    open: isBound(side) ? `M${x(value)},${middle}H${round(value * scale + OPEN * width)}` : "",
    provisional: range ? block(range.mid) : "",
    band: range ? `M${x(range.low)},${middle}H${x(range.high)}` : "",
  };
}

/** That there were at least none says nothing. */
function isKnown({ value, qualifier }: Counted): boolean {
  return value !== null && !(value === 0 && qualifier === "at_least");
}

function isBound({ qualifier }: Counted): boolean {
  return qualifier === "at_least";
}

function rangeOf({ status, expected }: Counted): Counted["expected"] {
  return status === "provisional" ? expected : null;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
