import type { SummaryTheme } from "../../worker/contract/theme.ts";
import type { Scheme } from "./surroundings.ts";

/** Distance between the parts by density; `regular` is the element's own. */
const SPACES: Readonly<Record<string, string>> = { compact: ".5em", airy: "1.125em" };

/**
 * What a theme sets in one colour scheme: CSS values under the names of the element's custom properties, without
 * `--ds-`. What isn't in it stays the element's own.
 *
 * @param letters family of type of the page, for readers who have none of the theme's; none if empty
 */
export function lookOf(
  theme: Partial<SummaryTheme>,
  scheme: Scheme,
  letters = "",
): Record<string, string | undefined> {
  const { font, radius, density, number_size } = theme;
  const space = SPACES[density ?? ""];
  return {
    ...theme[scheme],
    ...(font?.[0] && { font: [`"${font.join('","')}"`, letters].filter(Boolean).join(",") }),
    ...(radius && { radius: `${radius}px` }),
    ...(space && { space }),
    ...(number_size && { "number-size": `${number_size}em` }),
  };
}

/**
 * Puts a look beneath the page's own `--ds-…`: the styles take `--theme-…` where the page has nothing to say. Set by
 * name and value, it needs no `unsafe-inline`, and no value can be more than a value.
 */
export function dress({ style }: HTMLElement, look: Record<string, string | undefined>): void {
  for (const name of [...style]) style.removeProperty(name);
  for (const [name, value] of Object.entries(look)) style.setProperty(`--theme-${name}`, value ?? "");
}
