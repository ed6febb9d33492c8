import { html } from "hono/html";

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
  <title>${clean(title)}</title>
  <subtitle>${clean(subtitle)}</subtitle>
  <updated>${updated}</updated>
  <author><name>${clean(author)}</name></author>
  <rights>${clean(rights)}</rights>
  <link rel="self" type="application/atom+xml" href="${self}"/>
${entries.map(
  (entry) => html`  <entry>
    <id>${entry.id}</id>
    <title>${clean(entry.title)}</title>
    <updated>${entry.updated}</updated>
    <link rel="alternate" type="${entry.link.type}" href="${entry.link.href}"/>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${entry.lines.map((line) => html`<p>${clean(line)}</p>`)}</div></content>
  </entry>
`,
)}</feed>
`);
}

/** Without control characters and halves of surrogate pairs (XML 1.0, 2.2). */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
