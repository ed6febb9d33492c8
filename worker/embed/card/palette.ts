import type { Scheme } from "../../contract/card.ts";
import type { Palette, SummaryTheme } from "../../contract/theme.ts";

/** The element's own colours, on paper and at night. */
const OWN: Readonly<Record<Scheme, Palette>> = {
  light: { ink: "#161616", muted: "#5b5b5b", surface: "#ffffff", accent: "#b01e28", border: "#d3d0cb" },
  dark: { ink: "#f1efeb", muted: "#aba8a2", surface: "#171614", accent: "#f2695f", border: "#45433f" },
};

/** The theme's colours in a scheme, or the element's where it has none. */
export function paletteOf(theme: SummaryTheme, scheme: Scheme): Palette {
  return theme[scheme] ?? OWN[scheme];
}
