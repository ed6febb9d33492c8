import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { coloursIn } from "../colour/pasted.ts";
import { COLOURS, type Scheme } from "./colours.ts";
import { words } from "./words/index.ts";

/** Where a colour can go. */
const PLACES = (["light", "dark"] as const satisfies Scheme[]).flatMap((scheme) =>
  COLOURS.map((place) => ({ place, scheme })),
);

/** Takes the colours out of a pasted text, and offers each for a place in the palette. */
export class StudioPastedColours extends LitElement {
  static override properties: PropertyDeclarations = { text: { state: true } };

  declare text: string;

  constructor() {
    super();
    this.text = "";
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const colours = coloursIn(this.text);
    return html`<details class="paste">
      <summary>${words.paste}</summary>
      <div class="field">
        <label for="paste">${words.pasteLabel}</label>
        <textarea
          id="paste"
          rows="4"
          spellcheck="false"
          aria-describedby="paste-note"
          @input=${({ target }: Event) => (this.text = (target as HTMLTextAreaElement).value)}
        ></textarea>
        <p id="paste-note" class="hint" role="status">
          ${this.text && colours.length === 0 ? words.pasteNone : words.pasteHelp}
        </p>
      </div>
      <ul class="swatches">
        ${colours.map((colour) => this.#swatch(colour))}
      </ul>
    </details>`;
  }

  #swatch(colour: string): TemplateResult {
    const assign = ({ target }: Event) => {
      const chosen = PLACES[(target as HTMLSelectElement).selectedIndex - 1];
      if (chosen) this.dispatchEvent(new CustomEvent("assign", { detail: { colour, ...chosen } }));
    };
    return html`<li>
      <svg class="dot" viewBox="0 0 1 1" aria-hidden="true"><rect width="1" height="1" fill=${colour} /></svg>
      <code>${colour}</code>
      <select aria-label=${words.assign(colour)} @change=${assign}>
        <option>${words.assignNot}</option>
        ${PLACES.map(
          ({ place, scheme }) =>
            html`<option value="${scheme}.${place}">${words.colour[place]} · ${words[scheme]}</option>`,
        )}
      </select>
    </li>`;
  }
}

customElements.define("studio-pasted-colours", StudioPastedColours);
