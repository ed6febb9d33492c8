import { LEVEL_WEEKS, PRIOR_REPORTS } from "./constants.ts";

/**
 * Reports still to come for each recent week, by age (0 is the newest): `(1 − share) × level`.
 *
 * The level of a week is `(1 + Σ wx) / Σ wp` over the weeks around it, where x is what a week shows so
 * far, p the share of it that should be in, and w = decay ^ distance. It is the posterior mean of a weekly
 * rate under Poisson reports with a flat prior, each week thinned by p and discounted by its distance.
 * With decay 0 only the week itself speaks, and seen + to come is baselinenowcast's (x + 1 − p) / p. That
 * fails for the newest weeks, where p is a few per cent and one report stands for twenty: their
 * neighbours know more about their level than they do. Weights in proportion to p are the Cape Cod form
 * of Bornhuetter and Ferguson's estimate, the decay is Gluck's generalisation of it.
 *
 * @param seen reports so far, by age
 * @param shares share that should be in, by age; 1 beyond its end
 * @returns expected reports to come, by age, as long as `seen`
 * @see S. M. Gluck, Balancing development and trend in loss reserve analysis, Proceedings of the Casualty
 *   Actuarial Society 84 (1997), "Generalized Cape Cod"
 * @see R. L. Bornhuetter and R. E. Ferguson, The actuary and IBNR, Proceedings of the Casualty Actuarial
 *   Society 59 (1972)
 */
export function expectedToCome(seen: Float64Array, shares: Float64Array, decay: number): Float64Array {
  const weeks = Math.min(seen.length, LEVEL_WEEKS);
  const shareAt = (age: number) => (age < shares.length ? shares[age]! : 1);
  const toCome = new Float64Array(seen.length);
  const newerSeen = new Float64Array(weeks);
  const newerShare = new Float64Array(weeks);
  for (let age = 1; age < weeks; age++) {
    newerSeen[age] = decay * (newerSeen[age - 1]! + seen[age - 1]!);
    newerShare[age] = decay * (newerShare[age - 1]! + shareAt(age - 1));
  }
  let olderSeen = 0;
  let olderShare = 0;
  for (let age = weeks - 1; age >= 0; age--) {
    olderSeen = seen[age]! + decay * olderSeen;
    olderShare = shareAt(age) + decay * olderShare;
    const level = (PRIOR_REPORTS + newerSeen[age]! + olderSeen) / (newerShare[age]! + olderShare);
    toCome[age] = (1 - shareAt(age)) * level;
  }
  return toCome;
}
