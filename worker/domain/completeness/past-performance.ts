import { expectedToCome } from "./cape-cod.ts";
import { MEAN_PADDING } from "./constants.ts";
import { estimateDelay } from "./delay.ts";
import { withoutNegatives } from "./negative-increments.ts";
import { isSilent, type ReportingTriangle, seenBy } from "./triangle.ts";

/** Two choices that a point nowcast depends on: see `DELAY_WINDOWS` and `LEVEL_DECAYS`. */
export type Settings = { readonly window: number; readonly decay: number };

/** What would have been said at earlier origins and what came in since; `ages × origins` numbers, by age. */
export type PastPerformance = {
  readonly settings: Settings;
  readonly expected: Float64Array;
  readonly cameIn: Float64Array;
};

/** Everything known at `origin` by age of the week, oldest last. */
export function seenByAge(triangle: ReportingTriangle, origin: number): Float64Array {
  return Float64Array.from({ length: origin + 1 }, (_, age) => seenBy(triangle, origin - age, origin));
}

/**
 * Repeats the nowcast of the last `origins` weeks before `origin`, each from what was known then, and
 * compares it with what has come in up to `origin`. Weeks that aren't complete yet take part with the
 * delays that they have reached, as a negative binomial keeps its size when it is thinned. NaN where the
 * source was silent or the week lies before the triangle.
 *
 * @see baselinenowcast, "Mathematical methods", retrospective nowcasts, https://baselinenowcast.epinowcast.org
 */
export function pastPerformance(
  triangle: ReportingTriangle,
  origin: number,
  origins: number,
  candidates: readonly Settings[],
): PastPerformance[] {
  const { maxDelay, cumulative } = triangle;
  const blank = () => new Float64Array(maxDelay * origins).fill(Number.NaN);
  const cameIn = blank();
  const performances = candidates.map((settings) => ({ settings, expected: blank(), cameIn }));
  for (let back = 1; back <= origins; back++) {
    const then = origin - back;
    if (isSilent(triangle, then)) continue;
    const known = withoutNegatives(triangle, then);
    const seen = seenByAge(known, then);
    const ages = Math.min(maxDelay, then + 1);
    const reached = (age: number) => Math.min(maxDelay, age + back);
    for (let age = 0; age < ages; age++) {
      const since = cumulative[(then - age) * (maxDelay + 1) + reached(age)]! - seen[age]!;
      cameIn[age * origins + back - 1] = Math.max(0, since);
    }
    const delays = new Map<number, Float64Array>();
    for (const { settings, expected } of performances) {
      const { window, decay } = settings;
      const shares = delays.get(window) ?? estimateDelay(known, then, window);
      delays.set(window, shares);
      const toCome = expectedToCome(seen, shares, decay);
      for (let age = 0; age < ages; age++) {
        const missing = 1 - shares[age]!;
        const part = missing > 0 ? (shares[reached(age)]! - shares[age]!) / missing : 0;
        expected[age * origins + back - 1] = toCome[age]! * part;
      }
    }
  }
  return performances;
}

/** Poisson deviance over all ages and origins: least for the truest means, whatever the dispersion. */
export function deviance({ expected, cameIn }: PastPerformance): number {
  let sum = 0;
  for (let i = 0; i < cameIn.length; i++) {
    const count = cameIn[i]!;
    const mean = expected[i]! + MEAN_PADDING;
    if (Number.isNaN(count) || Number.isNaN(mean)) continue;
    sum += 2 * ((count > 0 ? count * Math.log(count / mean) : 0) - (count - mean));
  }
  return sum;
}
