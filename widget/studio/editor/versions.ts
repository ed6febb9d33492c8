import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { ThemeVersion } from "../../../worker/contract/theme-answers.ts";
import { differences } from "../draft/changed.ts";
import { inForce, type Standing } from "../service/themes.ts";
import { dayOf, words as studio } from "../words/index.ts";
import { shown } from "./conflict.ts";
import { namesOf } from "./field-names.ts";
import { words } from "./words/index.ts";

/**
 * The published versions of a theme, and the way to delete it. An earlier one is looked at before it goes out again:
 * says `look` with the version that the preview is to show (null: none any more), `again` with the one to publish.
 */
export class StudioVersions extends LitElement {
  static override properties: PropertyDeclarations = {
    standing: { attribute: false },
    isDefault: { attribute: false },
    isChanged: { attribute: false },
    looked: { attribute: false },
  };

  declare standing: Standing;
  declare isDefault: boolean;
  /** There are changes that aren't saved. */
  declare isChanged: boolean;
  /** The version that is looked at; null: none is. */
  declare looked: ThemeVersion | null;

  constructor() {
    super();
    this.looked = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("looked")) return;
    const before = changed.get("looked") as ThemeVersion | null | undefined;
    const place = this.looked
      ? this.querySelector<HTMLElement>("#again")
      : (this.querySelector<HTMLElement>(`[data-version="${before?.version}"]`) ??
        (before ? this.querySelector<HTMLElement>("#versions") : null));
    place?.focus();
    if (this.looked) place?.scrollIntoView({ block: "center" });
  }

  protected override render(): TemplateResult {
    const { standing, looked } = this;
    const current = inForce(standing);
    return html`<section aria-labelledby="versions">
      <h2 id="versions" tabindex="-1">${words.versions}</h2>
      ${standing.versions.length === 0 ? html`<p class="hint">${studio.notPublished}</p>` : ""}
      <ol class="versions" reversed>
        ${standing.versions.map((one) => this.#line(one, current, looked))}
      </ol>
      ${current && !this.isDefault ? this.#removal() : ""}
    </section>`;
  }

  #line(one: ThemeVersion, current: ThemeVersion | null, looked: ThemeVersion | null): TemplateResult {
    const { version, at, by, style } = one;
    return html`<li>
      <span>${words.versionBy(version, dayOf(at), by)}</span>
      ${
        style === null
          ? html`<span class="hint">${words.deletedHere}</span>`
          : version === current?.version
            ? html`<span class="hint">${words.current}</span>`
            : html`<button type="button" class="small" data-version=${version} aria-expanded=${version === looked?.version}
                aria-label=${words.publishAgainName(version)}
                @click=${() => this.#look(version === looked?.version ? null : one)}>${words.publishAgain} …</button>`
      }
      ${version === looked?.version ? this.#confirmation(one, current) : ""}
    </li>`;
  }

  /** What would go out, beside the preview that shows it, before it does. */
  #confirmation({ version, style }: ThemeVersion, current: ThemeVersion | null): TemplateResult {
    const found = style && current?.style ? differences(current.style, style) : [];
    return html`<div class="again">
      <h3 id="again" tabindex="-1">${words.againTitle(version)}</h3>
      <p>${this.isChanged || this.standing.draft ? words.againOverEdits : words.againHelp}</p>
      ${
        found.length === 0
          ? ""
          : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="again"><table>
              <thead><tr><th scope="col">${words.field}</th><th scope="col">${words.onPagesNow}</th><th scope="col">${words.afterwards}</th></tr></thead>
              <tbody>${found.map(
                ({ field, before, after }) => html`<tr>
                  <th scope="row">${namesOf([field])}</th><td>${shown(before)}</td><td>${shown(after)}</td>
                </tr>`,
              )}</tbody>
            </table></div>`
      }
      <p class="buttons">
        <button type="button" @click=${() => this.#look(null)}>${studio.cancel}</button>
        <button type="button" class="primary" @click=${() => this.#say("again", version)}>${words.againSure(version)}</button>
      </p>
    </div>`;
  }

  #removal(): TemplateResult {
    return html`<div class="danger">
      <button type="button" @click=${() => this.querySelector<HTMLDialogElement>("dialog")?.showModal()}>${words.remove} …</button>
      <dialog aria-labelledby="remove-title">
        <h2 id="remove-title">${words.remove}</h2>
        <p>${words.removeWarning}</p>
        <p class="buttons">
          <button type="button" @click=${this.#close}>${studio.cancel}</button>
          <button type="button" class="primary" @click=${() => {
            this.#close();
            this.#say("remove", null);
          }}>${words.removeSure}</button>
        </p>
      </dialog>
    </div>`;
  }

  readonly #close = (): void => this.querySelector<HTMLDialogElement>("dialog")?.close();

  #look(version: ThemeVersion | null): void {
    this.#say("look", version);
  }

  #say(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

customElements.define("studio-versions", StudioVersions);
