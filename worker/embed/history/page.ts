import { html } from "hono/html";
import { GRANULARITIES, type Granularity } from "../../contract/period.ts";
import type { SeriesBody, SeriesPoint } from "../../contract/series.ts";
import { LANGS, type Lang } from "../../contract/terms.ts";
import { LANGUAGES } from "../../wording/languages.ts";
import { PICTURE, sharedAs } from "../frame/preview-tags.ts";

type Markup = ReturnType<typeof html>;

/** Languages by their own names. */
const NAMES: Readonly<Record<Lang, string>> = { en: "English", ru: "Русский", uk: "Українська" };
/** What a picture can't be asked. */
const OF_THE_SERIES = ["granularity", "by", "from", "to", "last"];

export interface HistoryView {
  body: SeriesBody;
  /** What was asked, as it was asked. */
  asked: URLSearchParams;
  origin: string;
  /** What the desk said of this edition later, each with its head. */
  later: readonly string[];
}

/** A series as a page that needs no script: a picture, a table, and each state of it at an address of its own. */
export function historyPage(view: HistoryView): string {
  const { body, asked, origin, later } = view;
  const { text, edition, points } = body;
  const { history } = text;
  const picture = pictureOf(asked);
  const onPhones = addressWith(picture, new URLSearchParams(), { letters: "large" });
  const alt = `${text.heading}: ${text.label}`;
  const link = (changed: Record<string, string | null>) => addressWith("/history", asked, changed);
  return `${html`<!doctype html>
<html lang="${text.lang}" dir="${text.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text.heading}</title>
<meta name="description" content="${text.label}">
${edition.sample ? html`<meta name="robots" content="noindex">\n` : ""}<link rel="canonical" href="${origin}${link({})}">
${sharedAs({ type: "website", page: `${origin}${link({})}`, title: text.heading, description: text.label, picture: `${origin}${addressWith(onPhones, new URLSearchParams(), { v: edition.id })}`, alt })}<link rel="icon" href="data:,">
<link rel="stylesheet" href="/base.css">
<link rel="stylesheet" href="/methodology.css">
<link rel="stylesheet" href="/history.css">
</head>
<body>
<header class="masthead">
<nav class="languages">${LANGS.map((lang) => languageLink(lang, text.lang, link({ lang })))}</nav>
<p class="name"><a href="/?lang=${text.lang}">desertion-stats</a></p>
</header>
<main>
<header class="head">
<h1>${text.heading}</h1>
<p class="standfirst">${text.label}</p>
${text.status && html`<p class="notice">${text.status}</p>`}
</header>
<nav class="choices" aria-label="${history.granularity.label}">${GRANULARITIES.map((one) => granularityLink(one, view, link({ granularity: one })))}</nav>
<p class="picture"><a href="${picture}"><picture><source media="(max-width: 480px)" srcset="${onPhones}"><img src="${picture}" width="${PICTURE.width}" height="${PICTURE.height}" alt="${alt}" loading="lazy"></picture></a></p>
<ul class="ways">
<li><a href="${addressWith("/v1/series.csv", asked, { "as-of": edition.id })}">${history.csv}</a></li>
<li><a href="${picture}">${history.png}</a></li>
<li><a href="${link({ "as-of": edition.id })}">${history.frozen}</a></li>
<li><a href="/v1/editions/${edition.id}">${edition.id}</a></li>
</ul>
${later.map(
  (said) => html`<p class="notice">${said}</p>
`,
)}${
  points.some(({ value }) => value !== null)
    ? html`${
        text.coding &&
        html`<p>${text.coding}</p>
`
      }${table(body)}`
    : html`<p>${history.nothing}${text.reason && ` ${text.reason}`}</p>`
}
<p class="source">${sourceOf(body)}</p>
</main>
</body>
</html>`}\n`;
}

function languageLink(lang: Lang, current: Lang, href: string): Markup {
  return html`<a href="${href}" hreflang="${lang}" lang="${lang}"${lang === current ? html` aria-current="true"` : ""}>${NAMES[lang]}</a> `;
}

function granularityLink(one: Granularity, { body }: HistoryView, href: string): Markup {
  const { granularity } = body.text.history;
  return html`<a href="${href}"${one === body.granularity ? html` aria-current="true"` : ""}>${granularity[one]}</a> `;
}

/** The newest first, as a reader looks for it. */
function table({ points, text, by }: SeriesBody): Markup {
  const { history } = text;
  const hasKnown = points.some(({ known }) => known !== null);
  return html`<table>
<thead><tr><th scope="col">${history.period}</th>${by && html`<th scope="col"></th>`}<th scope="col">${text.count}</th>${hasKnown ? html`<th scope="col">${history.known}</th>` : ""}<th scope="col"></th></tr></thead>
<tbody>
${points.toReversed().map(
  (
    point,
  ) => html`<tr><th scope="row">${periodOf(point, text.lang)}</th>${by && html`<td>${text.keys[point.key ?? ""] ?? point.key}</td>`}<td>${valueText(point, text)}</td>${hasKnown ? html`<td>${point.known ?? ""}</td>` : ""}<td>${point.status === "provisional" ? stateOf(point, text) : ""}</td></tr>
`,
)}</tbody>
</table>`;
}

function periodOf({ label, period }: SeriesPoint, lang: Lang): Markup {
  return html`<span title="${label}">${LANGUAGES[lang].period(period).name}</span>`;
}

function valueText({ value, qualifier }: SeriesPoint, text: SeriesBody["text"]): string {
  if (value === null) return text.history.unknown;
  const numeral = LANGUAGES[text.lang].formats.number(value);
  return qualifier === "exact" ? numeral : text[qualifier].replace("{n}", () => numeral);
}

function stateOf({ expected }: SeriesPoint, { history }: SeriesBody["text"]): string {
  return expected
    ? history.expected.replace("{n}", () => `${expected.low}–${expected.high}`)
    : history.provisional;
}

function sourceOf({ edition, text }: SeriesBody): Markup | string {
  const { url } = edition.source;
  return /^https?:/.test(url) ? html`<a href="${url}" rel="noopener">${text.source}</a>` : text.source;
}

function pictureOf(asked: URLSearchParams): string {
  const changed = Object.fromEntries(OF_THE_SERIES.map((name) => [name, null]));
  return addressWith("/v1/card.png", asked, changed);
}

/** An address with a question; null takes a parameter out. */
function addressWith(
  path: string,
  asked: URLSearchParams,
  changed: Readonly<Record<string, string | null>>,
): string {
  const query = new URLSearchParams(asked);
  for (const [name, value] of Object.entries(changed)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  if (query.size === 0) return path;
  return `${path}${path.includes("?") ? "&" : "?"}${query}`;
}
