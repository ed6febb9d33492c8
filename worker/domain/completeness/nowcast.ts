import { expectedToCome } from "./cape-cod.ts";
import { weeksSinceChange } from "./changed-delay.ts";
import { DELAY_WINDOWS, LEVEL_DECAYS, MEAN_PADDING } from "./constants.ts";
import { estimateDelay } from "./delay.ts";
import { fitSize } from "./dispersion.ts";
import { type Evidence, evidence } from "./evidence.ts";
import { quantile } from "./negative-binomial.ts";
import { withoutNegatives } from "./negative-increments.ts";
import {
  deviance,
  type PastPerformance,
  pastPerformance,
  type Settings,
  seenByAge,
} from "./past-performance.ts";
import { isSilent, type ReportingTriangle } from "./triangle.ts";

/** Expected final count of a week: median, central 90 % interval (low, high), central 50 % interval. */
export type ExpectedCount = {
  readonly low: number;
  readonly lowerQuartile: number;
  readonly mid: number;
  readonly upperQuartile: number;
  readonly high: number;
};

export type WeekNowcast = {
  /** Weeks before the origin: 0 is the newest. */
  readonly age: number;
  /** Reports in the triangle so far. */
  readonly seen: number;
  /** Share of the final count that should be in, from 0 to 1. */
  readonly completeness: number;
  /** null where the evidence is too small, or the source has been silent since the week began. */
  readonly expected: ExpectedCount | null;
};

export type Nowcast = {
  readonly evidence: Evidence;
  /** What past performance has chosen; null where the evidence is too small. */
  readonly settings: Settings | null;
  /** Share that is in after 0, 1 … maxDelay weeks; null where the evidence is too small. */
  readonly delay: readonly number[] | null;
  /** By age, 0 to `maxDelay` as far as the triangle goes back. */
  readonly weeks: readonly WeekNowcast[];
};

const CANDIDATES: readonly Settings[] = DELAY_WINDOWS.flatMap((window) =>
  LEVEL_DECAYS.map((decay) => ({ window, decay })),
);

/**
 * What the newest weeks will count when all reports are in, from what is known at the end of report week
 * `origin` and nothing later. The method is baselinenowcast's: a multiplicative point estimate from a
 * chain-ladder delay distribution, and negative binomial errors whose dispersion, by age of the week, is
 * fitted on past performance. Two choices, how far back delays are learnt and how much neighbouring weeks
 * say about a week's level (a generalised Cape Cod), are made by past performance too. No random numbers.
 *
 * @see K. E. Johnson and others, baselinenowcast, https://baselinenowcast.epinowcast.org
 */
export function nowcast(triangle: ReportingTriangle, origin: number = triangle.weeks - 1): Nowcast {
  let heard = origin;
  while (heard > 0 && isSilent(triangle, heard)) heard--;
  const silence = origin - heard;
  const known = withoutNegatives(triangle, heard);
  const seen = seenByAge(known, heard);
  const judged = evidence(triangle, heard);
  const best = judged.enough ? bestPerformance(triangle, heard, judged.origins) : null;
  const delay = best && estimateDelay(known, heard, best.settings.window);
  const ranges = best && delay && expectedCounts(seen, delay, best);
  const since = delay ? weeksSinceChange(known, heard) : 0;
  // A change seldom comes on a Monday: the week before the first that is wholly of the new delay is so in part.
  const changed = since && since + 1;
  const { maxDelay } = triangle;
  const weeks = Array.from({ length: Math.min(maxDelay, origin) + 1 }, (_, age): WeekNowcast => {
    const ageThen = age - silence;
    if (ageThen < 0) return { age, seen: 0, completeness: 0, expected: null };
    // Without evidence every delay is held to be equally likely, so that nothing is called final early.
    const even = (ageThen + 1) / (maxDelay + 1);
    const learnt = delay?.[ageThen] ?? even;
    const completeness = ageThen < changed ? Math.min(learnt, even) : learnt;
    return { age, seen: seen[ageThen]!, completeness, expected: ranges?.[ageThen] ?? null };
  });
  return { evidence: judged, settings: best?.settings ?? null, delay: delay && [...delay], weeks };
}

function bestPerformance(triangle: ReportingTriangle, origin: number, origins: number): PastPerformance {
  const performances = pastPerformance(triangle, origin, origins, CANDIDATES);
  const deviances = performances.map(deviance);
  return performances[deviances.indexOf(Math.min(...deviances))]!;
}

function expectedCounts(seen: Float64Array, delay: Float64Array, past: PastPerformance): ExpectedCount[] {
  const maxDelay = delay.length - 1;
  const origins = past.cameIn.length / maxDelay;
  const toCome = expectedToCome(seen, delay, past.settings.decay);
  return Array.from({ length: Math.min(seen.length, delay.length) }, (_, age) => {
    const so = seen[age]!;
    if (age >= maxDelay) return { low: so, lowerQuartile: so, mid: so, upperQuartile: so, high: so };
    const errors = [age * origins, (age + 1) * origins] as const;
    const size = fitSize(past.cameIn.subarray(...errors), past.expected.subarray(...errors));
    const final = (probability: number) =>
      so + quantile(probability, { mean: toCome[age]! + MEAN_PADDING, size });
    return {
      low: final(0.05),
      lowerQuartile: final(0.25),
      mid: final(0.5),
      upperQuartile: final(0.75),
      high: final(0.95),
    };
  });
}
