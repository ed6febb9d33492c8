import { html } from "hono/html";
import { LANGS, type Lang } from "../../contract/terms.ts";
import { fallbackText } from "../../wording/fallback.ts";
import { NBSP } from "../../wording/language/formats.ts";
import { SECTIONS } from "../../wording/language/methodology-text.ts";
import { LANGUAGES } from "../../wording/languages.ts";
import { METHODOLOGY } from "../../wording/methodology.ts";
import { sharedAs } from "../frame/preview-tags.ts";
import { blocksOf, endOf } from "./blocks.ts";
import { editionBox } from "./edition-box.ts";
import { type Markup, marked, paragraphs } from "./prose.ts";
import type { MethodologyView } from "./view.ts";

/** Languages by their own names. */
const NAMES: Readonly<Record<Lang, string>> = { en: "English", ru: "Русский", uk: "Українська" };

/** How the numbers are made: a whole document that needs no script. */
export function methodologyPage(view: MethodologyView): string {
  const { lang, facts } = view;
  const text = METHODOLOGY[lang];
  const words = LANGUAGES[lang];
  const page = `${html`<!doctype html>
<html lang="${lang}" dir="${words.dir}">
${head(view)}
<body>
${masthead(view)}
<main>
<header class="head">
<p class="kicker">${text.kicker}</p>
<h1>${text.title}</h1>
<p class="standfirst">${text.standfirst}</p>
${notices(view).map((notice) => html`<p class="notice">${marked(notice)}</p>`)}
</header>
<div class="columns">
<div class="side">${editionBox(facts, text.terms, words)}${contents(lang)}</div>
<div class="text">${sections(view)}</div>
</div>
</main>
${footer(lang)}
</body>
</html>`}\n`;
  // No line begins with a dash, in a heading as little as in prose.
  return page.replaceAll(" — ", `${NBSP}— `);
}

function head({ lang, sample, origin, asOf, facts }: MethodologyView): Markup {
  const { title, description } = METHODOLOGY[lang];
  const picture = `${origin}/v1/card.png?${new URLSearchParams({ lang, letters: "large", v: facts.id })}`;
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · desertion-stats</title>
<meta name="description" content="${description}">
${sharedAs({ type: "article", page: `${origin}${addressIn(lang, asOf)}`, title, description, picture, alt: fallbackText(null, lang) })}${sample ? html`<meta name="robots" content="noindex">` : ""}
<link rel="canonical" href="${origin}${addressIn(lang, asOf)}">
${LANGS.map((other) => html`<link rel="alternate" hreflang="${other}" href="${origin}${addressIn(other, asOf)}">`)}
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/base.css">
<link rel="stylesheet" href="/methodology.css">
<link rel="stylesheet" href="/methodology-blocks.css">
</head>`;
}

function masthead({ lang, asOf }: MethodologyView): Markup {
  const { labels } = METHODOLOGY[lang].terms;
  const link = (other: Lang) =>
    html`<a href="${addressIn(other, asOf)}" hreflang="${other}" lang="${other}"${other === lang ? html` aria-current="true"` : ""}>${NAMES[other]}</a>`;
  return html`<header class="masthead">
<nav class="languages" aria-label="${labels.languages}">${LANGS.map(link)}</nav>
<p class="name"><a href="/?lang=${lang}">desertion-stats</a></p>
</header>`;
}

/** What a reader has to know first, gravest first. */
function notices({ lang, facts, now, sample, stale }: MethodologyView): string[] {
  const { status, date } = LANGUAGES[lang];
  const published = date(facts.publishedOn);
  return [
    ...(sample ? [status.sample] : []),
    ...(stale ? [status.stale(published)] : []),
    ...(now ? [METHODOLOGY[lang].frozen(facts.id, published, now)] : []),
  ];
}

function contents(lang: Lang): Markup {
  const { sections, terms } = METHODOLOGY[lang];
  return html`<nav class="contents" aria-labelledby="contents"><h2 id="contents">${terms.labels.contents}</h2>
<ol>${SECTIONS.map((id) => html`<li><a href="#${id}">${sections[id].title}</a></li>`)}</ol></nav>`;
}

function sections(view: MethodologyView): Markup[] {
  const text = METHODOLOGY[view.lang].sections;
  const [blocks, ends] = [blocksOf(view), endOf(view)];
  return SECTIONS.map((id) => {
    const { title, prose, after } = text[id];
    return html`<section id="${id}"><h2>${title}</h2>
${paragraphs(prose(view.facts))}${blocks[id]}${after && paragraphs(after(view.facts))}${ends[id]}</section>`;
  });
}

function footer(lang: Lang): Markup {
  const { labels } = METHODOLOGY[lang].terms;
  return html`<footer class="foot"><p><a href="/?lang=${lang}">${labels.counter}</a></p>
<p>${labels.data}: <a href="/v1/figures">/v1/figures</a> <a href="/v1/figures.csv">CSV</a> <a href="/v1/figures/rates">/v1/figures/rates</a> <a href="/v1/summary?lang=${lang}">/v1/summary</a></p></footer>`;
}

function addressIn(lang: Lang, asOf: string | null): string {
  return `/methodology?lang=${lang}${asOf === null ? "" : `&as-of=${encodeURIComponent(asOf)}`}`;
}
