import { CHANGED_DELAY_ERRORS, MIN_RETROSPECTIVE_ORIGINS, RETROSPECTIVE_ORIGINS } from "./constants.ts";
import type { ReportingTriangle } from "./triangle.ts";

/** Reports of a week up to some delay: their number, and the sums of their delays and of the squares of these. */
interface Moments {
  count: number;
  sum: number;
  squares: number;
}

/**
 * How many of the newest weeks come in at other delays than the weeks before them; 0 where none do.
 *
 * The chain ladder takes the late delays from weeks that are old enough to have reached them. After a change those
 * are the wrong weeks: a week of which a fifth is in looks complete, until a quarter of a year of new weeks has
 * shown otherwise. But the reports that are in betray it within weeks: of as many weeks after, and up to the same
 * delays, their mean delay is another one. For each week on which the change may have come, the sum of all reports'
 * deviations from the mean delay of the weeks before, each cut off at the age that the new week has reached, is set
 * against its standard error, which allows for reports that come in batches. Where the largest is beyond chance, the
 * newest weeks since then aren't what the delay was learnt from.
 *
 * A week that a silent report week interrupts takes no part.
 *
 * @param triangle as known at `origin`, without negative increments
 */
export function weeksSinceChange(triangle: ReportingTriangle, origin: number): number {
  const { maxDelay } = triangle;
  const moments = Array.from({ length: origin + 1 }, (_, week) => momentsOf(triangle, week, origin));
  let since = 0;
  let largest = CHANGED_DELAY_ERRORS;
  for (let age = 1; age < maxDelay && origin - age >= MIN_RETROSPECTIVE_ORIGINS; age++) {
    const errors = Math.abs(deviation(moments, origin, age));
    if (errors <= largest) continue;
    largest = errors;
    since = age + 1;
  }
  return since;
}

/** By how many standard errors the mean delay of the weeks up to `oldest` weeks of age differs from that before. */
function deviation(
  moments: readonly (readonly (Moments | null)[])[],
  origin: number,
  oldest: number,
): number {
  const change = origin - oldest;
  const before = moments.slice(Math.max(0, change - RETROSPECTIVE_ORIGINS), change);
  let deviations = 0;
  let variance = 0;
  for (let age = 1; age <= oldest; age++) {
    const now = moments[origin - age]![age];
    const then = before.map((week) => week[age]).filter((each) => each != null);
    const count = total(then, "count");
    if (!now || count === 0) continue;
    const mean = total(then, "sum") / count;
    const spread = total(then, "squares") / count - mean ** 2;
    if (spread <= 0) continue;
    deviations += now.sum - now.count * mean;
    variance += now.count * spread * batches(then, mean, spread) * (1 + now.count / count);
  }
  return variance > 0 ? deviations / Math.sqrt(variance) : 0;
}

/** How much more the weeks' mean delays vary than those of independent reports would (Pearson's φ); at least 1. */
function batches(weeks: readonly Moments[], mean: number, spread: number): number {
  const known = weeks.filter(({ count }) => count > 0);
  const squares = known.map(({ count, sum }) => (sum - count * mean) ** 2 / (count * spread));
  return Math.max(1, squares.reduce((a, b) => a + b, 0) / known.length);
}

/** By delay up to which reports are taken; null from the first report week on in which the source was silent. */
function momentsOf({ cumulative, maxDelay }: ReportingTriangle, week: number, origin: number) {
  const row = week * (maxDelay + 1);
  const moments: (Moments | null)[] = [];
  let [sum, squares, before] = [0, 0, 0];
  for (let delay = 0; delay <= Math.min(maxDelay, origin - week); delay++) {
    const count = cumulative[row + delay]!;
    sum += delay * (count - before);
    squares += delay ** 2 * (count - before);
    before = count;
    moments.push(Number.isNaN(sum) ? null : { count, sum, squares });
  }
  return moments;
}

function total(weeks: readonly Moments[], of: keyof Moments): number {
  return weeks.reduce((sum, week) => sum + week[of], 0);
}
