import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { signIn } from "../service/session.ts";
import { words } from "../words/index.ts";

/**
 * Asks for a token and changes it into a session, which only the service and the browser's jar of cookies know. Says
 * `signed-in` with the session.
 */
export class StudioSignIn extends LitElement {
  static override properties: PropertyDeclarations = {
    name: { attribute: false },
    wrong: { state: true },
    busy: { state: true },
  };

  /** Of its field in the page: two forms may stand there at once. */
  declare name: string;
  declare wrong: string;
  declare busy: boolean;

  constructor() {
    super();
    this.name = "token";
    this.wrong = "";
    this.busy = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<form class="sign-in" @submit=${this.#submit}>
      <div class="field">
        <label for=${this.name}>${words.token}</label>
        <input
          id=${this.name}
          type="password"
          required
          autocomplete="off"
          spellcheck="false"
          aria-invalid=${this.wrong !== ""}
          aria-describedby="${this.name}-note"
        />
        <p id="${this.name}-note" class=${this.wrong ? "wrong" : "hint"} role="status">
          ${this.wrong || words.tokenHelp}
        </p>
      </div>
      <button class="primary" aria-disabled=${this.busy}>${words.signIn}</button>
    </form>`;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const field = this.querySelector("input");
    if (!field?.value.trim() || this.busy) return;
    this.busy = true;
    const answer = await signIn(field.value.trim());
    this.busy = false;
    if (answer.ok) {
      field.value = "";
      this.wrong = "";
      this.dispatchEvent(new CustomEvent("signed-in", { detail: answer.body }));
    } else {
      this.wrong =
        answer.status === 0
          ? words.offline
          : answer.status === 429
            ? words.tooOften
            : answer.status === 401 || answer.status === 422
              ? words.tokenWrong
              : (answer.problem?.detail ?? words.offline);
      field.select();
    }
  }
}

customElements.define("studio-sign-in", StudioSignIn);
