import { html } from "hono/html";
import type { SummaryTheme } from "../../contract/theme.ts";

type Markup = ReturnType<typeof html>;

/** The paper's own credit, behind the source. */
export function creditOf(credit: string | undefined): Markup | "" {
  return credit ? html`<span part="credit">${credit}</span>` : "";
}

/** Its logo, as the element's script draws it (`widget/look`): paths, whose colours the styles take as their fill. */
export function logoOf({ logo }: SummaryTheme): Markup | "" {
  if (!logo) return "";
  const { width, height, label, paths } = logo;
  return html`<svg part="logo" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${paths.map(
    ({ d, fill }) => html`<path d="${d}"${fill ? html` color="${fill}"` : ""}></path>`,
  )}</svg>`;
}
