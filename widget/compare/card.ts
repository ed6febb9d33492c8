import type { CompareBody, CompareText } from "../../worker/contract/compare.ts";
import type { Status } from "../../worker/contract/terms.ts";
import { type Bar, barsOf } from "./bars.ts";

/** A template's tag: Lit's in the browser, Hono's on the server; both escape what stands in it. */
export type Tag<Markup> = (strings: TemplateStringsArray, ...values: unknown[]) => Markup;

/** How a comparison is to be shown. */
export interface View {
  /** Empty for none. */
  heading: string;
  /** Address of the counts behind it, as a page; empty for none. */
  history: string;
}

/** As the service joins the parts of a label. */
const DOT = "\u00a0· ";
/** A piece of a bar, to explain its pen by. */
const PIECE = "M0,0H18V10H0Z";

/**
 * A comparison as a reader sees it: the period's own count and bar first, then those it is compared with, and the
 * sentence. One template for browser and server. Every word comes with the answer, or is the publisher's heading.
 */
export function comparisonCard<Markup>(html: Tag<Markup>, body: CompareBody, view: View): Markup {
  const { text, edition } = body;
  const bars = barsOf([body.period, ...body.against]);
  const line = (part: string, words: string) => (words ? html`<p part="${part}">${words}</p>` : "");
  const source = /^https?:/.test(edition.source.url)
    ? html`<a href="${edition.source.url}" rel="noopener">${text.source}</a>`
    : html`<span>${text.source}</span>`;
  return html`<figure part="card" lang="${text.lang}" dir="${text.dir}" aria-label="${view.heading || text.heading}">
    ${line("heading", view.heading)}
    <p part="label">${partsOf(html, text.label)}</p>
    <dl part="bars" class="bars">${text.sides.map((side, at) => row(html, side, bars[at] ?? null, at === 0 ? body.period.status : null))}</dl>
    ${text.key.length > 0 ? html`<p part="key">${text.key.map((one) => keyLine(html, one))}</p>` : ""}
    <p part="sentence" aria-live="polite">${text.sentence}</p>
    ${line("status", text.status)}
    <figcaption part="footer">
      ${source}
      ${view.history ? html`<a part="history" href="${view.history}" rel="noopener">${text.history}</a>` : ""}
    </figcaption>
  </figure>`;
}

/** Parts of a label stay whole where they can; the dot before one goes where a line begins with it. */
function partsOf<Markup>(html: Tag<Markup>, label: string): Markup[] {
  return label
    .split(DOT)
    .map((part, at) => (at ? html`<span><b>${DOT}</b>${part}</span>` : html`<span>${part}</span>`));
}

function row<Markup>(
  html: Tag<Markup>,
  { name, number, note }: CompareText["sides"][number],
  bar: Bar | null,
  own: Status | null,
): Markup {
  const isFirst = own !== null;
  // What is low only because records are late never stands in large letters.
  const size = own === "provisional" ? "level" : "large";
  const count = isFirst ? html`<dd part="number" class="${size}">${number}</dd>` : html`<dd>${number}</dd>`;
  return html`<div>
    <dt>${name}</dt>
    ${count}
    ${bar ? html`<dd class="bar" aria-hidden="true">${drawn(html, bar, isFirst)}</dd>` : ""}
    ${note ? html`<dd class="note">${note}</dd>` : ""}
  </div>`;
}

/** The period's own bar in full colour among paler ones, unless it is a lower bound itself. */
function drawn<Markup>(html: Tag<Markup>, bar: Bar, isFirst: boolean): Markup {
  const { provisional, bound, known, open, band } = bar;
  return html`<svg viewBox="0 0 100 10" preserveAspectRatio="none"><path class="provisional" d="${provisional}"></path><path class="bound" d="${bound}"></path><path class="${isFirst ? "newest" : "known"}" d="${known}"></path><path class="open" d="${open}"></path><path class="band" d="${band}"></path></svg>`;
}

function keyLine<Markup>(html: Tag<Markup>, { mark, text }: CompareText["key"][number]): Markup {
  const pen = mark === "bound" ? "bound" : "provisional";
  return html`<span><svg viewBox="0 0 18 10" class="bars" aria-hidden="true"><path class="${pen}" d="${PIECE}"></path></svg>${text}</span>`;
}
