import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { redact } from "../service/imports.ts";
import { reasonOf } from "../service/refusal.ts";
import { words } from "./words/index.ts";

/** Takes what people called their files out of editions from before names were dropped. */
export class StudioRedact extends LitElement {
  static override properties: PropertyDeclarations = {
    said: { state: true },
    busy: { state: true },
  };

  declare said: string;
  declare busy: boolean;

  constructor() {
    super();
    this.said = "";
    this.busy = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { reviewing } = words;
    return html`<section class="files" aria-labelledby="redact">
      <h2 id="redact">${reviewing.redact}</h2>
      <p class="hint">${reviewing.redactHelp}</p>
      <p role="status">${this.said}</p>
      <button type="button" aria-disabled=${this.busy} @click=${this.#redact}>${reviewing.redactDo}</button>
    </section>`;
  }

  readonly #redact = async (): Promise<void> => {
    const { reviewing } = words;
    this.busy = true;
    const answer = await redact();
    this.busy = false;
    if (!answer.ok) this.said = reasonOf(answer);
    else if (answer.body.editions.length === 0) this.said = reviewing.redactedNone;
    else this.said = reviewing.redacted(answer.body.editions.join(", "));
  };
}

customElements.define("studio-redact", StudioRedact);
