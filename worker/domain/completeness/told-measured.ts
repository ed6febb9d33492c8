import type { ToldMoves } from "./told.ts";

/**
 * What `npx node test/bench/told.ts` measured over all its series together: generated court records and generated
 * weekly reports that come in fast, slowly, and slowly from the middle on, 20 to 400 a week. It isn't computed for
 * each edition, because the two years from which an edition learns hold too few origins to tell nine in ten of them.
 */
export const TOLD_MEASURED: readonly Omit<ToldMoves, "lowest">[] = [
  { completeness: 0.3, told: 8063, medianMove: 0.057, p90Move: 0.194 },
  { completeness: 0.35, told: 8037, medianMove: 0.056, p90Move: 0.173 },
  { completeness: 0.4, told: 8011, medianMove: 0.054, p90Move: 0.15 },
  { completeness: 0.45, told: 7959, medianMove: 0.049, p90Move: 0.132 },
  { completeness: 0.5, told: 7933, medianMove: 0.044, p90Move: 0.12 },
  { completeness: 0.55, told: 7907, medianMove: 0.04, p90Move: 0.113 },
  { completeness: 0.6, told: 7855, medianMove: 0.037, p90Move: 0.108 },
  { completeness: 0.65, told: 7829, medianMove: 0.035, p90Move: 0.102 },
  { completeness: 0.7, told: 7803, medianMove: 0.029, p90Move: 0.091 },
  { completeness: 0.75, told: 7749, medianMove: 0.023, p90Move: 0.069 },
  { completeness: 0.8, told: 7723, medianMove: 0.022, p90Move: 0.065 },
  { completeness: 0.85, told: 7638, medianMove: 0.02, p90Move: 0.058 },
  { completeness: 0.9, told: 7068, medianMove: 0.018, p90Move: 0.052 },
];
