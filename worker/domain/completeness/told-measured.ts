import type { ToldMoves } from "./told.ts";

/**
 * What `npx node test/bench/told.ts` measured over all its series together: generated court records and generated
 * weekly reports that come in fast, slowly, and slowly from the middle on, 20 to 400 a week. It isn't computed for
 * each edition, because the two years from which an edition learns hold too few origins to tell nine in ten of them.
 */
export const TOLD_MEASURED: readonly Omit<ToldMoves, "lowest">[] = [
  { completeness: 0.3, told: 8050, medianMove: 0.058, p90Move: 0.196 },
  { completeness: 0.35, told: 8026, medianMove: 0.057, p90Move: 0.175 },
  { completeness: 0.4, told: 8002, medianMove: 0.054, p90Move: 0.152 },
  { completeness: 0.45, told: 7950, medianMove: 0.05, p90Move: 0.133 },
  { completeness: 0.5, told: 7924, medianMove: 0.045, p90Move: 0.122 },
  { completeness: 0.55, told: 7898, medianMove: 0.04, p90Move: 0.115 },
  { completeness: 0.6, told: 7846, medianMove: 0.037, p90Move: 0.109 },
  { completeness: 0.65, told: 7820, medianMove: 0.036, p90Move: 0.103 },
  { completeness: 0.7, told: 7794, medianMove: 0.03, p90Move: 0.092 },
  { completeness: 0.75, told: 7742, medianMove: 0.023, p90Move: 0.07 },
  { completeness: 0.8, told: 7716, medianMove: 0.022, p90Move: 0.067 },
  { completeness: 0.85, told: 7635, medianMove: 0.02, p90Move: 0.059 },
  { completeness: 0.9, told: 7073, medianMove: 0.019, p90Move: 0.053 },
];
