import { percentBetween } from "./percent.ts";

/** What can be told of one count against another, without more precision than a reader hears. */
export type Ratio =
  | { kind: "same"; exact: boolean }
  /** So many times as many: `nearly` and `over` for what lies between two whole numbers. */
  | { kind: "times"; times: number; nearness: Nearness }
  /** A half, a third, a quarter. */
  | { kind: "part"; of: Parts; nearness: "exact" | "about" }
  /** So many per cent more, or with a minus fewer. */
  | { kind: "percent"; percent: number; about: boolean };

export type Nearness = "exact" | "about" | "nearly" | "over";

/** Within this share of a word's own ratio the word is true enough to say "about". */
const ABOUT = 0.05;
/** Below a whole number by no more than this share, it is "nearly" that many times. */
const NEARLY = 0.1;
/** Parts that every reader knows by their names; anything else is given in per cent. */
const PARTS = [2, 3, 4] as const;
type Parts = (typeof PARTS)[number];

/**
 * How a count compares with an earlier one; both are positive. Null where only a percentage could tell it, and the counts
 * are too small for one.
 * @param exact whether both are exact: otherwise no more than "about" can be told
 */
export function ratioOf(value: number, against: number, exact = true): Ratio | null {
  if (isAbout(value, against)) return { kind: "same", exact: exact && value === against };
  return value > against ? timesOf(value, against, exact) : partOf(value, against, exact);
}

function timesOf(value: number, against: number, exact: boolean): Ratio | null {
  const ratio = value / against;
  const [nearest, below] = [Math.round(ratio), Math.floor(ratio)];
  const times = (times: number, nearness: Nearness): Ratio => ({ kind: "times", times, nearness });
  if (nearest > 1 && isAbout(value, against * nearest))
    return times(nearest, exactly(exact && ratio === nearest));
  if (ratio >= (below + 1) * (1 - NEARLY)) return times(below + 1, "nearly");
  return below > 1 ? times(below, "over") : percentage(value, against, exact);
}

function partOf(value: number, against: number, exact: boolean): Ratio | null {
  const of = PARTS.find((parts) => isAbout(value * parts, against));
  if (of) return { kind: "part", of, nearness: exactly(exact && value * of === against) };
  return percentage(value, against, exact);
}

function percentage(value: number, against: number, exact: boolean): Ratio | null {
  const percent = percentBetween(value, against);
  // Whatever is left of something is never 100 per cent fewer.
  return percent === null ? null : { kind: "percent", percent: Math.max(percent, -99), about: !exact };
}

function exactly(exact: boolean): "exact" | "about" {
  return exact ? "exact" : "about";
}

function isAbout(value: number, whole: number): boolean {
  return Math.abs(value - whole) <= whole * ABOUT;
}
