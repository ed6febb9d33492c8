import type { ReportingTriangle } from "./triangle.ts";

/**
 * The triangle as known at `origin`, with negative increments (withdrawn reports) taken from the delays
 * before them, latest first, until they are used up: the total of each week stays, and no delay has a
 * negative share. On cumulative counts that is the least count from each delay on. The increments that
 * came after `origin` take no part, or a retrospective nowcast would know the future.
 *
 * @see baselinenowcast `preprocess_negative_values()`, https://baselinenowcast.epinowcast.org
 */
export function withoutNegatives(triangle: ReportingTriangle, origin: number): ReportingTriangle {
  if (!triangle.hasNegatives) return triangle;
  const { weeks, maxDelay } = triangle;
  const cumulative = triangle.cumulative.slice();
  for (let week = 0; week < Math.min(weeks, origin + 1); week++) {
    const row = week * (maxDelay + 1);
    let least = Number.POSITIVE_INFINITY;
    for (let delay = Math.min(maxDelay, origin - week); delay >= 0; delay--) {
      const count = cumulative[row + delay]!;
      if (Number.isNaN(count)) continue;
      least = Math.max(0, Math.min(least, count));
      cumulative[row + delay] = least;
    }
  }
  return { ...triangle, cumulative, hasNegatives: false };
}
