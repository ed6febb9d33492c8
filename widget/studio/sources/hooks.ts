import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Delivery, Hook } from "../../../worker/contract/hooks.ts";
import { reasonOf } from "../service/refusal.ts";
import { deleteHook, listHooks, readHook, testHook } from "../service/sources.ts";
import { LANGUAGE_NAMES } from "../words/index.ts";
import { answerText, deliveries } from "./deliveries.ts";
import "./hook-form.ts";
import { words } from "./words/index.ts";

/** Where notices go, for admins: receivers, a test of each, and what arrived. */
export class StudioHooks extends LitElement {
  static override properties: PropertyDeclarations = {
    hooks: { state: true },
    open: { state: true },
    said: { state: true },
    log: { state: true },
  };

  declare hooks: Hook[];
  /** Id of the receiver that is changed; "": a new one; null: none is. */
  declare open: string | null;
  declare said: string;
  declare log: { id: string; deliveries: Delivery[] } | null;

  constructor() {
    super();
    this.hooks = [];
    this.open = null;
    this.said = "";
    this.log = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#load();
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="notices">
      <h2 id="notices">${words.notices}</h2>
      <p class="hint">${words.noticesHelp}</p>
      <p role="status" class="said">${this.said}</p>
      ${this.hooks.length === 0 ? html`<p class="hint">${words.noHooks}</p>` : html`<ul class="sources">${this.hooks.map((hook) => this.#hook(hook))}</ul>`}
      ${
        this.open === ""
          ? html`<studio-hook-form @saved=${this.#saved} @left=${this.#leave}></studio-hook-form>`
          : html`<p><button type="button" @click=${() => (this.open = "")}>${words.addHook}</button></p>`
      }
    </section>`;
  }

  #hook(hook: Hook): TemplateResult {
    const { id, label, host, shape, lang: spoken, events } = hook;
    const { log } = this;
    if (this.open === id) {
      return html`<li>
        <studio-hook-form .hook=${hook} @saved=${this.#saved} @left=${this.#leave}></studio-hook-form>
      </li>`;
    }
    return html`<li>
      <h3>${label}</h3>
      <p>${words.shapes[shape]}, <code>${host}</code>, <span lang=${spoken}>${LANGUAGE_NAMES[spoken]}</span></p>
      <p class="hint">${words.events}: ${events.map((event) => words.eventNames[event]).join(", ")}</p>
      <p class="do">
        <button type="button" @click=${() => this.#test(hook)}>${words.test}</button>
        <button type="button" aria-expanded=${log?.id === id} @click=${() => this.#show(id)}>${words.log}</button>
        <button type="button" @click=${() => (this.open = id)}>${words.change}</button>
        <button type="button" @click=${() => this.#remove(hook)}>${words.remove}</button>
      </p>
      ${log?.id === id ? deliveries(log.deliveries) : ""}
    </li>`;
  }

  async #load(): Promise<void> {
    const answer = await listHooks();
    if (answer.ok) this.hooks = answer.body.hooks;
    else this.said = reasonOf(answer);
  }

  readonly #leave = (): void => {
    this.open = null;
  };

  readonly #saved = async ({ detail }: CustomEvent<string>): Promise<void> => {
    this.said = detail;
    this.open = null;
    await this.#load();
  };

  async #test({ id }: Hook): Promise<void> {
    const answer = await testHook(id);
    this.said = answer.ok ? words.tested(answerText(answer.body.delivery.answered)) : reasonOf(answer);
    if (this.log?.id === id) await this.#show(id, true);
  }

  async #show(id: string, again = false): Promise<void> {
    if (this.log?.id === id && !again) {
      this.log = null;
      return;
    }
    const answer = await readHook(id);
    if (answer.ok) this.log = { id, deliveries: answer.body.deliveries };
  }

  async #remove({ id, label }: Hook): Promise<void> {
    if (!confirm(words.reallyRemove(label))) return;
    const answer = await deleteHook(id);
    this.said = answer.ok ? "" : reasonOf(answer);
    await this.#load();
  }
}

customElements.define("studio-hooks", StudioHooks);
