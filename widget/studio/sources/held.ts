import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { HeadlineChange, PublicHeadline } from "../../../worker/contract/headline-change.ts";
import type { HeldEdition } from "../../../worker/contract/sources.ts";
import { inlineIn } from "../../../worker/wording/index.ts";
import { objectionText } from "../desk/objection.ts";
import { reasonOf } from "../service/refusal.ts";
import { discardBatch, listHeld } from "../service/sources.ts";
import { addressOf } from "../shell/route.ts";
import { dayOf, lang } from "../words/index.ts";
import { words } from "./words/index.ts";

/**
 * What watched tables, and the desk's machine, left for a person, with what the guard objects to and the headline before and after.
 * @event settled after one was discarded
 */
export class StudioHeld extends LitElement {
  static override properties: PropertyDeclarations = {
    turn: { attribute: false },
    quiet: { type: Boolean },
    held: { state: true },
    said: { state: true },
  };

  /** Changes when the list may have. */
  declare turn: string;
  /** Nothing is shown where nothing waits. */
  declare quiet: boolean;
  declare held: HeldEdition[] | null;
  declare said: string;

  constructor() {
    super();
    this.turn = "";
    this.quiet = false;
    this.held = null;
    this.said = "";
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("turn")) this.#load();
  }

  protected override render(): TemplateResult | string {
    const { held } = this;
    if (held === null || (this.quiet && held.length === 0 && this.said === "")) return "";
    return html`<section aria-labelledby="held">
      <h2 id="held">${words.held}</h2>
      <p role="status" class="said">${this.said}</p>
      ${held.length === 0 ? html`<p class="hint">${words.nothingHeld}</p>` : html`<ul class="held">${held.map((one) => this.#one(one))}</ul>`}
    </section>`;
  }

  #one(one: HeldEdition): TemplateResult {
    const { source, held_by, held_at, guard, headline, batch, overtaken } = one;
    const from =
      source === null
        ? words.heldFromMachine(held_by ?? "", dayOf(held_at))
        : words.heldFrom(source, dayOf(held_at));
    return html`<li>
      <h3>${from}</h3>
      <p>${headlineLine(headline)}</p>
      ${overtaken ? html`<p class="wrong">${words.overtaken}</p>` : ""}
      ${
        guard.length === 0
          ? html`<p>${source === null ? words.another : words.mayNot}</p>`
          : html`<ul>${guard.map((objection) => html`<li>${objectionText(objection)}</li>`)}</ul>`
      }
      <p class="do">
        ${overtaken ? "" : html`<a class="button primary" href=${addressOf({ view: "desk", batch: batch.id })}>${words.decide}</a>`}
        <button type="button" @click=${() => this.#discard(one)}>${words.discard}</button>
      </p>
    </li>`;
  }

  async #load(): Promise<void> {
    const answer = await listHeld();
    if (answer.ok) this.held = answer.body.held;
  }

  async #discard({ source, batch }: HeldEdition): Promise<void> {
    const sure = source === null ? words.reallyDiscardFiles : words.reallyDiscard(source);
    if (!confirm(sure)) return;
    const answer = await discardBatch(batch.id);
    this.said = answer.ok ? words.discarded : reasonOf(answer);
    await this.#load();
    this.dispatchEvent(new CustomEvent("settled"));
  }
}

function headlineLine(change: HeadlineChange | null): string {
  const said = (shown: PublicHeadline | null | undefined) => (shown ? inlineIn(lang, shown) : words.noNumber);
  const [before, after] = [said(change?.before), said(change?.after)];
  return before === after ? words.headlineStays : words.headline(before, after);
}

customElements.define("studio-held", StudioHeld);
