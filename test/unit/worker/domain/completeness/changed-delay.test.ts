import { describe, expect, it } from "vitest";
import { weeksSinceChange } from "../../../../../worker/domain/completeness/changed-delay.ts";
import { FINAL_COMPLETENESS } from "../../../../../worker/domain/completeness/constants.ts";
import { nowcast } from "../../../../../worker/domain/completeness/nowcast.ts";
import { seenBy } from "../../../../../worker/domain/completeness/triangle.ts";
import {
  CHANGE,
  knownAt,
  MAX_DELAY,
  PATTERNS,
  type Pattern,
  series,
} from "../../../../fixtures/generated-series.ts";

const since = (seed: number, origin: number, pattern: Pattern, silent: number[] = []) =>
  weeksSinceChange(knownAt(series(seed, origin + 1, 120, pattern), origin, silent), origin);
const seeds = Array.from({ length: 20 }, (_, seed) => seed + 1);
const faster: Pattern = (week) => PATTERNS[week < CHANGE ? "slow" : "fast"]();

describe("weeksSinceChange", () => {
  it.each(["fast", "slow"] as const)("finds no change where reports are always %s", (pattern) => {
    for (const seed of seeds) expect(since(seed, 60 + seed * 3, PATTERNS[pattern])).toBe(0);
  });

  it("finds within three weeks that reports have become slow, and since when", () => {
    for (const seed of seeds) expect(since(seed, CHANGE + 3, PATTERNS["changing midway"])).toBe(4);
  });

  it("finds that they have become fast, too", () => {
    for (const seed of seeds) expect(since(seed, CHANGE + 3, faster)).toBe(4);
  });

  it("takes no silence for a change", () => {
    for (const seed of seeds) expect(since(seed, 90, PATTERNS.fast, [87, 88])).toBe(0);
  });

  it("is 0 where there is nothing before", () => {
    expect(since(1, 7, PATTERNS.slow)).toBe(0);
  });
});

describe("a nowcast after a change", () => {
  it("calls no week final of which less than 85 % is in", () => {
    for (const seed of seeds.slice(0, 8)) {
      const changing = series(seed, 200, 120, PATTERNS["changing midway"]);
      const all = knownAt(changing, 199);
      for (let origin = CHANGE + 2; origin < CHANGE + 60; origin += 4) {
        const known = knownAt(changing, origin);
        for (const { age, completeness, seen } of nowcast(known).weeks) {
          if (completeness < FINAL_COMPLETENESS) continue;
          expect(seen / seenBy(all, origin - age, 199)).toBeGreaterThanOrEqual(0.85);
        }
      }
    }
  });

  it("holds every delay of the new weeks, and of the one in which it came, to be equally likely, and still states their range", () => {
    const origin = CHANGE + 5;
    const { weeks } = nowcast(knownAt(series(3, origin + 1, 120, PATTERNS["changing midway"]), origin));
    expect(weeks.slice(0, 7).map(({ completeness }) => completeness * (MAX_DELAY + 1))).toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ]);
    expect(weeks[7]?.completeness).toBe(1);
    expect(weeks.every(({ expected }) => expected !== null)).toBe(true);
  });
});
