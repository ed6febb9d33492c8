import { html } from "hono/html";
import { OEMBED_CACHE_AGE_S } from "../../config.ts";
import type { EmbedQuery, Oembed } from "../../contract/embed.ts";
import type { Summary } from "../../contract/summary.ts";
import { frameAddress } from "./address.ts";
import type { FrameSize } from "./size.ts";

/** Scripts, and links that open a page of their own; nothing else of the page around. */
const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

/** A frame as oEmbed hands it to the pages of others. */
export function oembedOf(query: EmbedQuery, summary: Summary, origin: string, size: FrameSize): Oembed {
  const { heading } = summary.text;
  const frame = html`<iframe src="${frameAddress(origin, query)}" title="${heading}" width="${size.width}" height="${size.height}" sandbox="${SANDBOX}" loading="lazy" style="border:0;max-width:100%"></iframe>`;
  return {
    version: "1.0",
    type: "rich",
    title: heading,
    provider_name: "desertion-stats",
    provider_url: `${origin}/`,
    cache_age: OEMBED_CACHE_AGE_S,
    ...size,
    html: String(frame),
  };
}

/** The same as XML: an element for each field (https://oembed.com, 2.3.3). */
export function oembedXml(oembed: Oembed): string {
  const fields = Object.entries(oembed).map(([name, value]) => html`<${name}>${String(value)}</${name}>\n`);
  return String(html`<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<oembed>
${fields}</oembed>
`);
}
