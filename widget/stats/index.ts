import { HOME } from "./early.ts";
import { leavePolicies } from "./trusted-types.ts";
import "./define.ts";
import { DesertionStats } from "./desertion-stats.ts";

leavePolicies();

// Whoever has registered the tag, a bundle of the page's own, too, learns here where the service is.
const registered = customElements.get("desertion-stats") as typeof DesertionStats | undefined;
if (registered) registered.home ||= HOME;
document.dispatchEvent(new Event("desertion-stats-home"));

export type {
  CorrectionDetail,
  DesertionStatsEvents,
  ErrorDetail,
  LoadDetail,
  StaleDetail,
} from "./events.ts";
export { DesertionStats };
