import { describe, expect, it } from "vitest";
import {
  binomial,
  even,
  lognormalDays,
  mulberry32,
  picker,
  stream,
  whole,
} from "../../fixtures/generator/random.ts";

const draws = <T>(count: number, draw: () => T) => Array.from({ length: count }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("mulberry32", () => {
  it("gives the numbers that its reference implementation gives for seed 1", () => {
    const random = mulberry32(1);
    expect(draws(3, random)).toEqual([0.6270739405881613, 0.002735721180215478, 0.5274470399599522]);
  });
});

describe("stream", () => {
  it("is another one for another concern or another seed", () => {
    const first = (seed: number, concern: string) => stream(seed, concern)();
    expect(new Set([first(1, "court"), first(1, "trial"), first(2, "court"), first(2, "trial")]).size).toBe(
      4,
    );
    expect(first(1, "court")).toBe(first(1, "court"));
  });
});

describe("even", () => {
  it("is off a share by less than one in twenty after a hundred draws, whatever the share", () => {
    const values = draws(100, even());
    for (const share of [0.05, 0.35, 0.56, 0.9]) {
      expect(Math.abs(values.filter((value) => value < share).length - 100 * share)).toBeLessThan(5);
    }
  });
});

describe("whole", () => {
  it("draws both ends and nothing beyond", () => {
    const random = mulberry32(7);
    expect(new Set(draws(200, () => whole(random, 2, 4)))).toEqual(new Set([2, 3, 4]));
  });
});

describe("lognormalDays", () => {
  it("has its median in the middle and its longest at the end", () => {
    const random = mulberry32(7);
    const days = draws(4001, () => lognormalDays(random, 20, 1, 60)).toSorted((a, b) => a - b);
    // The median's standard error is 1.25 · 20 / √4001 = 0.4 days, and rounding down takes half a day.
    expect(days[2000]).toBeGreaterThanOrEqual(18);
    expect(days[2000]).toBeLessThanOrEqual(21);
    expect(days.at(-1)).toBe(60);
  });
});

describe("picker", () => {
  it("draws by weight, whatever the weights sum to", () => {
    const random = mulberry32(7);
    const pick = picker([
      ["often", 30],
      ["never", 0],
      ["seldom", 10],
    ]);
    const picked = draws(4000, () => pick(random));
    // Four standard errors of a share of 3/4 in 4,000 draws: 4 · √(0.1875 / 4000) = 0.027.
    expect(picked.filter((item) => item === "often").length / 4000).toBeCloseTo(0.75, 1);
    expect(picked).not.toContain("never");
  });
});

describe("binomial", () => {
  it.each([
    [40, 0.1],
    [1_000, 0.01],
    [100_000, 0.0002],
    [5_000, 0.3],
  ])("has mean and variance of %d trials of %d", (n, p) => {
    const random = mulberry32(11);
    const drawn = draws(4_000, () => binomial(random, n, p));
    const variance = n * p * (1 - p);
    const around = mean(drawn);
    expect(Math.abs(around - n * p)).toBeLessThan(4 * Math.sqrt(variance / 4_000));
    const measured = mean(drawn.map((value) => (value - around) ** 2));
    // The standard error of a variance is about √(2 / 4000) = 2.2 % of it.
    expect(measured / variance).toBeGreaterThan(0.88);
    expect(measured / variance).toBeLessThan(1.12);
  });

  it("draws nothing of nothing and all of a certainty", () => {
    const random = mulberry32(11);
    expect([binomial(random, 0, 0.5), binomial(random, 9, 0), binomial(random, 9, 1)]).toEqual([0, 0, 9]);
  });
});
