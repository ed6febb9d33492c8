import { html, type TemplateResult } from "lit";
import type { Palette } from "../../../worker/contract/theme.ts";
import { line } from "../controls.ts";
import { COLOURS, paint, palette, type Scheme } from "./colours.ts";
import type { Editing } from "./editing.ts";
import { below, layoutField, parts, presetButtons, shape, typeface, wording } from "./fields.ts";
import { further, ownLines } from "./further.ts";
import { words } from "./words/index.ts";
import "./logo.ts";
import "./pasted-colours.ts";

/** A theme that has no address yet. */
export interface Naming {
  slug: string;
  rename(slug: string): void;
}

/** Chosen first: a page's ground, and the colour that a paper is known by. The others follow from a preset. */
const FIRST = ["surface", "accent"] as const satisfies (keyof Palette)[];
const OTHERS = COLOURS.filter((colour) => !FIRST.some((one) => one === colour));

/**
 * Everything that a theme is, as fields: five choices first, the rest folded.
 * @param turn told of the colour scheme whose fields somebody has gone to, so that it is seen
 */
export function look(
  editing: Editing,
  turn: (scheme: Scheme) => void,
  naming: Naming | null,
): TemplateResult {
  const { style, set } = editing;
  const assign = ({ detail }: CustomEvent<{ colour: string; place: keyof Palette; scheme: Scheme }>) =>
    paint(editing, detail.scheme, detail.place, detail.colour);
  return html`<form class="look" aria-label=${words.editor} @submit=${(event: Event) => event.preventDefault()}>
    ${line(words.name, style.name, (name) => set("name", { name }), {
      ...below(editing, "name", words.nameHelp),
      max: 60,
    })}
    <div class="field"><span>${words.start}</span>${presetButtons(editing)}</div>
    <div class="palette" @focusin=${() => turn("light")}>${palette(editing, "light", FIRST)}</div>
    ${typeface(editing)}
    <details class="fold">
      <summary>${words.colours}</summary>
      <fieldset @focusin=${() => turn("light")}>
        <legend>${words.light}</legend>
        ${palette(editing, "light", OTHERS)}
      </fieldset>
      <fieldset @focusin=${() => turn("dark")}>
        <legend>${words.dark}</legend>
        ${palette(editing, "dark")}
      </fieldset>
      <studio-pasted-colours @assign=${assign}></studio-pasted-colours>
    </details>
    ${fold(words.shape, html`${layoutField(editing)} ${shape(editing)}`)}
    ${fold(words.further, further(editing))}
    ${fold(words.wording, wording(editing))}
    ${fold(words.own, ownLines(editing))}
    ${fold(words.parts, parts(editing))}
    ${
      naming
        ? fold(
            words.slug,
            line(words.slug, naming.slug, naming.rename, {
              ...below(editing, "slug", words.slugHelp),
              max: 40,
            }),
          )
        : ""
    }
  </form>`;
}

function fold(title: string, fields: TemplateResult): TemplateResult {
  return html`<details class="fold"><summary>${title}</summary><div class="fields">${fields}</div></details>`;
}
