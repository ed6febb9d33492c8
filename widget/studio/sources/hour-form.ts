import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { line } from "../controls.ts";
import { setEmbargo } from "../service/embargoes.ts";
import { dayOf } from "../words/index.ts";
import { hereOf, instantIn } from "./hours.ts";
import { type Refusal, refusalOf } from "./refusal.ts";
import { words } from "./words/index.ts";

const UNREFUSED: Refusal = { fields: {}, text: "" };

/**
 * Lets a batch under review wait for an hour instead of being published now, with the same note and reason.
 * @event waits with a sentence to say
 */
export class StudioHourForm extends LitElement {
  static override properties: PropertyDeclarations = {
    batch: { attribute: false },
    note: { attribute: false },
    override: { attribute: false },
    typed: { state: true },
    refused: { state: true },
    busy: { state: true },
  };

  declare batch: string;
  declare note: string;
  /** Why the check's objections don't hold; null: it has none. */
  declare override: string | null;
  declare typed: string;
  declare refused: Refusal;
  declare busy: boolean;

  constructor() {
    super();
    this.batch = "";
    this.note = "";
    this.override = null;
    this.typed = "";
    this.refused = UNREFUSED;
    this.busy = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { fields, text } = this.refused;
    const instant = instantIn(this.typed);
    const here = instant && hereOf(instant);
    return html`<details class="later">
      <summary>${words.publishLater}</summary>
      <form novalidate @submit=${this.#set}>
        <p class="wrong" role="alert">${text || fields.override || fields.note || ""}</p>
        ${line(words.hour, this.typed, (typed) => (this.typed = typed), {
          ...{ name: "hour", type: "datetime-local", wrong: fields.until },
          help: here ? `${words.hourHelp} ${words.hourHere(here)}` : words.hourHelp,
        })}
        <button aria-disabled=${this.busy}>${words.setHour}</button>
      </form>
    </details>`;
  }

  readonly #set = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const until = instantIn(this.typed);
    if (until === null) return this.#refuse({ fields: { until: words.wrong.until! }, text: "" });
    if (this.override !== null && this.override.trim().length < 10) {
      return this.#refuse({ fields: { override: words.wrong.override! }, text: "" });
    }
    this.busy = true;
    const answer = await setEmbargo(this.batch, { until, note: this.note, override: this.override });
    this.busy = false;
    if (!answer.ok) return this.#refuse(refusalOf(answer));
    this.refused = UNREFUSED;
    this.typed = "";
    this.dispatchEvent(new CustomEvent("waits", { detail: words.hourSet(dayOf(until)) }));
  };

  async #refuse(refused: Refusal): Promise<void> {
    this.refused = refused;
    await this.updateComplete;
    this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }
}

customElements.define("studio-hour-form", StudioHourForm);
