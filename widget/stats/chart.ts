import { html, nothing, svg, type TemplateResult } from "lit";
import type { DrawingText } from "../../worker/contract/summary.ts";
import { type Drawing, type Drawn, PIECES, type Point, sketch } from "./sparkline.ts";

/** From the back to the front. */
const PATHS = ["area", "band", "bound", "provisional", "known", "newest"] as const;

/**
 * A series as SVG that fills whatever box its styles give it: paths are stretched, strokes and letters aren't. Beside
 * it stands the widest of the numerals again, unseen, so that there is room for them in whatever letters the page has.
 *
 * @param alt what the drawing shows, in words
 */
export function chart(drawn: Drawn, drawing: Drawing, alt: string): TemplateResult {
  const parts = sketch(drawn, drawing);
  const { axis, last, scale, soFar } = parts;
  const { key } = drawn.text.drawing;
  // Areas and bands have names of their own.
  const kind = drawing === "bars" ? "bar" : "line";
  return html`<div part="sparkline" class=${drawing} role="img" aria-label=${alt}>
    <svg>
      ${scale.map(([y, numeral]) => scaleLine(y, numeral))}
      ${axis.map(([x, name, roomy]) => axisMark(x, name, roomy))}
      <svg viewBox="0 0 100 100" preserveAspectRatio="none">
        ${PATHS.map((name) => svg`<path class=${name} part=${name < "bo" ? name : kind} d=${parts[name]}></path>`)}
      </svg>
      ${soFar ? mark(soFar, "so-far", 2.5) : nothing}
      ${last ? mark(last, parts.isOpen ? "open" : "", 4) : nothing}
    </svg>
    <span>${scale.at(-1)?.[1]}</span>
    ${key.length > 0 ? html`<div part="key">${key.map((one) => keyLine(one, drawing))}</div>` : nothing}
  </div>`;
}

function scaleLine(y: number, numeral: string): TemplateResult<2> {
  return svg`
    <line part="grid" x2="100%" y1="${y}%" y2="${y}%"></line>
    <text part="axis" x="100%" y="${y}%" dx=".5em" dy=".35em">${numeral}</text>`;
}

function axisMark(x: number, name: string, roomy: boolean): TemplateResult<2> {
  return svg`<svg class=${roomy ? "roomy" : ""} x="${x}%" y="100%">
      <path class="tick" d="M0,0v5"></path>
      <text part="axis" dx=".2em" dy="1.4em">${name}</text>
    </svg>`;
}

function mark([x, y]: Point, kind: string, radius: number): TemplateResult<2> {
  return svg`<circle class=${kind} cx="${x}%" cy="${y}%" r=${radius}></circle>`;
}

/** With a piece of what it explains, as the drawing draws it. */
function keyLine({ mark: kind, text }: DrawingText["key"][number], drawing: Drawing): TemplateResult {
  const piece =
    kind === "so-far"
      ? svg`<circle class=${kind} cx="9" cy="5" r="2.5"></circle>`
      : svg`<path class=${kind === "bound" ? kind : "provisional"} d=${PIECES[drawing]}></path>`;
  return html`<span><svg viewBox="0 0 18 10">${piece}</svg>${text}</span>`;
}
