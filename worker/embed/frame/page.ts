import { html } from "hono/html";
import type { EmbedQuery } from "../../contract/embed.ts";
import { chosen, frameAddress, oembedAddress } from "./address.ts";
import { previewTags } from "./preview-tags.ts";
import type { EmbedView, Told } from "./told.ts";

type Markup = ReturnType<typeof html>;

export interface FrameView extends EmbedView<Told> {
  /** What the page is called: heading and filters. */
  title: string;
}

/**
 * A page for a frame: the element, rendered for readers without scripts, and in its tag what older browsers show.
 * @param root the element's declarative shadow root
 */
export function framePage({ query, answer, title, origin }: FrameView, root: Markup): string {
  const { lang, dir, sentence } = answer.text;
  // A transparent theme stands on the ground of the page around the frame.
  const ground = answer.theme?.look?.surface ? `${query["color-scheme"]} clear` : query["color-scheme"];
  return `${html`<!doctype html>
<html lang="${lang}" dir="${dir}" class="${ground}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${sentence}">
${answer.edition.sample ? html`<meta name="robots" content="noindex">\n` : ""}<link rel="canonical" href="${frameAddress(origin, query)}">
<link rel="alternate" type="application/json+oembed" href="${oembedAddress(origin, query, "json")}" title="${title}">
<link rel="alternate" type="text/xml+oembed" href="${oembedAddress(origin, query, "xml")}" title="${title}">
${previewTags(answer, query, origin, frameAddress(origin, query))}<link rel="icon" href="data:,">
<link rel="stylesheet" href="/embed/frame.css">
<link rel="preload" as="style" href="/embed/fragment.css">
<script type="module" src="/embed/v1.js"></script>
<script type="module" src="/embed/frame.js"></script>
<base target="_blank">
</head>
<body>
<main>
<desertion-stats${attributes(query)}>${root}${inWords(answer)}</desertion-stats>
</main>
</body>
</html>`}\n`;
}

/** The element's defaults are for a host page that it can see; in a frame the scheme is always said. */
function attributes(query: EmbedQuery): Markup[] {
  const scheme = query["color-scheme"];
  const given = chosen(query).filter(([name]) => name !== "color-scheme");
  return [...given, ...(scheme === "host" ? [] : [["color-scheme", scheme] as const])].map(
    ([name, value]) => html` ${name}="${value}"`,
  );
}

/**
 * The statement with its warnings and its source, as plain text has them. One paragraph: where two follow each other in a
 * tag, the element takes it for one that wasn't closed, with an article in it.
 */
export function inWords({ headline, edition, text }: Told): Markup {
  const url = headline?.figure?.url ?? edition.source.url;
  const warnings = [text.status, text.correction].filter(Boolean);
  return html`
<p>${text.sentence}<br>
${warnings.map((warning) => html`<strong>${warning}</strong><br>\n`)}${/^https?:/.test(url) ? html`<a href="${url}" rel="noopener">${text.source}</a>` : text.source}</p>
`;
}
