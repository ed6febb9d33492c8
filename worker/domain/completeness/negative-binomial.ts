import { incompleteBeta, logGamma } from "./special-functions.ts";

/** A negative binomial count by mean μ and size φ: variance μ + μ² / φ. A large size is nearly Poisson. */
export type NegativeBinomial = { readonly mean: number; readonly size: number };

/** Natural logarithm of the probability of exactly `count`; the mean must be above 0. */
export function logProbability(count: number, { mean, size }: NegativeBinomial): number {
  return (
    logGamma(count + size) -
    logGamma(size) -
    logGamma(count + 1) -
    size * Math.log1p(mean / size) -
    count * Math.log1p(size / mean)
  );
}

/** Probability of at most `count`. */
export function cumulativeProbability(count: number, { mean, size }: NegativeBinomial): number {
  if (count < 0) return 0;
  return mean === 0 ? 1 : incompleteBeta(size / (size + mean), size, count + 1);
}

/** The least count that is not exceeded with at least this probability. */
export function quantile(probability: number, distribution: NegativeBinomial): number {
  let high = 0;
  while (cumulativeProbability(high, distribution) < probability) high = 2 * high + 1;
  let low = Math.floor((high - 1) / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (cumulativeProbability(middle, distribution) < probability) low = middle;
    else high = middle;
  }
  return high;
}
