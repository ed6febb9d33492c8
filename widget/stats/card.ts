import { html, nothing, type TemplateResult } from "lit";
import type { Summary, SummaryText } from "../../worker/contract/summary.ts";
import { chart } from "./chart.ts";
import { expectHistory } from "./history.ts";
import { type Drawing, type Drawn, isDrawn } from "./sparkline.ts";
import type { Layout } from "./view.ts";

/** As the service joins the parts of a label. */
const DOT = "\u00a0· ";

/** How a summary is to be shown. */
export interface View {
  layout: Layout;
  /** null: without a sparkline. */
  drawing: Drawing | null;
  /** The publisher's own heading; empty for none, null for the service's. */
  heading: string | null;
  /** Where a frozen number's present state is seen. */
  current: string;
  /** The reader wants to see more of it. */
  open(): void;
}

/** A summary as a reader sees it. Every word in it comes from the summary, or from the publisher's heading. */
export function card(summary: Summary, { layout, drawing, heading, current, open }: View): TemplateResult {
  const { lang, dir, ...text } = summary.text;
  const hidden: readonly string[] = summary.theme.hidden ?? [];
  const draw = (drawn: Drawn) =>
    drawing && isDrawn(drawn) ? chart(drawn, drawing, text.sparkline_alt) : nothing;
  if (layout === "inline") {
    // As small as a word it has no place for the week that has only begun.
    const graph = draw({ ...summary, headline: { ...summary.headline, so_far: null } });
    return html`<span part="card" aria-live="polite" lang=${lang} dir=${dir}>${numberLink(summary)}${graph}</span>`;
  }
  const ownHeading = heading ?? (hidden.includes("heading") ? "" : text.heading);
  const history =
    text.history && !hidden.includes("history")
      ? html`<button part="history" @pointerenter=${expectHistory} @focus=${expectHistory} @click=${open}>${text.history.open}</button>`
      : nothing;
  const size = summary.type.span === "this-week" ? "level" : "";
  return html`<figure part="card" class=${size} lang=${lang} dir=${dir} aria-label=${heading || text.heading}>
    ${line("heading", ownHeading)}
    <div aria-live="polite" aria-atomic="true">
      <p part="number">${qualified(text)}</p>
      ${line("label", text.label, parts(text.label))}
    </div>
    ${line("so-far", text.so_far)}
    ${line("change", hidden.includes("change") ? "" : text.change)}
    ${draw(summary)}
    ${line("status", text.status, status(text, current))}
    ${line("status", text.correction)}
    <figcaption part="footer">
      <span part=${summary.headline.value === null ? "" : "detail"}>${text.detail}</span>
      ${sourceLink(summary)}
      ${history}
    </figcaption>
  </figure>`;
}

function line(part: string, words: string, shown: unknown = words): TemplateResult | typeof nothing {
  return words ? html`<p part=${part}>${shown}</p>` : nothing;
}

/** Parts of a label stay whole where they can; the dot before one goes where a line begins with it. */
function parts(label: string): TemplateResult[] {
  return label
    .split(DOT)
    .map((part, index) => html`<span>${index ? html`<b>${DOT}</b>` : nothing}${part}</span>`);
}

/** The word of the number is read with it, and set smaller. Translators leave digits as the service wrote them. */
function qualified({ qualifier, number }: Pick<SummaryText, "qualifier" | "number">): TemplateResult {
  const word = qualifier && html`<small>${qualifier} </small>`;
  return html`${word}<span translate="no">${number}</span>`;
}

/** With a link on what a frozen number counts now. */
function status({ status, since }: Pick<SummaryText, "status" | "since">, current: string): unknown {
  if (!since) return status;
  const [before, after] = status.split(since);
  return html`${before}<a href=${current} rel="noopener">${since}</a>${after}`;
}

/** Within a sentence of the publisher's the number itself is the link, and carries its whole statement. */
function numberLink(summary: Summary): TemplateResult {
  const { inline, sentence } = summary.text;
  return html`<a part="number" title=${sentence} href=${sourceOf(summary)} rel="noopener">${inline}</a>`;
}

function sourceLink(summary: Summary): TemplateResult {
  return html`<a href=${sourceOf(summary)} rel="noopener">${summary.text.source}</a>`;
}

/** The printed figure, else the source of the edition. Only the web is linked to, whatever an address says. */
function sourceOf({ headline, edition }: Summary): string | typeof nothing {
  const url = headline.figure?.url ?? edition.source.url;
  return /^https?:/.test(url) ? url : nothing;
}
