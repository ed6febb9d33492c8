import { type Drawing, drawnAs, isDrawn } from "../../../widget/stats/sparkline.ts";
import type { EmbedQuery, FrameLayout } from "../../contract/embed.ts";
import type { Summary } from "../../contract/summary.ts";
import type { SummaryTheme } from "../../contract/theme.ts";
import { kindOf } from "../../domain/theme/families.ts";
import type { LookValue } from "../../domain/theme/look.ts";

/** What was asked for, else the theme's, else a card; a block never becomes a word of a sentence. */
export function layoutOf({ layout }: EmbedQuery, theme: SummaryTheme): FrameLayout {
  return (
    (layout === "compare" ? undefined : layout) ??
    (theme.layout === "inline" ? undefined : theme.layout) ??
    "card"
  );
}

/** How the series is drawn, by the element's own rules; null: not at all. */
export function drawingOf(query: EmbedQuery, { theme, edition, series }: Summary): Drawing | null {
  const kind = query.chart ?? (theme.hidden?.includes("sparkline") ? "none" : theme.chart);
  if (kind === "none" || layoutOf(query, theme) === "number") return null;
  return drawnAs({ edition, series }, kind);
}

/** Whether there is anything to draw, and it is drawn. */
export function hasDrawing(query: EmbedQuery, summary: Summary): boolean {
  return drawingOf(query, summary) !== null && isDrawn(summary);
}

/**
 * The colours of a fragment, as its tag says them so that the element keeps them: those asked for; else a theme's light
 * ones, on their own ground; else `host`, which is legible on any.
 */
export function schemeOf(
  { "color-scheme": scheme }: EmbedQuery,
  theme: SummaryTheme,
): EmbedQuery["color-scheme"] {
  return scheme === "host" && theme.light ? "light" : scheme;
}

/** Classes of colours and alignment: a scheme stands on its own ground, `host` on the page's. */
export function groundOf(query: EmbedQuery, theme: SummaryTheme): string {
  const scheme = schemeOf(query, theme);
  const ground = scheme === "host" || theme.look?.surface ? scheme : `${scheme} own`;
  return ["center", "end"].includes(String(theme.look?.align)) ? `${ground} aligned` : ground;
}

/** The theme's values as the declarations of a style attribute, beneath the page's own `--ds-…`. */
export function lookOf({ "color-scheme": scheme }: EmbedQuery, theme: SummaryTheme): string {
  const colours = Object.entries(theme[scheme === "dark" ? "dark" : "light"] ?? {});
  const settings = Object.entries(theme.look ?? {}).map(([name, value]) => [name, written(value)]);
  return [...colours, ...settings].map(([name, value]) => `--theme-${name}:${value}`).join(";");
}

function written(value: LookValue): string {
  if (typeof value === "number") return `${value}px`;
  return Array.isArray(value) ? `"${value.join('","')}",${kindOf(value) ?? "sans-serif"}` : value;
}
