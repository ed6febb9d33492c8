import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Figure } from "../../../worker/contract/figure.ts";
import { UNITS, type Unit } from "../../../worker/contract/terms.ts";
import { choice, line, tick } from "../controls.ts";
import { words as studio } from "../words/index.ts";
import { contradictedBy } from "./follows.ts";
import type { Pending } from "./pending.ts";
import { countOf, dateText, lineOf, periodText } from "./say.ts";
import { found } from "./search.ts";
import { words } from "./words/index.ts";

/** Figures that are listed at once. */
const PAGE = 20;

/**
 * All figures, the newest first, to be found and taken up.
 * @event correct with the figure
 * @event withdraw with the figure
 */
export class StudioFigureList extends LitElement {
  static override properties: PropertyDeclarations = {
    figures: { attribute: false },
    pending: { attribute: false },
    text: { state: true },
    unit: { state: true },
    conflicting: { state: true },
    most: { state: true },
  };

  declare figures: readonly Figure[];
  declare pending: readonly Pending[];
  declare text: string;
  declare unit: Unit | "";
  declare conflicting: boolean;
  declare most: number;

  constructor() {
    super();
    this.figures = [];
    this.pending = [];
    this.text = "";
    this.unit = "";
    this.conflicting = false;
    this.most = PAGE;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { figures, most } = this;
    const contradicted = contradictedBy(figures);
    const listed = found(figures, this, contradicted, lineOf);
    return html`<section>
      <h2 id="figures-all">${studio.figures}</h2>
      <div class="pair">
        ${line(words.find, this.text, (text) => this.#narrow({ text }), { name: "figures-find", help: words.findHelp })}
        ${choice(
          words.unit,
          ["", ...UNITS] as const,
          this.unit,
          (unit) => (unit === "" ? words.all : words.units[unit]),
          (unit) => this.#narrow({ unit }),
          { name: "figures-unit" },
        )}
      </div>
      ${tick(words.conflicting, this.conflicting, (conflicting) => this.#narrow({ conflicting }))}
      <p role="status" class="hint">${words.found(listed.length, figures.length)}</p>
      ${listed.length === 0 ? html`<p class="hint">${words.none}</p>` : ""}
      <ul class="sources">${listed.slice(0, most).map((figure) => this.#figure(figure, contradicted.get(figure.id)))}</ul>
      ${
        listed.length > most
          ? html`<p><button type="button" @click=${() => (this.most += PAGE)}>
              ${words.more(Math.min(PAGE, listed.length - most))}</button></p>`
          : ""
      }
    </section>`;
  }

  #figure(figure: Figure, others: readonly string[] = []): TemplateResult {
    const { id, publisher, published_on, source_url, series, period, note } = figure;
    const tell = (name: "correct" | "withdraw") =>
      this.dispatchEvent(new CustomEvent(name, { detail: figure }));
    const isPending = this.pending.some((one) => one.id === id);
    return html`<li>
      <h3>${countOf(figure)}</h3>
      <p>${periodText(period)}</p>
      <p><a href=${source_url} rel="noreferrer" target="_blank">${publisher}</a>,
        ${published_on ? words.printedOn(dateText(published_on)) : words.undated}
        <span class="hint"><code>${id}</code> ${series}</span></p>
      ${note ? html`<p class="hint">${note}</p>` : ""}
      ${others.length > 0 ? html`<p class="wrong">${words.contradicts(few(others))}</p>` : ""}
      ${isPending ? html`<p class="hint">${words.pending}</p>` : ""}
      <p class="do">
        <button type="button" class="small" aria-label=${words.correctName(id)} @click=${() => tell("correct")}>${words.correct}</button>
        <button type="button" class="small" aria-label=${words.withdrawName(id)} @click=${() => tell("withdraw")}>${words.withdraw}</button>
      </p>
    </li>`;
  }

  #narrow(part: Partial<Pick<StudioFigureList, "text" | "unit" | "conflicting">>): void {
    Object.assign(this, part);
    this.most = PAGE;
  }
}

/** Ids that are named of a figure that contradicts very many. */
const NAMED = 5;

function few(ids: readonly string[]): string {
  const more = ids.length - NAMED;
  return `${ids.slice(0, NAMED).join(", ")}${more > 0 ? ` + ${more}` : ""}`;
}

customElements.define("studio-figure-list", StudioFigureList);
