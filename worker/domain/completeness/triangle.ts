/** Reports that came in at one delay: weeks are numbered from 0 (the oldest), delays are whole weeks. */
export type Observation = { readonly week: number; readonly delay: number; readonly count: number };

/**
 * A reporting triangle: one row a reference week, oldest first, one column a delay from 0 to `maxDelay`.
 * Report weeks are numbered like reference weeks: what `week` shows at `delay` came in report week
 * `week + delay`.
 */
export type ReportingTriangle = {
  /** Number of reference weeks; the newest is `weeks - 1`, which is also the newest report week. */
  readonly weeks: number;
  readonly maxDelay: number;
  /**
   * `weeks × (maxDelay + 1)` numbers, row by row: reports with at most that delay. NaN where unobserved:
   * right of the diagonal, and in report weeks in which the source was silent.
   */
  readonly cumulative: Float64Array;
  /** Whether corrections made some increment negative. */
  readonly hasNegatives: boolean;
};

export type TriangleShape = {
  readonly weeks: number;
  readonly maxDelay: number;
  /**
   * Report weeks in which the source as a whole was silent (an outage, a holiday of the desk). What would
   * have come then comes afterwards, so the count at the end of such a week isn't known: a gap, not a delay.
   */
  readonly silent?: Iterable<number>;
};

/**
 * Builds the triangle from increments. A pair that isn't listed had no reports; several for one pair add
 * up; delays beyond the maximum are left out. A backfill (rows older than the watch over the source) says
 * nothing about lateness: the caller leaves it out, and begins with the first week that was watched.
 *
 * @throws RangeError for a week or a delay outside the triangle
 */
export function reportingTriangle(
  observations: Iterable<Observation>,
  { weeks, maxDelay, silent = [] }: TriangleShape,
): ReportingTriangle {
  const columns = maxDelay + 1;
  const cumulative = new Float64Array(weeks * columns);
  for (const { week, delay, count } of observations) {
    if (!(week >= 0 && delay >= 0 && week + delay < weeks)) {
      throw new RangeError(`Week ${week} with delay ${delay} is outside a triangle of ${weeks} weeks.`);
    }
    if (delay <= maxDelay) cumulative[week * columns + delay]! += count;
  }
  const hasNegatives = cumulative.some((count) => count < 0);
  const gaps = new Set(silent);
  for (let week = 0; week < weeks; week++) {
    let sum = 0;
    for (let delay = 0; delay <= maxDelay; delay++) {
      const cell = week * columns + delay;
      sum += cumulative[cell]!;
      cumulative[cell] = week + delay >= weeks || gaps.has(week + delay) ? Number.NaN : sum;
    }
  }
  return { weeks, maxDelay, cumulative, hasNegatives };
}

/** Reports of `week` known at the end of report week `origin`; 0 if the source has been silent since. */
export function seenBy({ cumulative, maxDelay }: ReportingTriangle, week: number, origin: number): number {
  const row = week * (maxDelay + 1);
  for (let delay = Math.min(maxDelay, origin - week); delay >= 0; delay--) {
    const count = cumulative[row + delay]!;
    if (!Number.isNaN(count)) return count;
  }
  return 0;
}

/** Whether the source was silent in a report week: its diagonal is unobserved, so the newest cell is. */
export function isSilent({ cumulative, maxDelay }: ReportingTriangle, reportWeek: number): boolean {
  return Number.isNaN(cumulative[reportWeek * (maxDelay + 1)]!);
}
