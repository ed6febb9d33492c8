/** The class alone: importing it registers nothing, and a bundler drops it where it isn't used. */
export { DesertionStats } from "../../stats/desertion-stats.ts";
export type {
  CorrectionDetail,
  DesertionStatsEvents,
  ErrorDetail,
  LoadDetail,
  StaleDetail,
} from "../../stats/events.ts";
