import type { SummaryTheme, ThemeStyle } from "../../contract/theme.ts";
import type { PublishedTheme } from "../../contract/theme-answers.ts";
import { wholeStack } from "./families.ts";
import { lookOf } from "./look.ts";

/** The theme of whoever names none: the element's own looks. */
export const DEFAULT_THEME = "default";

/**
 * What the element needs of a theme; of one that isn't published, that the default one stands in. `look` is there only
 * where it takes more than what every element has: the element then loads the script for it.
 */
export function summaryTheme(theme: PublishedTheme | undefined): SummaryTheme {
  if (!theme) return { slug: DEFAULT_THEME };
  const { light, dark, radius, density, number_size, layout, chart, hidden } = theme.style;
  const font = wholeStack(theme.style.font);
  const choices = { light, dark, font, radius, density, number_size, layout, chart, hidden };
  const look = lookOf(theme.style);
  const { logo } = theme.style;
  const further = { ...(isFurther(theme.style, look) && { look }), ...(logo && { logo }) };
  return { slug: theme.slug, version: theme.version, ...choices, ...further };
}

/** Whether it takes more to draw it than every element has. */
function isFurther({ light, dark, hidden, ...style }: ThemeStyle, look: object): boolean {
  return (
    Object.keys(look).length > 0 ||
    [light, dark].some(({ number, rule }) => number || rule) ||
    hidden.some((part) => part === "so-far" || part === "detail") ||
    [style.logo, style.byline, style.note, style.credit].some(Boolean)
  );
}
