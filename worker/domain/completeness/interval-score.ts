/** A central prediction interval: `level` 0.9 leaves 5 % on either side. Both ends belong to it. */
export type CentralInterval = { readonly level: number; readonly low: number; readonly high: number };

export function covers({ low, high }: CentralInterval, observed: number): boolean {
  return low <= observed && observed <= high;
}

/** Width, plus 2 / α for each unit by which the observation lies outside; α is 1 − level. */
export function intervalScore({ level, low, high }: CentralInterval, observed: number): number {
  const penalty = 2 / (1 - level);
  return high - low + penalty * (Math.max(0, low - observed) + Math.max(0, observed - high));
}

/**
 * Weighted interval score, in the unit of the counts; smaller is better. The median weighs ½, the interval
 * with α weighs α / 2, and the sum is divided by K + ½ for K intervals. For a single point that stands for
 * median and intervals alike it is the absolute error.
 *
 * @see J. Bracher, E. L. Ray, T. Gneiting and N. G. Reich, Evaluating epidemic forecasts in an interval
 *   format, PLOS Computational Biology 17 (2021), https://doi.org/10.1371/journal.pcbi.1008618
 */
export function weightedIntervalScore(
  median: number,
  intervals: readonly CentralInterval[],
  observed: number,
): number {
  let sum = Math.abs(observed - median) / 2;
  for (const interval of intervals) sum += ((1 - interval.level) / 2) * intervalScore(interval, observed);
  return sum / (intervals.length + 0.5);
}
