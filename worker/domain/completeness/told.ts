import { TOLD_COMPLETENESS } from "../../config.ts";
import { FINAL_COMPLETENESS } from "./constants.ts";
import type { WeekNowcast } from "./nowcast.ts";
import { type ReportingTriangle, seenBy } from "./triangle.ts";

/** How far numbers moved that were told from some completeness on, until they were final. */
export interface ToldMoves {
  readonly completeness: number;
  /** Origins at which such a number stood in big type. */
  readonly told: number;
  /** |final − told| ÷ final: half of them moved by no more, and nine in ten. */
  readonly medianMove: number;
  readonly p90Move: number;
  /** The lowest told number as a share of its final one: below 1, it was told too low. */
  readonly lowest: number;
}

/** What was known at an origin. */
export interface KnownThen {
  readonly origin: number;
  readonly weeks: readonly WeekNowcast[];
}

/** What is promised of told numbers: half of them move by no more than the one, nine in ten by no more than the other. */
export const TOLD_PROMISE = { medianMove: 0.05, p90Move: 0.15 } as const;

/** From 30 % in steps of five up to the last below final. */
export const TOLD_STEPS: readonly number[] = Array.from({ length: 13 }, (_, step) => (30 + 5 * step) / 100);

/** Whether a week that is over may stand in big type: final, or the middle of its range that is near enough to it. */
export function isTold(completeness: number, expected: object | null): boolean {
  return completeness >= FINAL_COMPLETENESS || (completeness >= TOLD_COMPLETENESS && expected !== null);
}

/** The back-test of what stands in big type, for each threshold; one at which nothing was told has no row. */
export function toldMoves(triangle: ReportingTriangle, origins: readonly KnownThen[]): ToldMoves[] {
  return TOLD_STEPS.flatMap((completeness) => {
    const ratios = toldRatios(triangle, origins, completeness);
    return ratios.length > 0 ? [{ completeness, ...movesOf(ratios) }] : [];
  });
}

/**
 * What was told at each origin as a share of what it became, of the newest week that was at least so complete. Not
 * of all weeks of such a completeness, most of which nobody was shown any more, but of the one that readers saw
 * then; each origin counts once, as each publication does, also where it tells the same week as the one before.
 * Where that week was final already, its count was told and no estimate, so the origin takes no part.
 *
 * The week of the origin takes part, since it ends with its report week. The final count is all that is in within
 * the maximum delay, as the range promises it, and not the count on the day on which the week was first called
 * final, which may lack another twentieth. A final count of 0 is taken as 1.
 *
 * @param triangle in which the final counts are known
 */
export function toldRatios(
  triangle: ReportingTriangle,
  origins: readonly KnownThen[],
  threshold: number,
): number[] {
  return origins.flatMap(({ origin, weeks }) => {
    const week = newestFrom(threshold, weeks);
    if (!week?.expected || week.completeness >= FINAL_COMPLETENESS) return [];
    const final = Math.max(1, seenBy(triangle, origin - week.age, triangle.weeks - 1));
    return [week.expected.mid / final];
  });
}

/** Moves of told numbers that are given as shares of their final ones. */
export function movesOf(ratios: readonly number[]): Omit<ToldMoves, "completeness"> {
  const moves = ratios.map((ratio) => Math.abs(1 - ratio)).sort((a, b) => a - b);
  return {
    told: ratios.length,
    medianMove: leastOf(moves, 0.5),
    p90Move: leastOf(moves, 0.9),
    lowest: Math.min(...ratios),
  };
}

function newestFrom(threshold: number, weeks: readonly WeekNowcast[]): WeekNowcast | undefined {
  return weeks.find(
    ({ completeness, expected }) =>
      completeness >= FINAL_COMPLETENESS || (completeness >= threshold && expected !== null),
  );
}

/** The least of the sorted values that so many don't exceed. */
function leastOf(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(share * sorted.length) - 1]!;
}
