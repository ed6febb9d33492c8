import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import {
  type Delivery,
  HOOK_EVENTS,
  HOOK_SHAPES,
  type Hook,
  type HookRequest,
} from "../../../worker/contract/hooks.ts";
import { LANGS } from "../../../worker/contract/terms.ts";
import { choice, line, tick } from "../controls.ts";
import { reasonOf } from "../service/refusal.ts";
import { addHook, deleteHook, listHooks, readHook, testHook } from "../service/sources.ts";
import { dayOf, LANGUAGE_NAMES, lang } from "../words/index.ts";
import { type Refusal, refusalOf } from "./refusal.ts";
import { words } from "./words/index.ts";

const NEW: HookRequest = {
  label: "",
  url: "",
  shape: "slack",
  lang,
  events: [...HOOK_EVENTS],
  old_after_days: 60,
};
const UNREFUSED: Refusal = { fields: {}, text: "" };

/** Where notices go, for admins: receivers, a test of each, and what arrived. */
export class StudioHooks extends LitElement {
  static override properties: PropertyDeclarations = {
    hooks: { state: true },
    typed: { state: true },
    refused: { state: true },
    said: { state: true },
    log: { state: true },
  };

  declare hooks: Hook[];
  /** The receiver that is being added; null: none is. */
  declare typed: HookRequest | null;
  declare refused: Refusal;
  declare said: string;
  declare log: { id: string; deliveries: Delivery[] } | null;

  constructor() {
    super();
    this.hooks = [];
    this.typed = null;
    this.refused = UNREFUSED;
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
      ${this.typed ? this.#form(this.typed) : html`<p><button type="button" @click=${() => (this.typed = NEW)}>${words.addHook}</button></p>`}
    </section>`;
  }

  #hook(hook: Hook): TemplateResult {
    const { id, label, host, shape, lang: spoken, events } = hook;
    const { log } = this;
    return html`<li>
      <h3>${label}</h3>
      <p>${words.shapes[shape]}, <code>${host}</code>, <span lang=${spoken}>${LANGUAGE_NAMES[spoken]}</span></p>
      <p class="hint">${words.events}: ${events.map((event) => words.eventNames[event]).join(", ")}</p>
      <p class="do">
        <button type="button" @click=${() => this.#test(hook)}>${words.test}</button>
        <button type="button" aria-expanded=${log?.id === id} @click=${() => this.#show(id)}>${words.log}</button>
        <button type="button" @click=${() => this.#remove(hook)}>${words.remove}</button>
      </p>
      ${log?.id === id ? deliveries(log.deliveries) : ""}
    </li>`;
  }

  #form(typed: HookRequest): TemplateResult {
    const { fields, text } = this.refused;
    const set = (change: Partial<HookRequest>) => {
      this.typed = { ...typed, ...change };
    };
    return html`<form class="source" novalidate @submit=${this.#add}>
      <h3>${words.addHook}</h3>
      <p class="wrong" role="alert">${text || (fields["events"] ?? "")}</p>
      ${line(words.label, typed.label, (label) => set({ label }), { name: "hook-label", help: words.nameHelp, wrong: fields["label"], max: 80 })}
      ${choice(
        words.shape,
        HOOK_SHAPES,
        typed.shape,
        (one) => words.shapes[one],
        (shape) => set({ shape }),
      )}
      ${line(words.receiver, typed.url, (url) => set({ url: url.trim() }), { name: "hook-url", help: words.receiverHelp, wrong: fields["url"], max: 2_000 })}
      ${choice(
        words.language,
        LANGS,
        typed.lang,
        (one) => LANGUAGE_NAMES[one],
        (spoken) => set({ lang: spoken }),
      )}
      <fieldset><legend>${words.events}</legend>
        ${HOOK_EVENTS.map((event) =>
          tick(words.eventNames[event], typed.events.includes(event), (on) =>
            set({ events: HOOK_EVENTS.filter((one) => (one === event ? on : typed.events.includes(one))) }),
          ),
        )}
      </fieldset>
      <p class="do">
        <button class="primary">${words.save}</button>
        <button type="button" @click=${this.#leave}>${words.cancel}</button>
      </p>
    </form>`;
  }

  async #load(): Promise<void> {
    const answer = await listHooks();
    if (answer.ok) this.hooks = answer.body.hooks;
    else this.said = reasonOf(answer);
  }

  readonly #leave = (): void => {
    this.typed = null;
    this.refused = UNREFUSED;
  };

  readonly #add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!this.typed) return;
    const answer = await addHook(this.typed);
    if (!answer.ok) {
      this.refused = refusalOf(answer);
      await this.updateComplete;
      this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const { hook, key } = answer.body;
    this.said = key === null ? words.added(hook.label) : words.key(key);
    this.#leave();
    await this.#load();
  };

  async #test({ id }: Hook): Promise<void> {
    const answer = await testHook(id);
    this.said = answer.ok ? words.tested(answer.body.delivery.answered ?? "–") : reasonOf(answer);
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

function deliveries(all: readonly Delivery[]): TemplateResult {
  if (all.length === 0) return html`<p class="hint">${words.emptyLog}</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.log}>
    <table>
      <thead><tr>${words.logHeads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>
        ${all.map(
          ({ at, event, state, answered }) => html`<tr>
            <td>${dayOf(at)}</td><td>${words.eventNames[event]}</td><td>${words.deliveries[state]}</td><td>${answered ?? "–"}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

customElements.define("studio-hooks", StudioHooks);
