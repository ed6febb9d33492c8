import { html } from "hono/html";
import { OEMBED_CACHE_AGE_S } from "../../config.ts";
import type { EmbedQuery, Oembed } from "../../contract/embed.ts";
import { frameAddress } from "./address.ts";
import type { FrameSize } from "./size.ts";
import type { Told } from "./told.ts";

/** Scripts, links that open a page of their own, and data to take along; nothing else of the page around. */
const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/**
 * A frame as oEmbed hands it to the pages of others. Where a consumer keeps no style, `frameborder` is what keeps a
 * browser from drawing an inset border.
 * @param title what the frame is called to those who don't see it, with every filter
 * @param quoted before the frame, the statement in a `<blockquote>` without attributes, as WordPress knows it
 */
export function oembedOf(
  query: EmbedQuery,
  answer: Told,
  origin: string,
  size: FrameSize,
  title: string,
  quoted: boolean,
): Oembed {
  const address = frameAddress(origin, query);
  const frame = html`<iframe src="${address}" title="${title}" width="${size.width}" height="${size.height}" frameborder="0" sandbox="${SANDBOX}" loading="lazy" style="border:0;max-width:100%"></iframe>`;
  return {
    version: "1.0",
    type: "rich",
    title,
    provider_name: "desertion-stats",
    provider_url: `${origin}/`,
    cache_age: OEMBED_CACHE_AGE_S,
    ...size,
    html: String(quoted ? html`${quoteOf(answer, address)}${frame}` : frame),
  };
}

function quoteOf({ text }: Told, address: string) {
  return html`<blockquote><a href="${address}">${text.sentence}</a></blockquote>`;
}

/** The same as XML: an element for each field (https://oembed.com, 2.3.3). */
export function oembedXml(oembed: Oembed): string {
  const fields = Object.entries(oembed).map(([name, value]) => html`<${name}>${String(value)}</${name}>\n`);
  return String(html`<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<oembed>
${fields}</oembed>
`);
}
