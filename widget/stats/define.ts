import { DesertionStats } from "./desertion-stats.ts";

// A page may load the element twice, in two versions: the first one stays. Where its shapes can't follow their column
// (Chrome before 105, Firefox before 110, Safari before 16), what stands in the tag is better than a counter; on a
// server there is no CSS at all.
if ((globalThis.CSSContainerRule ?? !globalThis.CSSRule) && !customElements.get("desertion-stats"))
  customElements.define("desertion-stats", DesertionStats);
