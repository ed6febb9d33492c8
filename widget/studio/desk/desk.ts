import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { type Preview, type Published, preview, publish } from "../service/imports.ts";
import { reasonOf } from "../service/refusal.ts";
import { addressOf } from "../shell/route.ts";
import { SPOKEN, words as studio } from "../words/index.ts";
import { words } from "./words/index.ts";
import "./editions.ts";
import type { Order, StudioReview } from "./publication.ts";
import "./publication.ts";
import "./redact.ts";
import "./upload.ts";
import "../sources/embargoes.ts";
import "../sources/held.ts";
import type { StudioUpload } from "./upload.ts";
import "./withdraw.ts";

/** The desk: files → review → edition, and back. */
export class StudioDesk extends LitElement {
  static override properties: PropertyDeclarations = {
    batch: { attribute: false },
    shown: { state: true },
    said: { state: true },
    note: { state: true },
    isSending: { state: true },
    turn: { state: true },
    waits: { state: true },
  };

  /** The upload under review; null: none is. */
  declare batch: string | null;
  declare shown: Preview | null;
  declare said: { kind: "good" | "bad"; text: string } | null;
  /** What the next edition will say of itself, as far as it is typed; of a withdrawal its reason. */
  declare note: string;
  /** A publication is on its way: until it is answered, nothing else begins. */
  declare isSending: boolean;
  /** The edition that was published here last, by which the list knows that it is old. */
  declare turn: string;
  /** Counts what was set to wait for its hour here, or taken back. */
  declare waits: number;

  constructor() {
    super();
    this.shown = null;
    this.said = null;
    this.note = "";
    this.isSending = false;
    this.turn = "";
    this.waits = 0;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener(SPOKEN, this.#speak);
    addEventListener("beforeunload", this.#warn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener(SPOKEN, this.#speak);
    removeEventListener("beforeunload", this.#warn);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("batch")) this.#open();
  }

  protected override render(): TemplateResult {
    const { said, shown } = this;
    const turn = `${this.turn} ${this.waits}`;
    return html`<h1>${studio.desk}</h1>
      <p class="standfirst">${words.importing.motto}</p>
      <p class=${said?.kind === "bad" ? "wrong" : "said"} role="status">${said?.text ?? ""}</p>
      <studio-held quiet .turn=${turn}></studio-held>
      <studio-embargoes .turn=${turn} @settled=${this.#again}></studio-embargoes>
      <studio-upload .isHeld=${this.isSending} @read=${this.#begin} @uploaded=${this.#uploaded} @complain=${this.#refused}></studio-upload>
      ${
        shown
          ? html`<studio-review .shown=${shown} .note=${this.note} .isSending=${this.isSending}
              @noted=${({ detail }: CustomEvent<string>) => (this.note = detail)}
              @order=${this.#publish} @waits=${this.#waits}></studio-review>`
          : ""
      }
      <studio-editions .turn=${this.turn} @published=${this.#told}></studio-editions>
      <studio-withdraw @staged=${this.#staged}></studio-withdraw>
      <studio-redact></studio-redact>`;
  }

  readonly #begin = (): void => {
    this.said = null;
    this.#leave();
  };

  readonly #uploaded = ({ detail }: CustomEvent<string>): void => this.#ready(detail);

  #ready(batch: string): void {
    if (batch === this.batch) this.#open();
    else this.dispatchEvent(new CustomEvent("ready", { detail: batch }));
  }

  /** Looks at the upload that the address names. */
  async #open(): Promise<void> {
    const { batch } = this;
    this.shown = null;
    if (batch === null) return;
    const answer = await preview(batch);
    if (batch !== this.batch) return;
    if (!answer.ok) return this.#complain(reasonOf(answer));
    if (answer.body.batch.state !== "sealed") return this.#complain(words.importing.batchGone);
    this.shown = answer.body;
    await this.updateComplete;
    await this.querySelector<StudioReview>("studio-review")?.updateComplete;
    if (!this.hidden) this.querySelector<HTMLElement>("#review")?.focus();
  }

  readonly #publish = async ({ detail: { note, override } }: CustomEvent<Order>): Promise<void> => {
    const { batch, isSending } = this;
    if (batch === null || isSending) return;
    this.isSending = true;
    const answer = await publish(batch, note, override);
    this.isSending = false;
    if (!answer.ok) return this.#complain(reasonOf(answer));
    this.#clear();
    this.#tell(answer.body);
  };

  /** It waits for its hour: nothing is left to do here. */
  readonly #waits = ({ detail }: CustomEvent<string>): void => {
    this.#clear();
    this.waits += 1;
    this.said = { kind: "good", text: detail };
    scrollTo(0, 0);
  };

  /** What waited for its hour may wait for a person again. */
  readonly #again = (): void => {
    this.waits += 1;
  };

  #clear(): void {
    this.querySelector<StudioUpload>("studio-upload")?.clear();
    this.shown = null;
    this.note = "";
    this.#leave();
  }

  readonly #told = ({ detail }: CustomEvent<Published>): void => {
    this.#tell(detail);
    // What an upload would change depends on the edition in force.
    this.#open();
  };

  /** A withdrawal goes through the same review; its reason is the edition's note. */
  readonly #staged = ({ detail }: CustomEvent<{ batch: string; reason: string }>): void => {
    this.said = null;
    this.note = detail.reason;
    this.#ready(detail.batch);
  };

  #tell({ edition: { id }, delivered }: Published): void {
    this.turn = id;
    const { published, onItsWay } = words.importing;
    this.said = { kind: "good", text: delivered ? published(id) : onItsWay(id) };
    scrollTo(0, 0);
  }

  readonly #refused = ({ detail }: CustomEvent<string>): void => {
    if (detail === "") this.said = null;
    else this.#complain(detail);
  };

  #complain(text: string): void {
    this.said = { kind: "bad", text };
    if (!this.hidden) scrollTo(0, 0);
  }

  /** What would change is said by the service, in one language. */
  readonly #speak = async (): Promise<void> => {
    this.said = null;
    const { batch } = this;
    if (batch === null || !this.shown) return;
    const answer = await preview(batch);
    if (answer.ok && batch === this.batch) this.shown = answer.body;
  };

  readonly #warn = (event: BeforeUnloadEvent): void => {
    if (this.isSending) event.preventDefault();
  };

  #leave(): void {
    if (this.hidden) return;
    if (this.batch !== null) location.hash = addressOf({ view: "desk", batch: null });
  }
}

customElements.define("studio-desk", StudioDesk);
