import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { DifferenceBody, PublishedEdition } from "../../../worker/contract/desk-answers.ts";
import { CASES_HEADER, writeCases } from "../../../worker/desk/formats/write-cases.ts";
import { choice } from "../controls.ts";
import { download } from "../figures/download.ts";
import { exportOf, readDifference } from "../service/imports.ts";
import { reasonOf } from "../service/refusal.ts";
import { SPOKEN } from "../words/index.ts";
import { difference } from "./review.ts";
import { words } from "./words/index.ts";

/** Editions that are out: how two of them differ, and each to be taken along. */
export class StudioArchive extends LitElement {
  static override properties: PropertyDeclarations = {
    editions: { attribute: false },
    from: { state: true },
    to: { state: true },
    shown: { state: true },
    exported: { state: true },
    wrong: { state: true },
  };

  /** Newest first. */
  declare editions: readonly PublishedEdition[];
  declare from: string;
  declare to: string;
  declare shown: DifferenceBody | null;
  /** How many cases have come of an export under way; null: none is. */
  declare exported: number | null;
  declare wrong: string;

  constructor() {
    super();
    this.editions = [];
    this.from = "";
    this.to = "";
    this.shown = null;
    this.exported = null;
    this.wrong = "";
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener(SPOKEN, this.#speak);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener(SPOKEN, this.#speak);
  }

  protected override render(): TemplateResult | "" {
    const { importing } = words;
    const ids = this.editions.map(({ id }) => id);
    const [newest, before = newest] = ids;
    if (newest === undefined || before === undefined) return "";
    const [from, to] = [this.from || before, this.to || newest];
    const name = (id: string) => id;
    return html`<section>
      <h2>${importing.compare}</h2>
      <p class="hint">${importing.compareHelp}</p>
      <form class="pair" @submit=${(event: Event) => this.#compare(event, from, to)}>
        ${choice(importing.compareFrom, ids, from, name, (id) => (this.from = id), { name: "compare-from" })}
        ${choice(importing.compareTo, ids, to, name, (id) => (this.to = id), { name: "compare-to" })}
        <p><button aria-disabled=${from === to}>${importing.compareGo}</button></p>
      </form>
      <p class="wrong" role="status">${this.wrong}</p>
      ${this.shown ? html`<div class="difference">${difference(this.shown)}</div>` : ""}
      <h2>${importing.exported}</h2>
      <p class="hint">${importing.exportHelp}</p>
      ${this.#takeAlong(to)}
    </section>`;
  }

  #takeAlong(id: string): TemplateResult {
    const { importing } = words;
    const edition = this.editions.find((one) => one.id === id);
    const counts = (query: string) => `/v1/series.csv?${query}&by=article&as-of=${encodeURIComponent(id)}`;
    return html`<p class="do"><strong>${id}</strong>
      ${
        edition?.read_on
          ? html`<button type="button" aria-disabled=${this.exported !== null} @click=${() => this.#export(id)}>
                ${this.exported === null ? importing.exportCases : importing.exporting(this.exported)}</button>
              <a class="button" download href=${counts("measure=convictions&evidence=records")}>${importing.exportConvictions}</a>
              <a class="button" download href=${counts("measure=cases-received&evidence=records")}>${importing.exportReceived}</a>`
          : ""
      }
      <a class="button" download href=${`/v1/figures.csv?as-of=${encodeURIComponent(id)}`}>${importing.exportFigures}</a>
    </p>`;
  }

  async #compare(event: Event, from: string, to: string): Promise<void> {
    event.preventDefault();
    this.wrong = "";
    const answer = await readDifference(from, to);
    if (answer.ok) this.shown = answer.body;
    else this.wrong = reasonOf(answer);
  }

  async #export(id: string): Promise<void> {
    this.wrong = "";
    this.exported = 0;
    const parts = [CASES_HEADER];
    for (let after: number | null = 0; after !== null; ) {
      const page: Awaited<ReturnType<typeof exportOf>> = await exportOf(id, after);
      if (!page.ok) {
        this.wrong = reasonOf(page);
        this.exported = null;
        return;
      }
      parts.push(writeCases(page.body.cases));
      this.exported += page.body.cases.length;
      after = page.body.next;
    }
    this.exported = null;
    download(`cases-${id}.csv`, parts.join(""));
  }

  /** What differs is said by the service, in one language. */
  readonly #speak = async (): Promise<void> => {
    if (!this.shown) return;
    const answer = await readDifference(this.shown.from, this.shown.to);
    if (answer.ok) this.shown = answer.body;
  };
}

customElements.define("studio-archive", StudioArchive);
