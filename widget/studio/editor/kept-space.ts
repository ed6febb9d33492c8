import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import type { Embed } from "../snippet.ts";

/**
 * What a snippet says of its theme's shape where nothing else is chosen: a page keeps a counter's space before anybody
 * has asked for the theme, and what keeps a card's for a number leaves a hole.
 */
export function keptSpace({
  layout,
  chart,
  hidden,
}: Pick<ThemeStyle, "layout" | "chart" | "hidden">): Pick<Embed, "layout" | "chart"> {
  const hasChart = chart !== "none" && !hidden.includes("sparkline");
  return {
    layout: layout === "strip" || layout === "number" ? layout : null,
    chart: hasChart || layout === "number" ? null : "none",
  };
}
