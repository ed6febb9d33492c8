import { html, type TemplateResult } from "lit";
import type { Palette } from "../../../worker/contract/theme.ts";
import { line } from "../controls.ts";
import { words } from "../words/index.ts";
import { paint, palette, type Scheme } from "./colours.ts";
import { type Editing, letters, parts, presetButtons, shape, wording } from "./fields.ts";
import "./pasted-colours.ts";

/** A theme that has no address yet. */
export interface Naming {
  slug: string;
  wrong: string | null;
  /** Whether it was to be saved already, so that what is missing may be said. */
  isTried: boolean;
  rename(slug: string): void;
}

/** Everything that a theme is, as fields. */
export function look(
  editing: Editing,
  scheme: Scheme,
  turn: (scheme: Scheme) => void,
  naming: Naming | null,
): TemplateResult {
  const { style, set } = editing;
  const isNameless = style.name.trim() === "" && (naming?.isTried ?? true);
  const assign = ({ detail }: CustomEvent<{ colour: string; place: keyof Palette }>) =>
    paint(editing, scheme, detail.place, detail.colour);
  return html`<form class="look" aria-label=${words.editor} @submit=${(event: Event) => event.preventDefault()}>
    ${line(words.name, style.name, (name) => set("name", { name }), {
      name: "name",
      max: 60,
      help: words.nameHelp,
      wrong: isNameless ? words.nameMissing : null,
    })}
    ${
      naming
        ? line(words.slug, naming.slug, naming.rename, {
            name: "slug",
            max: 40,
            help: words.slugHelp,
            wrong: style.name.trim() === "" ? null : naming.wrong,
          })
        : ""
    }
    <fieldset><legend>${words.start}</legend>${presetButtons(editing)}</fieldset>
    <fieldset>
      <legend>${words.colours}</legend>
      ${schemes(scheme, turn)}
      ${palette(editing, scheme)}
      <studio-pasted-colours @assign=${assign}></studio-pasted-colours>
    </fieldset>
    ${letters(editing)} ${shape(editing)} ${wording(editing)} ${parts(editing)}
  </form>`;
}

/** The two colour schemes to choose from, as two buttons of which one is pressed. */
function schemes(scheme: Scheme, turn: (scheme: Scheme) => void): TemplateResult {
  return html`<div class="segments" role="group" aria-label=${words.scheme}>
    ${(["light", "dark"] as const).map(
      (one) =>
        html`<button type="button" aria-pressed=${one === scheme} @click=${() => turn(one)}>${words[one]}</button>`,
    )}
  </div>`;
}
