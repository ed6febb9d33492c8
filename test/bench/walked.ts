/**
 * What stood in large type, day by day, through generated years of three paces of the courts: how often it was
 * below 0.85 or above 1.35 of the week's final count, and how old it was. The measurement behind `HELD_FALL`,
 * `CHANGED_DELAY_ERRORS` and a table of decision 0003. Takes some minutes: `npx node test/bench/walked.ts`
 */
import { addDays, DAYS_A_WEEK, dayNumber } from "../../worker/domain/calendar.ts";
import { HIGHEST, isWrong, LOWEST, THREE_A_WEEK, type Told, walk } from "../simulation/walk.ts";

const YEARS = 6;
const YEARS_A_CHANGE = 3;
const NEVER = "2026-01-01";
/** Abrupt changes on each day of a week, in a busy month and around the holidays. */
const CHANGES = Array.from({ length: 14 }, (_, index) => addDays("2024-10-14", index * 11));

const seeds = Array.from({ length: YEARS }, (_, index) => index + 1);

console.log(
  "pace      years   days  too low  in years  lowest  too high  change seen  weeks old: half, nine in ten",
);
for (const pattern of ["fast", "slow"] as const) {
  print(
    pattern,
    seeds.map((seed) => walk({ seed, pattern, changeOn: NEVER }, THREE_A_WEEK)),
  );
}
const changed = CHANGES.flatMap((changeOn) =>
  seeds.slice(0, YEARS_A_CHANGE).map((seed) => {
    const near = THREE_A_WEEK.filter((day) => day >= addDays(changeOn, -14) && day < addDays(changeOn, 90));
    return walk({ seed, pattern: "changing", changeOn }, near);
  }),
);
print("changing", changed);
const low = changed.flat().filter(({ share }) => share < LOWEST);
const days = low.map(({ afterChange }) => afterChange);
console.log(`\nToo low after a change: from ${Math.min(...days)} to ${Math.max(...days)} days after it`);

function print(pace: string, years: readonly (readonly Told[])[]): void {
  const all = years.flat();
  const low = all.filter(({ share }) => share < LOWEST);
  const ages = all
    .flatMap(({ day, period }) => (period ? [(dayNumber(day) - dayNumber(period.end)) / DAYS_A_WEEK] : []))
    .sort((a, b) => a - b);
  const cells = [
    [years.length, 5],
    [all.length, 7],
    [low.length, 9],
    [years.filter((told) => told.some(({ share }) => share < LOWEST)).length, 10],
    [Math.min(...all.map(({ share }) => share)).toFixed(2), 8],
    [all.filter((told) => isWrong(told) && told.share > HIGHEST).length, 10],
    [all.filter(({ changeSeen }) => changeSeen).length, 13],
    [ages[Math.floor(ages.length / 2)]!.toFixed(1), 18],
    [ages[Math.floor(ages.length * 0.9)]!.toFixed(1), 13],
  ] as const;
  console.log(pace.padEnd(9) + cells.map(([cell, width]) => String(cell).padStart(width)).join(""));
}
