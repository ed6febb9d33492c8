import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { isPlain } from "../../../worker/contract/plain-text.ts";
import { addToEdition } from "../service/imports.ts";
import { reasonOf } from "../service/refusal.ts";
import { words as studio } from "../words/index.ts";
import { focusWrong } from "./focus-wrong.ts";
import { words } from "./words/index.ts";

/** As the service takes it. */
const [LEAST, MOST] = [10, 1_000];

/**
 * Asks for what is to be said of an edition later, which can't be taken back. Says `added` with the edition's id. What was
 * typed for an edition stays until it is sent.
 */
export class StudioAddition extends LitElement {
  static override properties: PropertyDeclarations = {
    edition: { state: true },
    typed: { state: true },
    wrong: { state: true },
    busy: { state: true },
  };

  declare edition: string;
  declare typed: Readonly<Record<string, string>>;
  declare wrong: string;
  declare busy: boolean;

  constructor() {
    super();
    this.edition = "";
    this.typed = {};
    this.wrong = "";
    this.busy = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens the question about an edition. */
  ask(edition: string): void {
    this.edition = edition;
    this.wrong = "";
    this.querySelector("dialog")?.showModal();
  }

  protected override render(): TemplateResult {
    const { importing } = words;
    const { edition, wrong } = this;
    return html`<dialog class="back" aria-labelledby="addition-title">
      <form novalidate @submit=${this.#send}>
        <h2 id="addition-title">${importing.additionTitle(edition)}</h2>
        <p>${importing.additionHelp}</p>
        <div class="field">
          <label for="addition-text">${importing.additionText}</label>
          <textarea id="addition-text" rows="4" maxlength=${MOST} aria-describedby="addition-note"
            aria-invalid=${wrong ? "true" : "false"} .value=${this.typed[edition] ?? ""}
            @input=${({ target }: Event) => this.#type((target as HTMLTextAreaElement).value)}></textarea>
          <p id="addition-note" class=${wrong ? "wrong" : "hint"} role="status">${wrong || importing.overrideHelp}</p>
        </div>
        <p class="buttons">
          <button type="button" @click=${this.#close}>${studio.cancel}</button>
          <button class="primary" aria-disabled=${this.busy}>${importing.additionSure}</button>
        </p>
      </form>
    </dialog>`;
  }

  #type(text: string): void {
    this.typed = { ...this.typed, [this.edition]: text };
    this.wrong = "";
  }

  readonly #close = (): void => this.querySelector("dialog")?.close();

  readonly #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy) return;
    const { edition } = this;
    const text = (this.typed[edition] ?? "").trim();
    this.wrong = wrongIn(text);
    if (this.wrong) return focusWrong(this);
    this.busy = true;
    const answer = await addToEdition(edition, text);
    this.busy = false;
    if (!answer.ok) {
      this.wrong = answer.status === 409 ? words.importing.additionFull : reasonOf(answer);
      return;
    }
    const { [edition]: _, ...others } = this.typed;
    this.typed = others;
    this.#close();
    this.dispatchEvent(new CustomEvent("added", { detail: edition }));
  };
}

function wrongIn(text: string): string {
  if (text.length < LEAST) return words.importing.additionShort;
  return isPlain(text) ? "" : words.importing.additionUnfit;
}

customElements.define("studio-addition", StudioAddition);
