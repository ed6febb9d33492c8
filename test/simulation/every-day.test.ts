import { describe, expect, it } from "vitest";
import { addDays } from "../../worker/domain/calendar.ts";
import { runs } from "../runs.ts";
import { EVERY_DAY, isWrong, THREE_A_WEEK, type Told, walk } from "./walk.ts";

const NEVER = "2026-01-01";
/** By so many days after the courts have become slow from one day to the next, the model has found it. */
const FOUND_WITHIN = 21;

/** Other seeds than those by which the rules were chosen (`test/bench/walked.ts`). */
const seeds = (count: number) => Array.from({ length: runs(count).numRuns }, (_, index) => 1_001 + index);

const said = (told: readonly Told[]) =>
  told.map(({ day, period, share }) => `${day}: ${period?.start} told as ${share.toFixed(2)} of its count`);

describe("the number in large type, day by day through a generated year", () => {
  it.each(seeds(1))(
    "is never a fall that didn't happen, and of a week that is over, where records come in fast (%i)",
    (seed) => {
      const told = walk({ seed, pattern: "fast", changeOn: NEVER }, EVERY_DAY);
      expect(said(told.filter(isWrong))).toEqual([]);
      expect(said(told.filter(({ day, period }) => !period || period.end >= day))).toEqual([]);
    },
  );

  it.each(seeds(2))("nor where they come in slowly (%i)", (seed) => {
    const told = walk({ seed, pattern: "slow", changeOn: NEVER }, THREE_A_WEEK);
    expect(said(told.filter(isWrong))).toEqual([]);
    expect(said(told.filter(({ day, period }) => !period || period.end >= day))).toEqual([]);
  });

  // A change on each day of a week: in the week in which it comes, reports of both paces stand side by side.
  it.each(seeds(7))(
    "nor before they become slow from one day to the next, nor from three weeks after (%i)",
    (seed) => {
      const changeOn = addDays("2024-12-02", (seed - 1_001) % 91);
      const near = THREE_A_WEEK.filter((day) => day >= addDays(changeOn, -7) && day < addDays(changeOn, 90));
      const told = walk({ seed, pattern: "changing", changeOn }, near);
      const found = told.filter(({ afterChange }) => afterChange < 0 || afterChange >= FOUND_WITHIN);
      expect(said(found.filter(isWrong))).toEqual([]);
    },
  );
});
