import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { BATCH_MODES, type BatchMode } from "../../../worker/contract/imports.ts";
import { moscowDate } from "../../../worker/domain/calendar.ts";
import { choice, tick } from "../controls.ts";
import { type Preview, type Published, preview, publish, stage } from "../service/imports.ts";
import { reasonOf } from "../service/refusal.ts";
import { addressOf } from "../shell/route.ts";
import { SPOKEN, words } from "../words/index.ts";
import { normaliseContext } from "./context.ts";
import { coversFields, coversOf, type TypedDays, wrongIn } from "./covers.ts";
import "./editions.ts";
import { focusWrong } from "./focus-wrong.ts";
import { type FileReading, isRefused, readFiles, rejectedIn } from "./read-files.ts";
import "./redact.ts";
import { report } from "./report.ts";
import { review } from "./review.ts";
import "../sources/held.ts";
import "./withdraw.ts";

/** What the desk does at the moment, and how far it is (0 to 1). */
type Work = { what: "reading" | "sending"; share: number };

/** The desk: files → review → edition, and back. Files are read here and never leave; cases without names are sent. */
export class StudioDesk extends LitElement {
  static override properties: PropertyDeclarations = {
    batch: { attribute: false },
    mode: { state: true },
    readOn: { state: true },
    covers: { state: true },
    wrong: { state: true },
    skip: { state: true },
    work: { state: true },
    reading: { state: true },
    shown: { state: true },
    said: { state: true },
    note: { state: true },
    override: { state: true },
    turn: { state: true },
  };

  /** The upload under review; null: none is. */
  declare batch: string | null;
  declare mode: BatchMode;
  declare readOn: string;
  /** Days that the files cover, as they are typed, and what was wrong with them when somebody went on. */
  declare covers: TypedDays[];
  declare wrong: ReturnType<typeof wrongIn>[];
  declare skip: boolean;
  declare work: Work | null;
  declare reading: FileReading | null;
  declare shown: Preview | null;
  declare said: { kind: "good" | "bad"; text: string } | null;
  declare note: string;
  declare override: string;
  /** The edition that was published here last, by which the list knows that it is old. */
  declare turn: string;

  constructor() {
    super();
    this.mode = "auto";
    this.readOn = moscowDate(Date.now());
    this.covers = [];
    this.wrong = [];
    this.skip = false;
    this.work = null;
    this.reading = null;
    this.shown = null;
    this.said = null;
    this.note = "";
    this.override = "";
    this.turn = "";
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
    return html`<h1>${words.desk}</h1>
      <p class="standfirst">${words.importing.motto}</p>
      <p class=${said?.kind === "bad" ? "wrong" : "said"} role="status">${said?.text ?? ""}</p>
      <studio-held quiet .turn=${this.turn}></studio-held>
      ${this.#files()} ${shown ? this.#review(shown) : ""}
      <studio-editions .turn=${this.turn} @published=${this.#told}></studio-editions>
      <studio-withdraw @staged=${this.#staged}></studio-withdraw>
      <studio-redact></studio-redact>`;
  }

