import { svg, type TemplateResult } from "lit";
import type { Drawing, Sketch } from "./sparkline.ts";

/** From the back to the front. */
const PATHS = ["area", "band", "bound", "known", "provisional", "counted"] as const;

/**
 * The sketch as SVG that fills whatever box its styles give it: paths are stretched, strokes and letters aren't.
 *
 * @param alt what the drawing shows, in words
 */
export function chart(sketch: Sketch, drawing: Drawing, alt: string): TemplateResult {
  const { isOpen, last, years } = sketch;
  return svg`<svg part="sparkline" class=${drawing} role="img" aria-label=${alt}>${years.map(
    ([x, year]) =>
      svg`<line x1="${x}%" x2="${x}%" y2="100%"></line><text x="${x}%" y="100%" dy="1.25em">${year}</text>`,
  )}<svg viewBox="0 0 100 100" preserveAspectRatio="none">${PATHS.map(
    (name) => svg`<path class=${name} d=${sketch[name]}></path>`,
  )}</svg>${last && svg`<circle class=${isOpen ? "open" : ""} cx="${last[0]}%" cy="${last[1]}%" r="3.5"></circle>`}</svg>`;
}
