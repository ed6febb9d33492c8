import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Conflict } from "../draft/base.ts";
import type { Collision } from "../draft/merge.ts";
import { namesOf } from "./field-names.ts";
import { words } from "./words/index.ts";

/**
 * What two have changed, each to something else: field by field, with who did, and which is to stay. All other changes
 * of both stand in the theme already. Says `settled` with the fields that stay as the others have them.
 */
export class StudioConflict extends LitElement {
  static override properties: PropertyDeclarations = {
    conflict: { attribute: false },
    theirs: { state: true },
  };

  declare conflict: Conflict;
  /** Fields that stay as the others have them. */
  declare theirs: ReadonlySet<string>;

  constructor() {
    super();
    this.theirs = new Set();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** It stands in the way, so whoever is at work is brought to it. */
  protected override firstUpdated(): void {
    const title = this.querySelector<HTMLElement>("h2");
    title?.focus();
    title?.scrollIntoView({ block: "center" });
  }

  protected override render(): TemplateResult {
    const { theirs, authors, taken, collisions } = this.conflict;
    const by = [...new Set(authors.values())].join(", ");
    return html`<section class="conflict" role="group" aria-labelledby="conflict" aria-describedby="conflict-help">
      <h2 id="conflict" tabindex="-1">${theirs ? words.conflict(by || null) : words.conflictGone}</h2>
      <p id="conflict-help">${theirs ? words.conflictHelp : words.conflictGoneHelp}</p>
      ${taken.length > 0 ? html`<p>${words.conflictTaken(namesOf(taken))}</p>` : ""}
      ${collisions.length > 0 ? this.#fields(collisions) : ""}
      <p class="buttons">
        ${
          collisions.length > 1
            ? html`<button type="button" @click=${() => this.#choose(collisions.map(({ field }) => field))}>${words.takeTheirs}</button>
                <button type="button" @click=${() => this.#choose([])}>${words.keepMine}</button>`
            : ""
        }
        <button type="button" class="primary" @click=${this.#settle}>${words.conflictGoOn}</button>
      </p>
    </section>`;
  }

  #fields(collisions: readonly Collision[]): TemplateResult {
    return html`<div class="collisions">${collisions.map(
      ({ field, mine, theirs }) => html`<fieldset>
        <legend>${namesOf([field])}</legend>
        ${this.#option(field, false, words.mine, mine)}
        ${this.#option(field, true, words.theirs(this.conflict.authors.get(field) ?? null), theirs)}
      </fieldset>`,
    )}</div>`;
  }

  #option(field: string, isTheirs: boolean, label: string, value: string): TemplateResult {
    return html`<label class="tick">
      <input type="radio" name="collision-${field}" .checked=${this.theirs.has(field) === isTheirs}
        @change=${() => this.#choose([...this.theirs].filter((one) => one !== field).concat(isTheirs ? field : []))} />
      <span>${label}: ${shown(value)}</span>
    </label>`;
  }

  #choose(fields: Iterable<string>): void {
    this.theirs = new Set(fields);
  }

  readonly #settle = (): void => {
    this.dispatchEvent(new CustomEvent("settled", { detail: this.theirs }));
  };
}

/** A colour with itself beside it; nothing as a dash. */
export function shown(value: string): TemplateResult {
  if (!/^#[0-9a-f]{6}$/.test(value)) return html`${value || "–"}`;
  return html`<svg class="dot" viewBox="0 0 1 1" aria-hidden="true"><rect width="1" height="1" fill=${value} /></svg> ${value}`;
}

customElements.define("studio-conflict", StudioConflict);
