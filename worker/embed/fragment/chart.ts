import { html } from "hono/html";
import { type Drawing, sketch } from "../../../widget/stats/sparkline.ts";
import type { Summary } from "../../contract/summary.ts";

/** From the back to the front. */
const PATHS = ["area", "band", "bound", "known", "provisional", "counted"] as const;

/** The sparkline as the element draws it. */
export function chartOf({ series, text }: Summary, drawing: Drawing): ReturnType<typeof html> {
  const drawn = sketch(series, drawing);
  const { isOpen, last, years } = drawn;
  return html`<svg part="sparkline" class="${drawing}" role="img" aria-label="${text.sparkline_alt}">${years.map(
    ([x, year]) =>
      html`<line x1="${x}%" x2="${x}%" y2="100%"></line><text x="${x}%" y="100%" dy="1.25em">${year}</text>`,
  )}<svg viewBox="0 0 100 100" preserveAspectRatio="none">${PATHS.map(
    (name) => html`<path class="${name}" d="${drawn[name]}"></path>`,
  )}</svg>${last && html`<circle class="${isOpen ? "open" : ""}" cx="${last[0]}%" cy="${last[1]}%" r="3.5"></circle>`}</svg>`;
}
