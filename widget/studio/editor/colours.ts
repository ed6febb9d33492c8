import { html, nothing, type TemplateResult } from "lit";
import { type Palette, ThemeStyle } from "../../../worker/contract/theme.ts";
import { type ContrastPair, contrast, contrastPairs } from "../../../worker/domain/theme/contrast.ts";
import { nearestPassing } from "../colour/nearest.ts";
import { parseColour } from "../colour/parse.ts";
import { unreadable } from "../draft/faults.ts";
import { lang } from "../words/index.ts";
import { type Editing, idOf } from "./editing.ts";
import { words } from "./words/index.ts";

export type Scheme = "light" | "dark";
export const COLOURS = Object.keys(ThemeStyle.shape.light.shape) as (keyof Palette)[];

/** To two decimals and never up, so that 4.499 isn't shown as enough. */
const ratioText = (ratio: number) =>
  (Math.floor(ratio * 100) / 100).toLocaleString(lang, { maximumFractionDigits: 2 });

/** Colours of one scheme: each by hand or by picker, with the contrast of what it is seen on. */
export function palette(
  editing: Editing,
  scheme: Scheme,
  colours: readonly (keyof Palette)[] = COLOURS,
): TemplateResult {
  const pairs = contrastPairs(editing.style).filter((pair) => pair.scheme === scheme);
  return html`${colours.map((colour) =>
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
  const { [colour]: own, ink } = editing.style[scheme];
  const value = own ?? "";
  const written = editing.written(field);
  const write = (text: string) => {
    const read = parseColour(text);
    editing.write(field, text);
    if (read) paint(editing, scheme, colour, read);
    else if (isOptional(colour) && text.trim() === "") paint(editing, scheme, colour, undefined);
  };
  const settle = () =>
    written !== undefined && !unreadable(field, written) && editing.write(field, undefined);
  const isUnread = written !== undefined && unreadable(field, written) !== null;
  const fault = isUnread ? "colour" : editing.fault(field);
  const isFaint = pair !== undefined && pair.ratio < pair.least;
  const id = idOf(field);
  const label = words.colour[colour];
  return html`<div class="colour">
    <label for=${id}>${label}</label>
    <input
      type="color"
      aria-label=${words.picker(label, words[scheme])}
      .value=${own ?? ink}
      @input=${({ target }: Event) => {
        editing.write(field, undefined);
        paint(editing, scheme, colour, (target as HTMLInputElement).value);
      }}
    />
    <input
      id=${id}
      .value=${written ?? value}
      placeholder=${isOptional(colour) ? words.colour.ink : nothing}
      aria-invalid=${fault !== null || isFaint}
      aria-describedby="${id}-note"
      spellcheck="false"
      autocomplete="off"
      @input=${({ target }: Event) => write((target as HTMLInputElement).value)}
      @blur=${settle}
    />
    <p id="${id}-note" class=${fault || isFaint ? "wrong" : "hint"}>
      ${fault && fault !== "contrast" ? words.faults[fault] : pair ? verdict(editing, pair) : ""}
    </p>
  </div>`;
}

function verdict(editing: Editing, { scheme, foreground, background, ratio, least }: ContrastPair) {
  if (ratio >= least) return words.passes(ratioText(ratio));
  const { [foreground]: colour = "", [background]: ground = "" } = editing.style[scheme];
  const better = nearestPassing(colour, (other) => contrast(other, ground) >= least);
  const take = ({ target }: Event) => {
    // The button goes with its reason; whoever has pressed it goes on in the field.
    (target as Element)
      .closest(".colour")
      ?.querySelector<HTMLElement>(`#${idOf(`${scheme}.${foreground}`)}`)
      ?.focus();
    editing.write(`${scheme}.${foreground}`, undefined);
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

/** @param value undefined: as the text is */
export function paint(
  { style, set }: Editing,
  scheme: Scheme,
  colour: keyof Palette,
  value: string | undefined,
): void {
  const { [colour]: _, ...others } = style[scheme];
  set(`${scheme}.${colour}`, {
    [scheme]: value === undefined ? others : { ...style[scheme], [colour]: value },
  });
}

/** One that is the text's where it isn't chosen. */
function isOptional(colour: keyof Palette): boolean {
  return colour === "number" || colour === "rule";
}
