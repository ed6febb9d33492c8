import { evidence } from "./evidence.ts";
import { type CentralInterval, covers, weightedIntervalScore } from "./interval-score.ts";
import { type ExpectedCount, nowcast } from "./nowcast.ts";
import { type ToldMoves, toldMoves } from "./told.ts";
import { isSilent, type ReportingTriangle, seenBy } from "./triangle.ts";

/** Means over the weeks that were scored: coverage of the central intervals, and the two scores. */
export type Scores = {
  readonly coverage50: number;
  readonly coverage90: number;
  /** Weighted interval score of the nowcast. */
  readonly wis: number;
  /** The same score of the uncorrected count taken as the final one: its absolute error. */
  readonly wisUncorrected: number;
};

export type Backtest = Scores & {
  readonly origins: number;
  readonly byHorizon: readonly (Scores & { readonly horizon: number })[];
  readonly told: readonly ToldMoves[];
};

/**
 * Origins that can be scored: at which a range would have been stated, that have weeks of every age up to
 * `horizons` behind them, and whose newest week has since reached the longest delay in the triangle, so
 * that its final count is known.
 */
export function usableOrigins(triangle: ReportingTriangle, horizons: number): number[] {
  const last = triangle.weeks - 1 - longestDelay(triangle);
  const origins: number[] = [];
  for (let origin = horizons; origin <= last; origin++) {
    if (!isSilent(triangle, origin) && evidence(triangle, origin).enough) origins.push(origin);
  }
  return origins;
}

/** At most `count` of them, first and last included, evenly apart, so that no season counts twice. */
export function spread(origins: readonly number[], count: number): number[] {
  if (origins.length <= count) return [...origins];
  if (count === 1) return [origins.at(-1)!];
  const step = (origins.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, i) => origins[Math.round(i * step)]!);
}

/**
 * Rolling-origin evaluation: at each origin the nowcast sees what was reported up to then, and is scored
 * against the count within the maximum delay that the whole triangle shows. A horizon is the age of a week
 * at the origin; 0 is the newest. All means are NaN without origins.
 */
export function backtest(
  triangle: ReportingTriangle,
  horizons: number,
  origins: readonly number[],
): Backtest {
  const scored = Array.from({ length: horizons + 1 }, (): Scores[] => []);
  const known = origins.map((origin) => ({ origin, weeks: nowcast(triangle, origin).weeks }));
  for (const { origin, weeks } of known) {
    for (const [horizon, scores] of scored.entries()) {
      const { seen, expected } = weeks[horizon] ?? { seen: 0, expected: null };
      const final = seenBy(triangle, origin - horizon, triangle.weeks - 1);
      if (expected) scores.push(score(expected, seen, final));
    }
  }
  return {
    origins: origins.length,
    ...mean(scored.flat()),
    byHorizon: scored.map((scores, horizon) => ({ horizon, ...mean(scores) })),
    told: toldMoves(triangle, known),
  };
}

function score(expected: ExpectedCount, seen: number, final: number): Scores {
  const half: CentralInterval = { level: 0.5, low: expected.lowerQuartile, high: expected.upperQuartile };
  const stated: CentralInterval = { level: 0.9, low: expected.low, high: expected.high };
  return {
    coverage50: Number(covers(half, final)),
    coverage90: Number(covers(stated, final)),
    wis: weightedIntervalScore(expected.mid, [half, stated], final),
    wisUncorrected: Math.abs(final - seen),
  };
}

function mean(scores: readonly Scores[]): Scores {
  const of = (pick: (scores: Scores) => number) =>
    scores.reduce((sum, s) => sum + pick(s), 0) / scores.length;
  return {
    coverage50: of((s) => s.coverage50),
    coverage90: of((s) => s.coverage90),
    wis: of((s) => s.wis),
    wisUncorrected: of((s) => s.wisUncorrected),
  };
}

/** The latest delay at which a week first showed its final count. */
function longestDelay(triangle: ReportingTriangle): number {
  const { weeks, maxDelay, cumulative } = triangle;
  let longest = 0;
  for (let week = 0; week < weeks; week++) {
    const row = cumulative.subarray(week * (maxDelay + 1), (week + 1) * (maxDelay + 1));
    longest = Math.max(longest, row.indexOf(seenBy(triangle, week, weeks - 1)));
  }
  return longest;
}
