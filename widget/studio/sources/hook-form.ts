import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { HOOK_EVENTS, HOOK_SHAPES, type Hook, type HookRequest } from "../../../worker/contract/hooks.ts";
import { LANGS } from "../../../worker/contract/terms.ts";
import { choice, line, tick } from "../controls.ts";
import { addHook, changeHook } from "../service/sources.ts";
import { LANGUAGE_NAMES, lang } from "../words/index.ts";
import { type Refusal, refusalOf } from "./refusal.ts";
import { words } from "./words/index.ts";

/**
 * One receiver of notices, to be set. The address of one that is there isn't known here: where it stays empty, the
 * notices go on going there.
 * @event saved with a sentence to say
 * @event left without a change
 */
export class StudioHookForm extends LitElement {
  static override properties: PropertyDeclarations = {
    hook: { attribute: false },
    typed: { state: true },
    refused: { state: true },
    busy: { state: true },
  };

  /** The receiver that is changed; null: a new one. */
  declare hook: Hook | null;
  declare typed: HookRequest;
  declare refused: Refusal;
  declare busy: boolean;

  constructor() {
    super();
    this.hook = null;
    this.typed = { label: "", url: "", shape: "slack", lang, events: [...HOOK_EVENTS], old_after_days: 60 };
    this.refused = { fields: {}, text: "" };
    this.busy = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("hook") || !this.hook) return;
    const { label, shape, lang: spoken, events, old_after_days } = this.hook;
    this.typed = { label, url: "", shape, lang: spoken, events, old_after_days };
  }

  protected override render(): TemplateResult {
    const { typed, hook } = this;
    const { fields, text } = this.refused;
    const set = (change: Partial<HookRequest>) => {
      this.typed = { ...typed, ...change };
    };
    return html`<form class="source" novalidate @submit=${this.#save}>
      <h3>${hook ? hook.label : words.addHook}</h3>
      <p class="wrong" role="alert">${text || (fields.events ?? "")}</p>
      ${line(words.label, typed.label, (label) => set({ label }), { name: "hook-label", help: words.nameHelp, wrong: fields.label, max: 80 })}
      ${choice(
        words.shape,
        HOOK_SHAPES,
        typed.shape,
        (one) => words.shapes[one],
        (shape) => set({ shape }),
      )}
      ${line(words.receiver, typed.url, (url) => set({ url: url.trim() }), {
        ...{ name: "hook-url", wrong: fields.url, max: 2_000 },
        help: hook ? words.receiverStays(hook.host) : words.receiverHelp,
      })}
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
      ${
        typed.events.includes("evidence-old")
          ? line(
              words.oldAfter,
              Number.isNaN(typed.old_after_days) ? "" : String(typed.old_after_days),
              (days) => set({ old_after_days: Number.parseInt(days, 10) }),
              { name: "hook-old", help: words.oldAfterHelp, wrong: fields.old_after_days, max: 3 },
            )
          : ""
      }
      <p class="do">
        <button class="primary" aria-disabled=${this.busy}>${words.save}</button>
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent("left"))}>${words.cancel}</button>
      </p>
    </form>`;
  }

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { hook, typed } = this;
    this.busy = true;
    const { url, ...rest } = typed;
    const answer = hook ? await changeHook(hook.id, url === "" ? rest : typed) : await addHook(typed);
    this.busy = false;
    if (!answer.ok) {
      this.refused = refusalOf(answer);
      await this.updateComplete;
      this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const { key } = answer.body;
    const said = hook ? words.changed(answer.body.hook.label) : words.added(answer.body.hook.label);
    this.dispatchEvent(new CustomEvent("saved", { detail: key === null ? said : words.key(key) }));
  };
}

customElements.define("studio-hook-form", StudioHookForm);
