import { describe, expect, it } from "vitest";
import { type ExpectedCount, nowcast } from "../../worker/domain/completeness/nowcast.ts";
import { CHANGE, knownAt, PATTERNS, series } from "../fixtures/generated-series.ts";
import { runs } from "../runs.ts";

const SERIES = runs(100).numRuns;
const HORIZONS = 8;
/** Three standard errors of a share of 90 % in as many independent series. */
const TOLERANCE = 3 * Math.sqrt((0.9 * 0.1) / SERIES);

/**
 * One origin in each of many series, so that what is scored at one horizon is independent, and a binomial
 * error says how far its coverage may be from the claim. The origins lie before, at and after the change.
 */
function scored(
  pattern: keyof typeof PATTERNS,
  level: number,
): { final: number; expected: ExpectedCount }[][] {
  const horizons = Array.from(
    { length: HORIZONS + 1 },
    (): { final: number; expected: ExpectedCount }[] => [],
  );
  for (let seed = 0; seed < SERIES; seed++) {
    const origin = CHANGE - 40 + (seed % 100);
    const generated = series(seed + 1, origin + 1, level, PATTERNS[pattern]);
    const { weeks } = nowcast(knownAt(generated, origin));
    for (const [horizon, scores] of horizons.entries()) {
      scores.push({ final: generated.final[origin - horizon]!, expected: weeks[horizon]!.expected! });
    }
  }
  return horizons;
}

/** Counts so large that the range could be no wider than it must: made once, asked twice. */
const large = scored("slow", 400).flat();

const share = <Item>(items: readonly Item[], test: (item: Item) => boolean) =>
  items.filter(test).length / items.length;
const covered = ({ final, expected }: { final: number; expected: ExpectedCount }) =>
  expected.low <= final && final <= expected.high;

describe.each([
  ["fast", 60],
  ["slow", 60],
  ["slow", 8],
  ["changing midway", 60],
] as const)("with %s reports and about %d a week", (pattern, level) => {
  const horizons = scored(pattern, level);

  it.each([...horizons.keys()])("the stated range covers as often as it claims at horizon %d", (horizon) => {
    expect(share(horizons[horizon]!, covered)).toBeGreaterThanOrEqual(0.9 - TOLERANCE);
  });

  it("the stated range covers as often as it claims over all horizons", () => {
    // Horizons of one series aren't independent: the error is that of the series.
    expect(share(horizons.flat(), covered)).toBeGreaterThanOrEqual(0.9 - TOLERANCE);
  });
});

describe("the width of the stated range", () => {
  it("isn't bought: where counts are large, it covers hardly more often than it claims", () => {
    expect(share(large, covered)).toBeLessThanOrEqual(0.9 + TOLERANCE);
    expect(share(large, covered)).toBeGreaterThanOrEqual(0.9 - TOLERANCE);
  });

  it("misses on both sides, so that a fall is no more hidden than a rise", () => {
    expect(share(large, ({ final, expected }) => final < expected.low)).toBeGreaterThan(0);
    expect(share(large, ({ final, expected }) => final > expected.high)).toBeGreaterThan(0);
  });
});
