import type { ReportingTriangle } from "./triangle.ts";

/**
 * Share of a week's final count that is in after 0, 1 … `maxDelay` weeks: the chain ladder. Development
 * factors are ratios of sums over the weeks that reached the later delay within the last `window` report
 * weeks up to `origin`, multiplied backwards from the last delay, where the share is 1. A sum of nothing
 * is taken as 1, so that empty columns give a finite factor; a delay that no week has reached yet gets
 * factor 1. Pairs that a silent week interrupts are left out.
 *
 * @see T. Mack, Distribution-free calculation of the standard error of chain ladder reserve estimates,
 *   ASTIN Bulletin 23 (1993)
 * @see baselinenowcast `estimate_delay()`, https://baselinenowcast.epinowcast.org
 */
export function estimateDelay(triangle: ReportingTriangle, origin: number, window: number): Float64Array {
  const { maxDelay, cumulative } = triangle;
  const columns = maxDelay + 1;
  const shares = new Float64Array(columns).fill(1);
  for (let delay = maxDelay; delay > 0; delay--) {
    let before = 0;
    let after = 0;
    for (let week = Math.max(0, origin - delay - window + 1); week <= origin - delay; week++) {
      const left = cumulative[week * columns + delay - 1]!;
      const right = cumulative[week * columns + delay]!;
      if (Number.isNaN(left) || Number.isNaN(right)) continue;
      before += left;
      after += right;
    }
    shares[delay - 1] = shares[delay]! / (1 + (after - before) / Math.max(before, 1));
  }
  return shares;
}
