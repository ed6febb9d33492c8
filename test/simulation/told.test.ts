import { describe, expect, it } from "vitest";
import { TOLD_COMPLETENESS } from "../../worker/config.ts";
import { usableOrigins } from "../../worker/domain/completeness/backtest.ts";
import { nowcast } from "../../worker/domain/completeness/nowcast.ts";
import { TOLD_PROMISE, toldRatios } from "../../worker/domain/completeness/told.ts";
import { knownAt, PATTERNS, type Pattern, series } from "../fixtures/generated-series.ts";

describe("the threshold", () => {
  const SERIES = 20;
  const WEEKS = 180;
  const faster: Pattern = (week) => PATTERNS[week < WEEKS / 2 ? "slow" : "fast"]();

  /** Of many series, some origins each: far enough apart for their told weeks to be others. */
  function ratiosOf(pattern: Pattern): number[] {
    return Array.from({ length: SERIES }, (_, seed) => {
      const level = [60, 120, 200][seed % 3]!;
      const triangle = knownAt(series(1_000 + seed, WEEKS, level, pattern), WEEKS - 1);
      const origins = usableOrigins(triangle, 8).filter((origin) => origin % 24 === seed % 24);
      return toldRatios(
        triangle,
        origins.map((origin) => ({ origin, weeks: nowcast(triangle, origin).weeks })),
        TOLD_COMPLETENESS,
      );
    }).flat();
  }

  /** The share that may be beyond a limit by chance, three standard errors, where `share` of them is. */
  const atMost = (share: number, of: number) => share + 3 * Math.sqrt((share * (1 - share)) / of);

  it.each([...Object.entries(PATTERNS), ["faster from the middle on", faster] as const])(
    "keeps its promise where reports come %s: half move by 5 % at most, nine in ten by 15 %",
    (_, pattern) => {
      const ratios = ratiosOf(pattern);
      const { medianMove, p90Move } = TOLD_PROMISE;
      const share = (test: (ratio: number) => boolean) => ratios.filter(test).length / ratios.length;
      expect(ratios.length).toBeGreaterThan(60);
      expect(share((ratio) => Math.abs(1 - ratio) > medianMove)).toBeLessThanOrEqual(
        atMost(0.5, ratios.length),
      );
      expect(share((ratio) => Math.abs(1 - ratio) > p90Move)).toBeLessThanOrEqual(atMost(0.1, ratios.length));
      expect(share((ratio) => ratio < 0.85)).toBeLessThanOrEqual(atMost(0.05, ratios.length));
    },
  );
});
