import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { BATCH_MODES, type BatchMode } from "../../../worker/contract/imports.ts";
import { ReaderMissing } from "../../../worker/desk/files/unreadable.ts";
import { moscowDate } from "../../../worker/domain/calendar.ts";
import { choice, tick } from "../controls.ts";
import { stage } from "../service/imports.ts";
import { reasonOf } from "../service/refusal.ts";
import { normaliseContext } from "./context.ts";
import { coversFields, coversOf, type TypedDays, wrongIn } from "./covers.ts";
import { focusWrong } from "./focus-wrong.ts";
import { type FileReading, isRefused, readFiles, rejectedIn } from "./read-files.ts";
import { report } from "./report.ts";
import { words } from "./words/index.ts";

/** What is done with the files at the moment, and how far it is (0 to 1). */
type Work = { what: "reading" | "sending"; share: number };

/**
 * Files on their way to a review: read here, reported, uploaded. They never leave; cases without names are sent. Says
 * `read` when files are chosen, `uploaded` with the upload's id, `complain` with what went wrong.
 */
export class StudioUpload extends LitElement {
  static override properties: PropertyDeclarations = {
    isHeld: { attribute: false },
    mode: { state: true },
    readOn: { state: true },
    covers: { state: true },
    wrong: { state: true },
    skip: { state: true },
    work: { state: true },
    reading: { state: true },
  };

  /** Something else is on its way, and no files are taken until it has arrived. */
  declare isHeld: boolean;
  declare mode: BatchMode;
  declare readOn: string;
  /** Days that the files cover, as they are typed, and what was wrong with them when somebody went on. */
  declare covers: TypedDays[];
  declare wrong: ReturnType<typeof wrongIn>[];
  declare skip: boolean;
  declare work: Work | null;
  declare reading: FileReading | null;

  constructor() {
    super();
    this.isHeld = false;
    this.mode = "auto";
    this.readOn = moscowDate(Date.now());
    this.covers = [];
    this.wrong = [];
    this.skip = false;
    this.work = null;
    this.reading = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("beforeunload", this.#warn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("beforeunload", this.#warn);
  }

  protected override render(): TemplateResult {
    const { importing } = words;
    const { reading, work } = this;
    const bad = reading ? rejectedIn(reading) : 0;
    const useless = reading !== null && isRefused(reading);
    return html`<section class="files" aria-labelledby="files" @dragover=${this.#hover} @drop=${this.#drop}>
      <h2 id="files">${importing.files}</h2>
      <p class="hint">${importing.filesHelp}</p>
      <label class="field"><span>${importing.choose}</span>
        <input type="file" multiple aria-disabled=${work !== null || this.isHeld} @change=${this.#choose} /></label>
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
          ? html`<p><button type="button" class="primary" aria-disabled=${work !== null || this.isHeld || useless || (bad > 0 && !this.skip)}
              @click=${this.#upload}>${importing.upload}</button></p>`
          : ""
      }
    </section>`;
  }

  /** Lets go of what was read, once it is published. */
  clear(): void {
    this.reading = null;
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
    if (files.length === 0 || this.work || this.isHeld) return;
    this.reading = null;
    this.skip = false;
    this.dispatchEvent(new Event("read"));
    this.work = { what: "reading", share: 0 };
    try {
      const reading = await readFiles(files, normaliseContext(), (share) => {
        this.work = { what: "reading", share };
      });
      if (reading === "mixed") this.#complain(words.importing.mixed);
      else this.reading = reading;
    } catch (error) {
      const { failed, readerMissing } = words.importing;
      // What the browser says of a file may quote it, so it isn't repeated.
      this.#complain(error instanceof ReaderMissing ? readerMissing : failed);
      // Else the same file, chosen again, would be no change.
      for (const input of this.querySelectorAll<HTMLInputElement>("input[type=file]")) input.value = "";
    }
    this.work = null;
  }

  readonly #upload = async (): Promise<void> => {
    const { reading } = this;
    if (!reading) return;
    if (reading.kind === "cases" && reading.parts.length === 0)
      return this.#complain(words.importing.nothing);
    this.#complain("");
    this.wrong = this.covers.map((typed) => wrongIn(typed, moscowDate(Date.now())));
    if (this.wrong.some((one) => Object.keys(one).length > 0)) return focusWrong(this);
    this.work = { what: "sending", share: 0 };
    const order = { mode: this.mode, read_on: this.readOn, covers: coversOf(this.covers) };
    const staged = await stage(reading, order, (share) => {
      this.work = { what: "sending", share };
    });
    this.work = null;
    if (!staged.ok) return this.#complain(reasonOf(staged));
    this.dispatchEvent(new CustomEvent("uploaded", { detail: staged.body.batch.id }));
  };

  #complain(text: string): void {
    this.dispatchEvent(new CustomEvent("complain", { detail: text }));
  }

  /** Files that were read, and an upload on its way, are in this page alone. */
  readonly #warn = (event: BeforeUnloadEvent): void => {
    if (this.reading || this.work) event.preventDefault();
  };
}

function progress({ what, share }: Work): TemplateResult {
  const text = words.importing[what](Math.floor(share * 100));
  return html`<p><progress max="1" .value=${share} aria-label=${text}></progress> ${text}</p>`;
}

customElements.define("studio-upload", StudioUpload);
