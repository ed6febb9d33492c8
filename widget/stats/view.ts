import type { SummaryTheme } from "../../worker/contract/theme.ts";
import { type Drawing, drawnAs, type Shown } from "./sparkline.ts";

export const LAYOUTS = ["card", "strip", "inline", "number"] as const;
export type Layout = (typeof LAYOUTS)[number];

/** What the tag itself says of its shape. */
export interface Asked {
  layout: string | null;
  chart: string | null;
}

/** Classes of the space that is kept for the answer: by the tag alone, as nobody knows the theme before the answer. */
export function spaceOf({ layout, chart }: Asked): string {
  return `for-${named(layout) ?? "card"}${chart === "none" ? " plain" : ""}`;
}

/**
 * The tag's layout, else the theme's, else a card. A theme can't make a tag a word of a sentence: it has the space of
 * a block by then.
 */
export function layoutOf({ layout }: Asked, theme: Partial<SummaryTheme>): Layout {
  // A comparison has a shape of its own, whatever the theme's is.
  if (layout === "compare") return "card";
  return named(layout) ?? named(theme.layout === "inline" ? null : theme.layout) ?? "card";
}

/** How the series is drawn; null: not at all. In a sentence it is only where the tag asks for it. */
export function drawingOf(
  { chart }: Asked,
  theme: Partial<SummaryTheme>,
  layout: Layout,
  summary: Shown,
): Drawing | null {
  const hidden = layout === "inline" || theme.hidden?.includes("sparkline");
  const kind = chart ?? (hidden ? "none" : theme.chart);
  return kind === "none" || layout === "number" ? null : drawnAs(summary, kind);
}

function named(layout: string | null | undefined): Layout | undefined {
  return LAYOUTS.find((name) => name === layout);
}
