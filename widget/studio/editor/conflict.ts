import { html, type TemplateResult } from "lit";
import { LANGS } from "../../../worker/contract/terms.ts";
import type { ThemeStyle } from "../../../worker/contract/theme.ts";
import type { Conflict } from "../draft/base.ts";
import { differences } from "../draft/changed.ts";
import { LANGUAGE_NAMES, words } from "../words/index.ts";
import { COLOURS } from "./colours.ts";

/** What somebody else has made of the theme meanwhile, beside what stands here, and the choice between the two. */
export function conflictPanel(
  { theirs, by }: Conflict,
  mine: ThemeStyle,
  { takeTheirs, keepMine }: { takeTheirs(): void; keepMine(): void },
): TemplateResult {
  const found = theirs ? differences(theirs, mine) : [];
  return html`<section class="conflict" role="alertdialog" aria-labelledby="conflict" aria-describedby="conflict-help">
    <h2 id="conflict">${theirs ? words.conflict(by) : words.conflictGone}</h2>
    <p id="conflict-help">${theirs && found.length === 0 ? words.conflictSame : words.conflictHelp}</p>
    ${
      found.length === 0
        ? ""
        : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="conflict"><table>
            <thead><tr><th scope="col">${words.field}</th><th scope="col">${words.theirs}</th><th scope="col">${words.mine}</th></tr></thead>
            <tbody>${found.map(
              ({ field, before, after }) => html`<tr>
                <th scope="row">${nameOf(field)}</th><td>${shown(before)}</td><td>${shown(after)}</td>
              </tr>`,
            )}</tbody>
          </table></div>`
    }
    <p class="buttons">
      ${theirs ? html`<button type="button" @click=${takeTheirs}>${words.takeTheirs}</button>` : ""}
      <button type="button" class="primary" @click=${keepMine}>${words.keepMine}</button>
    </p>
  </section>`;
}

/** A colour with itself beside it; nothing as a dash. */
function shown(value: string): TemplateResult {
  if (!/^#[0-9a-f]{6}$/.test(value)) return html`${value || "–"}`;
  return html`<svg class="dot" viewBox="0 0 1 1" aria-hidden="true"><rect width="1" height="1" fill=${value} /></svg> ${value}`;
}

const NAMES: Readonly<Record<string, string>> = {
  name: words.name,
  font: words.font,
  radius: words.radius,
  density: words.density,
  number_size: words.numberSize,
  layout: words.layout,
  chart: words.chart,
  lang: words.lang,
  hidden: words.hidden,
  ...Object.fromEntries(
    COLOURS.flatMap((colour) => [
      [`light.${colour}`, `${words.colour[colour]}, ${words.light}`],
      [`dark.${colour}`, `${words.colour[colour]}, ${words.dark}`],
    ]),
  ),
  ...Object.fromEntries(LANGS.map((lang) => [`headings.${lang}`, words.heading(LANGUAGE_NAMES[lang])])),
};

/** A field of a theme as the editor calls it. */
function nameOf(field: string): string {
  return NAMES[field] ?? field;
}
