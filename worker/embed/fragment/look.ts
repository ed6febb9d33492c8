import { type Drawing, drawnAs } from "../../../widget/stats/sparkline.ts";
import type { EmbedQuery, FrameLayout } from "../../contract/embed.ts";
import type { Summary } from "../../contract/summary.ts";
import type { SummaryTheme } from "../../contract/theme.ts";
import { kindOf } from "../../domain/theme/families.ts";

/** Distance between the parts by density; `regular` is the element's own. */
const SPACES: Readonly<Record<string, string>> = { compact: ".5em", airy: "1.125em" };

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

/** Classes of colours: a scheme stands on its own ground, `host` on the page's. */
export function groundOf(query: EmbedQuery, theme: SummaryTheme): string {
  const scheme = schemeOf(query, theme);
  return scheme === "host" ? scheme : `${scheme} own`;
}

/** The theme's values as the declarations of a style attribute, beneath the page's own `--ds-…`. */
export function lookOf({ "color-scheme": scheme }: EmbedQuery, theme: SummaryTheme): string {
  const { font, radius, density, number_size } = theme;
  const space = SPACES[density ?? ""];
  const look = {
    ...theme[scheme === "dark" ? "dark" : "light"],
    ...(font?.[0] && { font: `"${font.join('","')}",${kindOf(font) ?? "sans-serif"}` }),
    ...(radius && { radius: `${radius}px` }),
    ...(space && { space }),
    ...(number_size && { "number-size": `${number_size}em` }),
  };
  return Object.entries(look)
    .map(([name, value]) => `--theme-${name}:${value}`)
    .join(";");
}
