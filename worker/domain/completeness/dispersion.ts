import { ERROR_WEIGHT, MEAN_PADDING } from "./constants.ts";
import { logProbability } from "./negative-binomial.ts";

/** Sizes that are weighed, in even steps of their logarithm between the bounds of baselinenowcast's fit. */
const SIZES = Array.from({ length: 25 }, (_, step) => 0.1 * 10 ** (step / 6));

/**
 * Size of the negative binomial that past errors show: of the variance μ + μ² / size, 1 / size is averaged
 * over its likelihood. The most likely size alone, which baselinenowcast takes, is on average too large
 * with few errors, because a sample of few rarely holds its extremes; averaging also counts the sizes that
 * are nearly as likely. Without any error, all sizes are equally likely.
 *
 * Pairs in which either is NaN are left out. What came in is a whole number ≥ 0.
 *
 * @see baselinenowcast `estimate_uncertainty()`, `fit_nb()`, https://baselinenowcast.epinowcast.org
 */
export function fitSize(cameIn: Float64Array, expected: Float64Array): number {
  const logLikelihoods = SIZES.map((size) => {
    let sum = 0;
    for (let i = 0; i < cameIn.length; i++) {
      if (Number.isNaN(cameIn[i]!) || Number.isNaN(expected[i]!)) continue;
      sum += logProbability(cameIn[i]!, { mean: expected[i]! + MEAN_PADDING, size });
    }
    return sum;
  });
  const highest = Math.max(...logLikelihoods);
  const weights = logLikelihoods.map((value) => Math.exp(ERROR_WEIGHT * (value - highest)));
  let total = 0;
  let inverse = 0;
  for (const [i, weight] of weights.entries()) {
    total += weight;
    inverse += weight / SIZES[i]!;
  }
  return total / inverse;
}
