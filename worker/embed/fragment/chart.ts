import { html } from "hono/html";
import { type Drawing, PIECES, type Point, sketch } from "../../../widget/stats/sparkline.ts";
import type { DrawingText, Summary } from "../../contract/summary.ts";

type Markup = ReturnType<typeof html>;

/** From the back to the front. */
const PATHS = ["area", "band", "bound", "provisional", "known", "newest"] as const;

/** The sparkline as the element draws it (`widget/stats/chart.ts`). */
export function chartOf(summary: Summary, drawing: Drawing): Markup {
  const drawn = sketch(summary, drawing);
  const { axis, isOpen, last, scale, soFar } = drawn;
  const { text } = summary;
  const { key } = text.drawing;
  return html`<div part="sparkline" class="${drawing}" role="img" aria-label="${text.sparkline_alt}"><svg>${scale.map(
    ([y, numeral]) =>
      html`<line x2="100%" y1="${y}%" y2="${y}%"></line><text x="100%" y="${y}%" dx=".5em" dy=".35em">${numeral}</text>`,
  )}${axis.map(
    ([x, name, roomy]) =>
      html`<svg class="${roomy ? "roomy" : ""}" x="${x}%" y="100%"><path class="tick" d="M0,0v5"></path><text dx=".2em" dy="1.4em">${name}</text></svg>`,
  )}<svg viewBox="0 0 100 100" preserveAspectRatio="none">${PATHS.map(
    (name) => html`<path class="${name}" d="${drawn[name]}"></path>`,
  )}</svg>${soFar && mark(soFar, "so-far", 2.5)}${last && mark(last, isOpen ? "open" : "", 4)}</svg><span>${scale.at(-1)?.[1]}</span>${key.length > 0 && html`<div>${key.map((one) => keyLine(one, drawing))}</div>`}</div>`;
}

function mark([x, y]: Point, kind: string, radius: number): Markup {
  return html`<circle class="${kind}" cx="${x}%" cy="${y}%" r="${radius}"></circle>`;
}

function keyLine({ mark: kind, text }: DrawingText["key"][number], drawing: Drawing): Markup {
  const piece =
    kind === "so-far"
      ? html`<circle class="${kind}" cx="9" cy="5" r="2.5"></circle>`
      : html`<path class="${kind === "bound" ? kind : "provisional"}" d="${PIECES[drawing]}"></path>`;
  return html`<span><svg viewBox="0 0 18 10">${piece}</svg>${text}</span>`;
}
