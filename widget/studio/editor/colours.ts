import { html, type TemplateResult } from "lit";
import { type Palette, ThemeStyle } from "../../../worker/contract/theme.ts";
import { type ContrastPair, contrast, contrastPairs } from "../../../worker/domain/theme/contrast.ts";
import { nearestPassing } from "../colour/nearest.ts";
import { parseColour } from "../colour/parse.ts";
import { lang, words } from "../words/index.ts";
import type { Editing } from "./fields.ts";

export type Scheme = "light" | "dark";
export const COLOURS = Object.keys(ThemeStyle.shape.light.shape) as (keyof Palette)[];

/** To two decimals and never up, so that 4.499 isn't shown as enough. */
const ratioText = (ratio: number) =>
  (Math.floor(ratio * 100) / 100).toLocaleString(lang, { maximumFractionDigits: 2 });

/** The palette of one scheme: each colour by hand or by picker, with the contrast of what it is seen on. */
export function palette(editing: Editing, scheme: Scheme): TemplateResult {
  const pairs = contrastPairs(editing.style).filter((pair) => pair.scheme === scheme);
  return html`${COLOURS.map((colour) =>
    row(
      editing,
      scheme,
      colour,
      pairs.find(({ foreground }) => foreground === colour),
    ),
  )}`;
}

function row(editing: Editing, scheme: Scheme, colour: keyof Palette, pair?: ContrastPair): TemplateResult {
  const field = `${scheme}.${colour}`;
  const value = editing.style[scheme][colour];
  const typed = editing.typed.get(field);
  const write = (text: string) => {
    const read = parseColour(text);
    editing.type(field, text);
    if (read) paint(editing, scheme, colour, read);
  };
  const settle = () => parseColour(typed ?? value) && editing.type(field, undefined);
  const isWrong = typed !== undefined && !parseColour(typed);
  const id = `colour-${scheme}-${colour}`;
  const label = words.colour[colour];
  return html`<div class="colour">
    <label for=${id}>${label}</label>
    <input
      type="color"
      aria-label=${words.picker(label)}
      .value=${value}
      @input=${({ target }: Event) => {
        editing.type(field, undefined);
        paint(editing, scheme, colour, (target as HTMLInputElement).value);
      }}
    />
    <input
      id=${id}
      .value=${typed ?? value}
      aria-invalid=${isWrong}
      aria-describedby="${id}-note"
      spellcheck="false"
      autocomplete="off"
      @input=${({ target }: Event) => write((target as HTMLInputElement).value)}
      @blur=${settle}
    />
    <p id="${id}-note" class=${isWrong || (pair && pair.ratio < pair.least) ? "wrong" : "hint"}>
      ${isWrong ? words.colourWrong : pair ? verdict(editing, pair) : ""}
    </p>
  </div>`;
}

function verdict(editing: Editing, { scheme, foreground, background, ratio, least }: ContrastPair) {
  if (ratio >= least) return words.passes(ratioText(ratio));
  const { [foreground]: colour, [background]: ground } = editing.style[scheme];
  const better = nearestPassing(colour, (other) => contrast(other, ground) >= least);
  const take = () => {
    editing.type(`${scheme}.${foreground}`, undefined);
    if (better) paint(editing, scheme, foreground, better);
  };
  return html`${words.ratio(ratioText(ratio), ratioText(least))}
    ${
      better &&
      html`<button type="button" class="small" @click=${take}>
      <svg class="dot" viewBox="0 0 1 1" aria-hidden="true"><rect width="1" height="1" fill=${better} /></svg>
      ${words.useInstead(better)}
    </button>`
    }`;
}

export function paint({ style, set }: Editing, scheme: Scheme, colour: keyof Palette, value: string): void {
  set(`${scheme}.${colour}`, { [scheme]: { ...style[scheme], [colour]: value } });
}
