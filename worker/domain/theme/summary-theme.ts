import type { SummaryTheme } from "../../contract/theme.ts";
import type { PublishedTheme } from "../../contract/theme-answers.ts";
import { wholeStack } from "./families.ts";

/** The theme of whoever names none: the element's own looks. */
export const DEFAULT_THEME = "default";

/** What the element needs of a theme; of one that isn't published, that the default one stands in. */
export function summaryTheme(theme: PublishedTheme | undefined): SummaryTheme {
  if (!theme) return { slug: DEFAULT_THEME };
  const { light, dark, radius, density, number_size, layout, chart, hidden } = theme.style;
  const font = wholeStack(theme.style.font);
  const look = { light, dark, font, radius, density, number_size, layout, chart, hidden };
  return { slug: theme.slug, version: theme.version, ...look };
}