  #files(): TemplateResult {
    const { importing } = words;
    const { reading, work } = this;
    const bad = reading ? rejectedIn(reading) : 0;
    const useless = reading !== null && isRefused(reading);
    return html`<section class="files" aria-labelledby="files" @dragover=${this.#hover} @drop=${this.#drop}>
      <h2 id="files">${importing.files}</h2>
      <p class="hint">${importing.filesHelp}</p>
      <label class="field"><span>${importing.choose}</span>
        <input type="file" multiple ?disabled=${work !== null} @change=${this.#choose} /></label>
      <div class="pair">
        ${choice(
          importing.mode,
          BATCH_MODES,
          this.mode,
          (mode) => importing.modes[mode],
          (mode) => (this.mode = mode),
        )}
        <label class="field"><span>${importing.readOn}</span>
          <input type="date" required .value=${this.readOn} max=${moscowDate(Date.now())}
            @change=${({ target }: Event) => (this.readOn = (target as HTMLInputElement).value)} /></label>
      </div>
      ${coversFields(this.covers, this.wrong, (covers) => (this.covers = covers))}
      ${work ? progress(work) : ""} ${reading?.reports.map(report) ?? ""}
      ${bad > 0 && !useless ? tick(importing.skip, this.skip, (on) => (this.skip = on)) : ""}
      ${
        reading
          ? html`<p><button type="button" class="primary" ?disabled=${work !== null || useless || (bad > 0 && !this.skip)}
              @click=${this.#upload}>${importing.upload}</button></p>`
          : ""
      }
    </section>`;
  }

  #review(shown: Preview): TemplateResult {
    const { importing } = words;
    return html`<section aria-labelledby="review">
      <h2 id="review" tabindex="-1">${importing.review}</h2>
      ${review(shown)}
      <form @submit=${this.#publish}>
        ${area("note", importing.note, importing.noteHelp, this.note, false, (text) => (this.note = text))}
        ${
          shown.guard.length > 0
            ? area(
                "override",
                importing.override,
                importing.overrideHelp,
                this.override,
                true,
                (text) => (this.override = text),
              )
            : ""
        }
        <button class="primary" ?disabled=${this.work !== null}>${importing.publish}</button>
      </form>
    </section>`;
  }

  readonly #hover = (event: DragEvent): void => event.preventDefault();

  readonly #drop = (event: DragEvent): void => {
    event.preventDefault();
    this.#read([...(event.dataTransfer?.files ?? [])]);
  };

  readonly #choose = ({ target }: Event): void => {
    this.#read([...((target as HTMLInputElement).files ?? [])]);
  };

  async #read(files: readonly File[]): Promise<void> {
    if (files.length === 0 || this.work) return;
    this.reading = null;
    this.said = null;
    this.skip = false;
    this.#leave();
    this.work = { what: "reading", share: 0 };
    try {
      const reading = await readFiles(files, normaliseContext(), (share) => {
        this.work = { what: "reading", share };
      });
      if (reading === "mixed") this.#complain(words.importing.mixed);
      else this.reading = reading;
    } catch {
      // What the browser says of a file may quote it, so it isn't repeated.
      this.#complain(words.importing.failed);
    }
    this.work = null;
  }

  readonly #upload = async (): Promise<void> => {
    const { reading } = this;
    if (!reading) return;
    if (reading.kind === "cases" && reading.parts.length === 0)
      return this.#complain(words.importing.nothing);
    this.said = null;
    this.wrong = this.covers.map((typed) => wrongIn(typed, moscowDate(Date.now())));
    if (this.wrong.some((one) => Object.keys(one).length > 0)) return focusWrong(this);
    this.work = { what: "sending", share: 0 };
    const order = { mode: this.mode, read_on: this.readOn, covers: coversOf(this.covers) };
    const staged = await stage(reading, order, (share) => {
      this.work = { what: "sending", share };
    });
    this.work = null;
    if (!staged.ok) return this.#complain(reasonOf(staged));
    const { id } = staged.body.batch;
    if (id === this.batch) await this.#open();
    else this.dispatchEvent(new CustomEvent("ready", { detail: id }));
  };

  /** Looks at the upload that the address names. */
  async #open(): Promise<void> {
    const { batch } = this;
    this.shown = null;
    this.override = "";
    if (batch === null) return;
    const answer = await preview(batch);
    if (batch !== this.batch) return;
    if (!answer.ok) return this.#complain(reasonOf(answer));
    if (answer.body.batch.state !== "sealed") return this.#complain(words.importing.batchGone);
    this.shown = answer.body;
    await this.updateComplete;
    if (!this.hidden) this.querySelector<HTMLElement>("#review")?.focus();
  }

  readonly #publish = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { batch, shown, work } = this;
    if (batch === null || !shown || work) return;
    this.work = { what: "sending", share: 0 };
    const answer = await publish(batch, this.note, shown.guard.length > 0 ? this.override : null);
    this.work = null;
    if (!answer.ok) return this.#complain(reasonOf(answer));
    this.reading = null;
    this.shown = null;
    this.note = "";
    this.#leave();
    this.#tell(answer.body);
  };

  readonly #told = ({ detail }: CustomEvent<Published>): void => {
    this.#tell(detail);
    // What an upload would change depends on the edition in force.
    this.#open();
  };

  /** A withdrawal goes through the same review; its reason is the edition's note. */
  readonly #staged = ({ detail }: CustomEvent<{ batch: string; reason: string }>): void => {
    this.said = null;
    this.note = detail.reason;
    if (detail.batch === this.batch) this.#open();
    else this.dispatchEvent(new CustomEvent("ready", { detail: detail.batch }));
  };

  #tell({ edition: { id }, delivered }: Published): void {
    this.turn = id;
    const { published, onItsWay } = words.importing;
    this.said = { kind: "good", text: delivered ? published(id) : onItsWay(id) };
    scrollTo(0, 0);
  }

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

  /** Files that were read, and an upload on its way, are in this page alone. */
  readonly #warn = (event: BeforeUnloadEvent): void => {
    if (this.reading || this.work) event.preventDefault();
  };

  #leave(): void {
    if (this.hidden) return;
    if (this.batch !== null) location.hash = addressOf({ view: "desk", batch: null });
  }
}

function progress({ what, share }: Work): TemplateResult {
  const text = words.importing[what](Math.floor(share * 100));
  return html`<p><progress max="1" .value=${share} aria-label=${text}></progress> ${text}</p>`;
}

function area(
  name: string,
  label: string,
  help: string,
  value: string,
  required: boolean,
  type: (text: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <textarea id=${name} ?required=${required} minlength=${required ? 10 : 0} maxlength="1000"
      aria-describedby="${name}-note" .value=${value}
      @input=${({ target }: Event) => type((target as HTMLTextAreaElement).value)}></textarea>
    <p id="${name}-note" class="hint">${help}</p>
  </div>`;
}

customElements.define("studio-desk", StudioDesk);
