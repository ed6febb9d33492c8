import { html, nothing, svg, type TemplateResult } from "lit";
import type { Drawing, Point, Sketch } from "./sparkline.ts";

/** From the back to the front. */
const PATHS = ["area", "band", "bound", "known", "provisional", "counted"] as const;

/**
 * The sketch as SVG that fills whatever box its styles give it: paths are stretched, strokes and letters aren't.
 *
 * @param alt what the drawing shows, in words
 */
export function chart(sketch: Sketch, drawing: Drawing, alt: string): TemplateResult {
  const { isOpen, last, years } = sketch;
  return html`<svg part="sparkline" class=${drawing} role="img" aria-label=${alt}>
    ${years.map(([x, year]) => yearMark(x, year))}
    <svg viewBox="0 0 100 100" preserveAspectRatio="none">
      ${PATHS.map((name) => svg`<path class=${name} d=${sketch[name]}></path>`)}
    </svg>
    ${last ? newestMark(last, isOpen) : nothing}
  </svg>`;
}

function yearMark(x: number, year: number): TemplateResult<2> {
  return svg`
    <line x1="${x}%" x2="${x}%" y2="100%"></line>
    <text x="${x}%" y="100%" dy="1.25em">${year}</text>`;
}

function newestMark([x, y]: Point, isOpen: boolean): TemplateResult<2> {
  return svg`<circle class=${isOpen ? "open" : ""} cx="${x}%" cy="${y}%" r="3.5"></circle>`;
}
