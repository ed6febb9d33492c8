import "./define.ts";

export { DesertionStats } from "./desertion-stats.ts";
export type {
  CorrectionDetail,
  DesertionStatsEvents,
  ErrorDetail,
  LoadDetail,
  StaleDetail,
} from "./events.ts";
