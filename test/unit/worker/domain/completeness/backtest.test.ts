import { describe, expect, it } from "vitest";
import { backtest, spread, usableOrigins } from "../../../../../worker/domain/completeness/backtest.ts";
import { nowcast } from "../../../../../worker/domain/completeness/nowcast.ts";
import { knownAt, MAX_DELAY, PATTERNS, series } from "../../../../fixtures/generated-series.ts";

const generated = series(5, 160, 60, PATTERNS.slow);
const triangle = knownAt(generated, 159);

describe("usableOrigins", () => {
  const usable = usableOrigins(triangle, 8);

  it("begins where a range would first have been stated", () => {
    expect(nowcast(triangle, usable[0]).evidence.enough).toBe(true);
    expect(nowcast(triangle, usable[0]! - 1).evidence.enough).toBe(false);
  });

  it("ends where the newest week's final count is known", () => {
    const late = Math.max(
      ...generated.observations.filter((o) => o.week + o.delay < 160).map((o) => o.delay),
    );
    expect(usable.at(-1)).toBe(159 - late);
    expect(late).toBeLessThanOrEqual(MAX_DELAY);
  });

  it("leaves out weeks in which the source was silent", () => {
    expect(usableOrigins(knownAt(generated, 159, [100, 101]), 8)).toEqual(
      usable.filter((origin) => origin !== 100 && origin !== 101),
    );
  });

  it("is empty for a series that is too short", () => {
    expect(usableOrigins(knownAt(series(6, 30, 60, PATTERNS.slow), 29), 8)).toEqual([]);
  });
});

describe("spread", () => {
  it("takes all where there are no more than asked for", () => {
    expect(spread([4, 5, 6], 3)).toEqual([4, 5, 6]);
  });

  it("takes the first, the last and those evenly between", () => {
    expect(spread([0, 1, 2, 3, 4, 5, 6, 7, 8], 3)).toEqual([0, 4, 8]);
    expect(spread([0, 1, 2, 3, 4, 5, 6, 7, 8], 1)).toEqual([8]);
  });
});

describe("backtest", () => {
  const origins = [80, 95, 110];
  const result = backtest(triangle, 8, origins);

  it("scores the uncorrected count by what was missing of the final one", () => {
    const missing = origins.map(
      (origin) => generated.final[origin]! - nowcast(triangle, origin).weeks[0]!.seen,
    );
    expect(result.byHorizon[0]?.wisUncorrected).toBeCloseTo(missing.reduce((a, b) => a + b) / 3);
  });

  it("averages over all horizons and origins", () => {
    expect(result.origins).toBe(3);
    expect(result.byHorizon.map(({ horizon }) => horizon)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    for (const score of ["coverage50", "coverage90", "wis", "wisUncorrected"] as const) {
      const mean = result.byHorizon.reduce((sum, scores) => sum + scores[score], 0) / 9;
      expect(result[score]).toBeCloseTo(mean);
    }
  });

  it("scores far better than no correction where reports are late", () => {
    expect(result.wis).toBeLessThan(result.wisUncorrected / 3);
  });

  it("finds nothing to correct where nothing is late", () => {
    const prompt = { observations: generated.observations.map((report) => ({ ...report, delay: 0 })) };
    expect(backtest(knownAt(prompt, 159), 8, origins)).toMatchObject({
      coverage50: 1,
      coverage90: 1,
      wis: 0,
      wisUncorrected: 0,
    });
  });
});
