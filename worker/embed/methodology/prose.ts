import { html } from "hono/html";
import { NBSP } from "../../wording/language/formats.ts";
import type { Prose } from "../../wording/language/methodology-text.ts";

/** Escaped HTML. No part of the page is asynchronous. */
export type Markup = ReturnType<typeof html>;

const MARKS = /\*\*(?<strong>.+?)\*\*|\[(?<label>[^\]]+)\]\((?<address>[^)\s]+)\)|`(?<code>[^`]+)`/g;

/** Prose as HTML: its few marks become elements, all else is escaped, and no line begins with a dash. */
export function marked(prose: Prose): Markup {
  const text = prose.replaceAll(" — ", `${NBSP}— `);
  const parts: unknown[] = [];
  let read = 0;
  for (const { 0: mark, index, groups = {} } of text.matchAll(MARKS)) {
    parts.push(text.slice(read, index), element(groups));
    read = index + mark.length;
  }
  return html`${parts}${text.slice(read)}`;
}

/** A link to where a figure was printed; words alone where the address isn't a page's. */
export function pageLink(address: string, words: string): Markup {
  return /^https?:/.test(address) ? html`<a href="${address}">${words}</a>` : html`${words}`;
}

export function paragraphs(prose: readonly Prose[]): Markup {
  return html`${prose.map((one) => html`<p>${marked(one)}</p>`)}`;
}

function element({ strong, label, address, code }: Record<string, string | undefined>): Markup {
  if (strong !== undefined) return html`<strong>${strong}</strong>`;
  if (code !== undefined) return html`<code>${code}</code>`;
  return html`<a href="${address}">${label}</a>`;
}
