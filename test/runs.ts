import fc from "fast-check";
import { inject } from "vitest";

/** How often more than by default the property tests try: `RUNS=10 npm test`. */
const TIMES = inject("runs");

/** What fast-check runs where a test doesn't say how often. */
fc.configureGlobal({ numRuns: 100 * TIMES });

/** So many tries of a property, or as many times more as `RUNS` says. */
export function runs(count: number): { numRuns: number } {
  return { numRuns: Math.ceil(count * TIMES) };
}

declare module "vitest" {
  interface ProvidedContext {
    runs: number;
  }
}
