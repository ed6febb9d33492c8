import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import { words } from "./words/index.ts";

type Cell = string | number | TemplateResult;

/** Lines that are shown at once: a table of thousands would freeze the page, and nobody reads it whole. */
const PAGE = 50;

/**
 * A table whose rows stand one below the other, each cell beside the name of its column, where the page is narrower than
 * it; of a long one it shows page after page.
 */
export class StudioTable extends LitElement {
  static override properties: PropertyDeclarations = {
    name: { attribute: false },
    head: { attribute: false },
    rows: { attribute: false },
    shown: { state: true },
  };

  declare name: string;
  declare head: readonly string[];
  declare rows: readonly (readonly Cell[])[];
  declare shown: number;

  constructor() {
    super();
    this.name = "";
    this.head = [];
    this.rows = [];
    this.shown = PAGE;
  }

  readonly #widths = new ResizeObserver(() => this.#fit());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#widths.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#widths.disconnect();
  }

  protected override updated(): void {
    this.#fit();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { name, head, rows, shown } = this;
    const rest = rows.length - shown;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${name}>
        <table role="table">
          <caption>${name}</caption>
          <thead role="rowgroup"><tr role="row">${head.map((one) => html`<th scope="col" role="columnheader">${one}</th>`)}</tr></thead>
          <tbody role="rowgroup">${rows
            .slice(0, shown)
            .map(
              (cells) =>
                html`<tr role="row">${cells.map((cell, index) => html`<td role="cell" data-head=${head[index] ?? ""}>${cell}</td>`)}</tr>`,
            )}</tbody>
        </table>
      </div>
      ${
        rest > 0
          ? html`<p class="buttons">
              <button type="button" class="small" @click=${() => (this.shown += PAGE)}>
                ${words.reviewing.showMore(Math.min(rest, PAGE))}</button>
              <button type="button" class="small" @click=${() => (this.shown = rows.length)}>
                ${words.reviewing.showAll(rows.length)}</button>
            </p>`
          : ""
      }`;
  }

  /** Whether it is too wide is seen from how it stands as a table; roles keep it one for whoever hears it. */
  #fit(): void {
    this.classList.remove("stacked");
    const box = this.querySelector(".scroll");
    if (box) this.classList.toggle("stacked", box.scrollWidth > box.clientWidth);
  }
}

customElements.define("studio-table", StudioTable);

/** A table under its name. */
export function table(
  name: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): TemplateResult {
  return html`<studio-table .name=${name} .head=${head} .rows=${rows}></studio-table>`;
}
