import { DesertionStats } from "./desertion-stats.ts";

/** A page may load the element twice, in two versions: the first one stays. */
if (!customElements.get("desertion-stats")) customElements.define("desertion-stats", DesertionStats);
