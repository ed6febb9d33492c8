import { html, raw } from "hono/html";
import styles from "../../../dist/site/embed/fragment.css";
import { isDrawn } from "../../../widget/stats/sparkline.ts";
import type { Summary, SummaryText } from "../../contract/summary.ts";
import { DOT } from "../../wording/language/formats.ts";
import { chosen, frameAddress } from "../frame/address.ts";
import { historyAddress } from "../frame/history-address.ts";
import { type CounterView, inWords } from "../frame/page.ts";
import { chartOf } from "./chart.ts";
import { drawingOf, groundOf, layoutOf, lookOf, schemeOf } from "./look.ts";

type Markup = ReturnType<typeof html>;

/** As the build minified it (widget/stats/styles/fragment.css). */
const STYLE = raw(styles.trim());

/**
 * The element as the browser's own script would render it, in a declarative shadow root; in its tag, what browsers
 * without one show. The script leaves it in place until it has an answer of its own, so the markup is the script's
 * (`widget/stats/card.ts`), and a test compares the two.
 */
export function fragmentOf({ query, summary, origin }: CounterView): string {
  const { lang } = summary.text;
  const given = chosen(query).filter(([name]) => name !== "lang" && name !== "color-scheme");
  const attributes = [
    ...given,
    ["color-scheme", schemeOf(query, summary.theme)] as const,
    ["lang", lang] as const,
    ["src", origin] as const,
  ];
  const look = lookOf(query, summary.theme);
  const frame = html`<div class="${classesOf(query, summary)}" style="${look}">${card({ query, summary, origin })}</div>`;
  return `${html`<desertion-stats${attributes.map(([name, value]) => html` ${name}="${value}"`)}><template shadowrootmode="open"><style>${STYLE}</style>${frame}</template>${inWords(summary)}</desertion-stats>`}\n`;
}

/**
 * The same root for the page of a frame, whose policy allows no styles between its lines: they come as a file, and a
 * theme's own colours with the script.
 */
export function rootOf(view: CounterView): Markup {
  return html`<template shadowrootmode="open"><link rel="stylesheet" href="/embed/fragment.css"><div class="${classesOf(view.query, view.summary)}">${card(view)}</div></template>`;
}

function classesOf(query: CounterView["query"], { theme }: Summary): string {
  const space = `for-${query.layout ?? "card"}${query.chart === "none" ? " plain" : ""}`;
  return `frame ${space} ${layoutOf(query, theme)} ${groundOf(query, theme)}`;
}

function card({ query, summary, origin }: CounterView): Markup {
  const { text, theme } = summary;
  const hidden: readonly string[] = theme.hidden ?? [];
  const heading = query.heading ?? (hidden.includes("heading") ? "" : text.heading);
  const drawing = drawingOf(query, summary);
  // Alone in its window the counter's own page has no host whose colours it could take.
  const scheme = query["color-scheme"] === "host" ? "light" : query["color-scheme"];
  const own = { ...query, "color-scheme": scheme };
  const current = frameAddress(origin, { ...own, "as-of": undefined });
  const level = summary.type.span === "this-week" ? "level" : "";
  return html`<figure part="card" class="${level}" lang="${text.lang}" dir="${text.dir}" aria-label="${text.heading}">
${line("heading", heading)}<p part="number" aria-live="polite" aria-atomic="true">${text.qualifier && html`<small>${text.qualifier} </small>`}${text.number}</p> ${line("label", text.label, parts(text.label))}
${line("so-far", text.so_far)}
${line("change", hidden.includes("change") ? "" : text.change)} ${drawing && isDrawn(summary) && chartOf(summary, drawing)}
${line("status", text.status, status(text, current))}${line("status", text.correction)}
<figcaption part="footer"><span class="${summary.headline.value === null ? "" : "detail"}">${text.detail}</span> ${source(summary)}
${!hidden.includes("history") && history(text, historyAddress(origin, query, summary))}</figcaption>
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
