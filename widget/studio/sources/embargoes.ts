import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Embargo } from "../../../worker/contract/embargo.ts";
import { liftEmbargo, listEmbargoes } from "../service/embargoes.ts";
import { reasonOf } from "../service/refusal.ts";
import { addressOf } from "../shell/route.ts";
import { hourText } from "./hours.ts";
import { words } from "./words/index.ts";

/**
 * Editions that wait for their hour, the next first, and the way back from each.
 * @event settled after one was taken back
 */
export class StudioEmbargoes extends LitElement {
  static override properties: PropertyDeclarations = {
    turn: { attribute: false },
    waiting: { state: true },
    said: { state: true },
  };

  /** Changes when the list may have. */
  declare turn: string;
  declare waiting: Embargo[];
  declare said: string;

  constructor() {
    super();
    this.turn = "";
    this.waiting = [];
    this.said = "";
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("turn")) this.#load();
  }

  protected override render(): TemplateResult | string {
    const { waiting, said } = this;
    if (waiting.length === 0 && said === "") return "";
    return html`<section aria-labelledby="embargoes">
      <h2 id="embargoes">${words.embargoes}</h2>
      <p role="status" class="said">${said}</p>
      <ul class="held">${waiting.map((one) => this.#one(one))}</ul>
    </section>`;
  }

  #one({ batch, until, note, set_by, problem, problem_code }: Embargo): TemplateResult {
    const fault = problem === null ? "" : words.embargoFaults[problem_code ?? "unfit"];
    return html`<li>
      <h3>${hourText(until)}</h3>
      <p>${words.kinds[batch.kind]}, ${words.setBy(set_by)}${note ? html`<br /><span class="hint">${note}</span>` : ""}</p>
      ${fault ? html`<p class="wrong">${fault}</p>` : ""}
      <p class="do">
        <a class="button primary" href=${addressOf({ view: "desk", batch: batch.id })}>${words.decide}</a>
        <button type="button" @click=${() => this.#takeBack(batch.id, until)}>${words.takeBack}</button>
      </p>
    </li>`;
  }

  async #load(): Promise<void> {
    const answer = await listEmbargoes();
    if (answer.ok) this.waiting = answer.body.embargoes;
    else this.said = reasonOf(answer);
  }

  async #takeBack(batch: string, until: string): Promise<void> {
    if (!confirm(words.reallyTakeBack(hourText(until)))) return;
    const answer = await liftEmbargo(batch);
    this.said = answer.ok ? words.takenBack : reasonOf(answer);
    await this.#load();
    this.dispatchEvent(new CustomEvent("settled"));
  }
}

customElements.define("studio-embargoes", StudioEmbargoes);
