import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Preview } from "../service/imports.ts";
import "../sources/hour-form.ts";
import { words as studio } from "../words/index.ts";
import { review } from "./review.ts";
import { words } from "./words/index.ts";

/** How an upload is to be published. */
export interface Order {
  note: string;
  /** Why what the guard objects to is right; null: it objects to nothing. */
  override: string | null;
}

/**
 * An upload under review, and its way out: says `noted` with the note as it is typed, `order` to publish it, and
 * `waits` with a sentence once it waits for its hour.
 */
export class StudioReview extends LitElement {
  static override properties: PropertyDeclarations = {
    shown: { attribute: false },
    note: { attribute: false },
    override: { state: true },
    isSending: { attribute: false },
  };

  declare shown: Preview;
  /** What the edition will say of itself. */
  declare note: string;
  declare override: string;
  declare isSending: boolean;

  constructor() {
    super();
    this.note = "";
    this.override = "";
    this.isSending = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { importing } = words;
    const { shown } = this;
    return html`<section aria-labelledby="review">
      <h2 id="review" tabindex="-1">${studio.review}</h2>
      ${review(shown)}
      <form @submit=${this.#order}>
        ${area("note", importing.note, importing.noteHelp, this.note, false, (text) => this.#say("noted", text))}
        ${
          shown.guard.length > 0
            ? area(
                "override",
                importing.override,
                importing.overrideHelp,
                this.override,
                true,
                (text) => (this.override = text),
              )
            : ""
        }
        <button class="primary" aria-disabled=${this.isSending}>${importing.publish}</button>
      </form>
      <studio-hour-form .batch=${shown.batch.id} .note=${this.note} .override=${shown.guard.length > 0 ? this.override : null}
        @waits=${({ detail }: CustomEvent<string>) => this.#say("waits", detail)}></studio-hour-form>
    </section>`;
  }

  readonly #order = (event: SubmitEvent): void => {
    event.preventDefault();
    const { shown, note, override } = this;
    this.#say("order", { note, override: shown.guard.length > 0 ? override : null } satisfies Order);
  };

  #say(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function area(
  name: string,
  label: string,
  help: string,
  value: string,
  required: boolean,
  type: (text: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <textarea id=${name} ?required=${required} minlength=${required ? 10 : 0} maxlength="1000"
      aria-describedby="${name}-note" .value=${value}
      @input=${({ target }: Event) => type((target as HTMLTextAreaElement).value)}></textarea>
    <p id="${name}-note" class="hint">${help}</p>
  </div>`;
}

customElements.define("studio-review", StudioReview);
