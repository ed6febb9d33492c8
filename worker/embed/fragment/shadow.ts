import { html, raw } from "hono/html";
import type { SummaryTheme } from "../../contract/theme.ts";
import { chosen } from "../frame/address.ts";
import { inWords } from "../frame/page.ts";
import type { EmbedView, Told } from "../frame/told.ts";
import { lookOf, schemeOf } from "./look.ts";

type Markup = ReturnType<typeof html>;

/** What stands in the shadow root: its classes, its content, and the style sheets that the build has made for it. */
export interface Shadow {
  classes: string;
  content: Markup;
  styles: readonly { address: string; text: string }[];
}

/** A tag with a declarative shadow root; in it, what browsers without one show. */
export function tagWith(view: EmbedView<Told & Themed>, { classes, content, styles }: Shadow): string {
  const { query, answer, origin } = view;
  const { lang } = answer.text;
  const given = chosen(query).filter(([name]) => name !== "lang" && name !== "color-scheme");
  const attributes = [
    ...given,
    ["color-scheme", schemeOf(query, answer.theme ?? PLAIN)] as const,
    ["lang", lang] as const,
    ["src", origin] as const,
  ];
  const look = lookOf(query, answer.theme ?? PLAIN);
  const frame = html`<div class="${classes}" style="${look}">${content}</div>`;
  const style = raw(styles.map(({ text }) => text.trim()).join("\n"));
  return `${html`<desertion-stats${attributes.map(([name, value]) => html` ${name}="${value}"`)}><template shadowrootmode="open"><style>${style}</style>${frame}</template>${inWords(answer)}</desertion-stats>`}\n`;
}

/**
 * The same root for the page of a frame, whose policy allows no styles between its lines: they come as files, and a
 * theme's own colours with the script.
 */
export function rootWith({ classes, content, styles }: Shadow): Markup {
  return html`<template shadowrootmode="open">${styles.map(({ address }) => html`<link rel="stylesheet" href="${address}">`)}<div class="${classes}">${content}</div></template>`;
}

interface Themed {
  theme?: SummaryTheme | undefined;
}
const PLAIN: SummaryTheme = { slug: "default" };
