import { html } from "hono/html";

/** Escaped HTML. No part of the page is asynchronous. */
export type Markup = ReturnType<typeof html>;

/** A description's few marks: paragraphs parted by an empty line, and `code`. All else is escaped. */
export function prose(text: string): Markup {
  return html`${text.split("\n\n").map((paragraph) => html`<p>${inline(paragraph)}</p>`)}`;
}

export function inline(text: string): Markup {
  return html`${text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

/** A description as a sentence of its own. */
export function sentence(text: string): Markup {
  return html`${inline(text)}${/[.?!]$/.test(text) ? "" : "."}`;
}

/** Lines to copy. They may be wider than the page, so that the keyboard must reach them to scroll. */
export function sample(label: string, text: string): Markup {
  return html`<pre tabindex="0" role="group" aria-label="${label}"><code>${text}</code></pre>`;
}

/** Several small things in a row: "a, b, c". */
export function listed(items: readonly Markup[]): Markup {
  return html`${items.map((item, index) => (index === 0 ? item : html`, ${item}`))}`;
}
