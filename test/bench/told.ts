/**
 * How far a number in big type still moves, by the completeness from which it is told: the measurement behind
 * `TOLD_COMPLETENESS` and the tables of decision 0003. Takes a minute: `npx node test/bench/told.ts`
 */
import { usableOrigins } from "../../worker/domain/completeness/backtest.ts";
import { nowcast } from "../../worker/domain/completeness/nowcast.ts";
import {
  type KnownThen,
  movesOf,
  TOLD_PROMISE,
  TOLD_STEPS,
  toldRatios,
} from "../../worker/domain/completeness/told.ts";
import type { ReportingTriangle } from "../../worker/domain/completeness/triangle.ts";
import { knownAt, PATTERNS, series } from "../fixtures/generated-series.ts";
import { PATTERNS as SAMPLE_PATTERNS } from "../fixtures/generator/index.ts";
import { sampleTriangle } from "../fixtures/sample-triangle.ts";

const HORIZONS = 8;
const WEEKS = 200;
const LEVELS = [60, 120, 200];
const SEEDS = [1, 2, 3, 4];
/** A Monday, a Thursday and a Sunday: the weekday of an edition decides how much of its newest week is in. */
const DAYS = ["2025-06-30", "2025-07-03", "2025-07-06"];

const sets: Record<string, readonly ReportingTriangle[]> = {};
for (const pattern of SAMPLE_PATTERNS) {
  sets[`court records, ${pattern}`] = DAYS.flatMap((on) =>
    SEEDS.map((seed) => sampleTriangle(seed, pattern, on)),
  );
}
for (const [name, pattern] of Object.entries(PATTERNS)) {
  for (const level of LEVELS) {
    sets[`${name}, ${level} a week`] = SEEDS.map((seed) =>
      knownAt(series(seed, WEEKS, level, pattern), WEEKS - 1),
    );
  }
}

const all = TOLD_STEPS.map((): number[] => []);
const kept = TOLD_STEPS.map(() => true);
for (const [name, triangles] of Object.entries(sets)) {
  const tried = triangles.map((triangle) => ({ triangle, known: known(triangle) }));
  print(name);
  for (const [step, threshold] of TOLD_STEPS.entries()) {
    const ratios = tried.flatMap(({ triangle, known }) => toldRatios(triangle, known, threshold));
    all[step]!.push(...ratios);
    if (ratios.length > 0 && !row(threshold, ratios)) kept[step] = false;
  }
}
print("all of these");
for (const [step, threshold] of TOLD_STEPS.entries()) row(threshold, all[step]!);
const lowest = TOLD_STEPS.find((_, step) => kept[step]);
console.log(`\nThe lowest that keeps the promise on each of them: ${lowest}`);

function known(triangle: ReportingTriangle): KnownThen[] {
  const origins = usableOrigins(triangle, HORIZONS);
  return origins.map((origin) => ({ origin, weeks: nowcast(triangle, origin).weeks }));
}

function print(name: string): void {
  console.log(`\n${name}\n from   told  median     p90  lowest  below 85 %`);
}

/** Prints it, and says whether it keeps the promise. */
function row(threshold: number, ratios: readonly number[]): boolean {
  const { told, medianMove, p90Move, lowest } = movesOf(ratios);
  const low = ratios.filter((ratio) => ratio < 0.85).length / told;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8);
  console.log(
    `${percent(threshold).replace(".0", "")}${String(told).padStart(6)}${[medianMove, p90Move, lowest, low].map(percent).join("")}`,
  );
  return medianMove <= TOLD_PROMISE.medianMove && p90Move <= TOLD_PROMISE.p90Move;
}
