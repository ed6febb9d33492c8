import {
  type Observation,
  type ReportingTriangle,
  reportingTriangle,
} from "../../../../../worker/domain/completeness/triangle.ts";

export const MAX_DELAY = 26;

/** Numbers from 0 to 1, the same for the same seed (Mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A Poisson count by Knuth's products; a large mean is the sum of two halves. */
export function poisson(mean: number, uniform: () => number): number {
  if (mean > 20) return poisson(mean / 2, uniform) + poisson(mean / 2, uniform);
  let count = 0;
  for (let product = uniform(); product > Math.exp(-mean); product *= uniform()) count++;
  return count;
}

function normal(uniform: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Share of a week's reports at each delay. */
export type Pattern = (week: number) => readonly number[];

const shares = (weight: (delay: number) => number) => {
  const weights = Array.from({ length: MAX_DELAY + 1 }, (_, delay) => weight(delay));
  const sum = weights.reduce((a, b) => a + b);
  return weights.map((value) => value / sum);
};
/** 70 % in the week itself. */
const FAST = shares((delay) => 0.3 ** delay);
/** 6 % in the week itself, six weeks late on average. */
const SLOW = shares((delay) => (delay + 1) * 0.75 ** delay);
export const CHANGE = 100;

export const PATTERNS = {
  fast: () => FAST,
  slow: () => SLOW,
  "changing midway": (week) => (week < CHANGE ? FAST : SLOW),
} as const satisfies Record<string, Pattern>;

export interface Series {
  readonly observations: readonly Observation[];
  /** What each week counts when all its reports are in. */
  readonly final: readonly number[];
}

/** Weekly reports around a level that moves with the season, by a factor of five, and from week to week. */
export function series(seed: number, weeks: number, level: number, pattern: Pattern): Series {
  const uniform = random(seed);
  const phase = uniform() * 52;
  const observations: Observation[] = [];
  const final = Array.from({ length: weeks }, (_, week) => {
    const season = 0.8 * Math.sin((2 * Math.PI * (week + phase)) / 52);
    const mean = level * Math.exp(season + 0.15 * normal(uniform));
    let sum = 0;
    for (const [delay, share] of pattern(week).entries()) {
      const count = poisson(mean * share, uniform);
      if (count > 0) observations.push({ week, delay, count });
      sum += count;
    }
    return sum;
  });
  return { observations, final };
}

/** The triangle with what was reported up to the end of week `origin`. */
export function knownAt(
  { observations }: Pick<Series, "observations">,
  origin: number,
  silent: Iterable<number> = [],
): ReportingTriangle {
  const known = observations.filter(({ week, delay }) => week + delay <= origin);
  return reportingTriangle(known, { weeks: origin + 1, maxDelay: MAX_DELAY, silent });
}
