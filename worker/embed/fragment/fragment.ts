import { html } from "hono/html";
import styles from "../../../dist/site/embed/fragment.css";
import { isDrawn } from "../../../widget/stats/sparkline.ts";
import type { EmbedQuery } from "../../contract/embed.ts";
import type { Summary, SummaryText } from "../../contract/summary.ts";
import { DOT } from "../../wording/language/formats.ts";
import { frameAddress } from "../frame/address.ts";
import { historyAddress } from "../frame/history-address.ts";
import type { EmbedView } from "../frame/told.ts";
import { chartOf } from "./chart.ts";
import { drawingOf, groundOf, layoutOf } from "./look.ts";
import { creditOf, logoOf } from "./own.ts";
import type { Shadow } from "./shadow.ts";

type Markup = ReturnType<typeof html>;

/** As the build minified it (widget/stats/styles/fragment.css). */
export const STYLES = { address: "/embed/fragment.css", text: styles };

/**
 * The counter as the browser's own script would render it. The script leaves it in place until it has an answer of its
 * own, so the markup is the script's (`widget/stats/card.ts`), and a test compares the two.
 */
export function counterShadow(view: EmbedView<Summary>): Shadow {
  return { classes: classesOf(view.query, view.answer), content: card(view), styles: [STYLES] };
}

function classesOf(query: EmbedQuery, { theme }: Summary): string {
  const space = `for-${query.layout ?? "card"}${query.chart === "none" ? " plain" : ""}`;
  return `frame ${space} ${layoutOf(query, theme)} ${groundOf(query, theme)}`;
}

function card({ query, answer: summary, origin }: EmbedView<Summary>): Markup {
  const { text, theme } = summary;
  const hidden: readonly string[] = theme.hidden ?? [];
  const heading = query.heading ?? (hidden.includes("heading") ? "" : text.heading);
  const drawing = drawingOf(query, summary);
  // Alone in its window the counter's own page has no host whose colours it could take.
  const scheme = query["color-scheme"] === "host" ? "light" : query["color-scheme"];
  const own = { ...query, "color-scheme": scheme };
  const current = frameAddress(origin, { ...own, "as-of": undefined });
  // Where nothing is known it says why, and always stands.
  const isKnown = summary.headline.value !== null;
  const detail =
    isKnown && hidden.includes("detail")
      ? ""
      : html`<span part="${isKnown ? "detail" : ""}">${text.detail}</span> `;
  const level = summary.type.span === "this-week" ? "level" : "";
  return html`<figure part="card" class="${level}" lang="${text.lang}" dir="${text.dir}" aria-label="${text.heading}">
${line("heading", heading)}${line("byline", text.byline ?? "")}<div aria-live="polite" aria-atomic="true"><p part="number">${text.qualifier && html`<small>${text.qualifier} </small>`}<span translate="no">${text.number}</span></p> ${line("label", text.label, parts(text.label))}</div>
${line("so-far", hidden.includes("so-far") ? "" : text.so_far)}
${line("change", hidden.includes("change") ? "" : text.change)} ${drawing && isDrawn(summary) && chartOf(summary, drawing)}
${line("status", text.status, status(text, current))}${line("status", text.correction)}${line("note", text.note ?? "")}
<figcaption part="footer">${detail}${source(summary)}
${!hidden.includes("history") && history(text, historyAddress(origin, query, summary))}${creditOf(text.credit)}${logoOf(theme)}</figcaption>
</figure>`;
}

function line(part: string, words: string, shown: string | Markup = words): Markup | "" {
  return words && html`<p part="${part}">${shown}</p>`;
}

/** Parts of a label stay whole where they can; the dot before one goes where a line begins with it. */
function parts(label: string): Markup {
  return html`${label.split(DOT).map((part, index) => html`<span>${index > 0 && html`<b>${DOT}</b>`}${part}</span>`)}`;
}

/** With a link on what a frozen number counts now. */
function status({ status, since }: SummaryText, current: string): string | Markup {
  if (!since) return status;
  const [before, after] = status.split(since);
  return html`${before}<a href="${current}" rel="noopener">${since}</a>${after}`;
}

/** Where the script has a button, there is a link without it: to the history's page. */
function history({ history }: SummaryText, address: string): Markup {
  return html`<a part="history" href="${address}">${history.open}</a>`;
}

/** Only the web is linked to, whatever an address says. */
function source({ headline, edition, text }: Summary): Markup {
  const url = headline.figure?.url ?? edition.source.url;
  return /^https?:/.test(url)
    ? html`<a href="${url}" rel="noopener">${text.source}</a>`
    : html`<a>${text.source}</a>`;
}
