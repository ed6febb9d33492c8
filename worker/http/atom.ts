import { html } from "hono/html";
import { xmlText } from "./xml-text.ts";

/** An Atom feed (RFC 4287). Entries come newest first. */
export interface Feed {
  /** Permanent, and no other feed's. */
  id: string;
  lang: string;
  title: string;
  subtitle: string;
  author: string;
  rights: string;
  /** Address of the feed itself. */
  self: string;
  /** Of the newest entry, or of what the feed was made from. */
  updated: string;
  entries: readonly FeedEntry[];
}

export interface FeedEntry {
  id: string;
  title: string;
  updated: string;
  link: { href: string; type: string };
  /** Paragraphs of plain text. */
  lines: readonly string[];
}

export const ATOM = "application/atom+xml; charset=utf-8";

/** XML from text alone: hono's `html` escapes every value, and what XML can't hold at all is left out. */
export function toAtom(feed: Feed): string {
  const { lang, title, subtitle, author, rights, self, updated, id, entries } = feed;
  return String(html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
  <id>${id}</id>
  <title>${xmlText(title)}</title>
  <subtitle>${xmlText(subtitle)}</subtitle>
  <updated>${updated}</updated>
  <author><name>${xmlText(author)}</name></author>
  <rights>${xmlText(rights)}</rights>
  <link rel="self" type="application/atom+xml" href="${self}"/>
${entries.map(
  (entry) => html`  <entry>
    <id>${entry.id}</id>
    <title>${xmlText(entry.title)}</title>
    <updated>${entry.updated}</updated>
    <link rel="alternate" type="${entry.link.type}" href="${entry.link.href}"/>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${entry.lines.map((line) => html`<p>${xmlText(line)}</p>`)}</div></content>
  </entry>
`,
)}</feed>
`);
}
