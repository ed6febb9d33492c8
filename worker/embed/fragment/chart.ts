import { html } from "hono/html";
import { firstOf, surfaceUnder } from "../../../widget/look/paths.ts";
import { type Drawing, PIECES, type Point, type Sketch, sketch } from "../../../widget/stats/sparkline.ts";
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
      html`<line part="grid" x2="100%" y1="${y}%" y2="${y}%"></line><text part="axis" x="100%" y="${y}%" dx=".5em" dy=".35em">${numeral}</text>`,
  )}${axis.map(
    ([x, name, roomy]) =>
      html`<svg class="${roomy ? "roomy" : ""}" x="${x}%" y="100%"><path class="tick" d="M0,0v5"></path><text part="axis" dx=".2em" dy="1.4em">${name}</text></svg>`,
  )}<svg viewBox="0 0 100 100" preserveAspectRatio="none">${
    summary.theme.look &&
    drawing === "line" &&
    html`<path class="under area" part="area" d="${surfaceUnder(drawn.known)}"></path>`
  }${PATHS.map(
    (name) => html`<path class="${name}" part="${partOf(name, drawing)}" d="${drawn[name]}"></path>`,
  )}</svg>${soFar && mark(soFar, "so-far", 2.5)}${last && mark(last, isOpen ? "open" : "", 4)}${endsOf(summary, drawn)}</svg><span>${scale.at(-1)?.[1]}</span>${key.length > 0 && html`<div part="key">${key.map((one) => keyLine(one, drawing))}</div>`}</div>`;
}

/** The first and the newest value at the drawing's ends, where a theme writes them. */
function endsOf({ text, theme }: Summary, drawn: Sketch): Markup | "" {
  const { ends } = text.drawing;
  const first = firstOf([drawn.known, drawn.bound, drawn.provisional]);
  if (!theme.look || !ends || !first || !drawn.last) return "";
  const label = ([x, y]: Point, anchor: string, words: string) =>
    html`<text part="value-label" x="${x}%" y="${y}%" dy="-.6em" text-anchor="${anchor}">${words}</text>`;
  return html`${label(first, "start", ends[0])}${label(drawn.last, "end", ends[1])}`;
}

/** Ranges and surfaces have names of their own; whatever else is drawn is the line, or a bar. */
function partOf(name: string, drawing: Drawing): string {
  return /^b?a/.test(name) ? name : drawing === "bars" ? "bar" : "line";
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
