import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Figure } from "../../../worker/contract/figure.ts";
import { FIGURE_KINDS, QUALIFIERS, SERVICES, UNITS } from "../../../worker/contract/terms.ts";
import { moscowDate } from "../../../worker/domain/calendar.ts";
import { choice, line } from "../controls.ts";
import { focusWrong } from "../desk/focus-wrong.ts";
import { articleChips, chip, chips, copies, printedChips } from "./chips.ts";
import { duplicateList } from "./duplicates.ts";
import { type Faults, faultsIn } from "./faults.ts";
import { followsFrom } from "./follows.ts";
import { copiedFrom, filled, propose } from "./propose.ts";
import { dateText } from "./say.ts";
import { type Field, figureOf, NOTHING_TYPED, type TypedFigure } from "./typed.ts";
import { words } from "./words/index.ts";

/**
 * One figure, asked for in the order in which one reads it in a newspaper.
 * @event typed with what stands in the form
 * @event settled with the figure, and whether it is to go out now
 * @event left without a change
 * @event instead with the id of a figure that is to be corrected in its place
 */
export class StudioFigureForm extends LitElement {
  static override properties: PropertyDeclarations = {
    figureId: { attribute: false },
    isNew: { attribute: false },
    typed: { attribute: false },
    ledger: { attribute: false },
    others: { attribute: false },
    evidence: { attribute: false },
    busy: { attribute: false },
    isTried: { state: true },
  };

  declare figureId: string;
  declare isNew: boolean;
  declare typed: TypedFigure;
  /** In force. */
  declare ledger: readonly Figure[];
  /** As it would be without this figure: with all that waits. */
  declare others: readonly Figure[];
  declare evidence: "records" | "published" | null;
  declare busy: boolean;
  /** Somebody wanted to go on: from then on what is wrong is marked. */
  declare isTried: boolean;

  constructor() {
    super();
    this.figureId = "";
    this.isNew = true;
    this.typed = NOTHING_TYPED;
    this.ledger = [];
    this.others = [];
    this.evidence = null;
    this.busy = false;
    this.isTried = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("figureId")) this.isTried = false;
  }

  protected override render(): TemplateResult {
    const { typed, isNew, figureId, isTried, busy } = this;
    const faults = faultsIn(typed, today());
    const shown = isTried ? faults : {};
    const proposals = propose(this.others, typed, today());
    const set = (part: Partial<TypedFigure>) => this.#set(part);
    return html`<form class="source figure" novalidate @submit=${this.#go}>
      <h2 id="figure-form" tabindex="-1">${isNew ? words.addTitle : words.correctTitle(figureId)}</h2>
      <p class="wrong" role="alert">${this.#told(shown)}</p>
      ${this.#line("source_url", shown, { max: 2_000, type: "url", settle: this.#fill })}
      ${this.#line("publisher", shown, { max: 300, settle: this.#fill })}
      ${chips(proposals.publishers, typed.publisher, (publisher) => this.#set({ publisher }, true))}
      ${this.#line("published_on", shown, { type: "date" })} ${printedChips(proposals, typed, today(), set)}
      ${isNew ? copies(proposals, (figure) => this.#copy(figure)) : ""}
      ${choice(
        words.fields.unit,
        UNITS,
        typed.unit,
        (unit) => words.units[unit],
        (unit) => this.#set({ unit, ...(unit === "share_suspended" && { kind: "percent" }) }),
        { name: "figure-unit" },
      )}
      ${this.#line("articles", shown, { max: 300 })} ${articleChips(typed, set)}
      <div class="pair">
        ${this.#line("value", shown, { max: 40, mode: "decimal" })}
        ${choice(
          words.fields.kind,
          FIGURE_KINDS,
          typed.kind,
          (kind) => words.kinds[kind],
          (kind) => this.#set({ kind }),
          { name: "figure-kind", wrong: shown.kind && words.faults[shown.kind] },
        )}
      </div>
      <div class="pair">
        ${this.#line("period_start", shown, { type: "date" })}
        ${this.#line("period_end", shown, { type: "date" })}
      </div>
      ${
        typed.published_on && typed.period_end !== typed.published_on
          ? chip(`${words.onThePrintedDay}, ${dateText(typed.published_on)}`, () =>
              set({ period_end: typed.published_on }),
            )
          : ""
      }
      ${choice(
        words.fields.qualifier,
        QUALIFIERS,
        typed.qualifier,
        (one) => words.qualifiers[one],
        (qualifier) => this.#set({ qualifier }),
        { name: "figure-qualifier" },
      )}
      ${this.#line("series", shown, { max: 200 })}
      ${chips(proposals.series, typed.series, (series) => this.#set({ series }))}
      <details class="fold" ?open=${Boolean(typed.region || typed.service || typed.note || shown.region || shown.note)}>
        <summary>${words.more_fields}</summary>
        <div class="fields">
          ${this.#line("region", shown, { max: 200 })}
          ${choice(
            words.fields.service,
            ["", ...SERVICES] as const,
            typed.service,
            (one) => (one === "" ? words.everyService : words.services[one]),
            (service) => this.#set({ service }),
            { name: "figure-service" },
          )}
          ${this.#line("note", shown, { max: 4_000 })}
        </div>
      </details>
      ${Object.keys(faults).length === 0 ? this.#follows() : ""}
      <p class="do">
        <button class="primary" aria-disabled=${busy}>${busy ? words.checking : words.review}</button>
        <button type="button" aria-disabled=${busy} @click=${() => this.#settle(false)}>${words.keepForLater}</button>
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent("left"))}>${words.cancel}</button>
      </p>
    </form>`;
  }

  #line(field: Field, faults: Faults, more: object = {}): TemplateResult {
    const fault = faults[field];
    return line(words.fields[field], this.typed[field], (text) => this.#type(field, text), {
      name: `figure-${field}`,
      help: words.help[field],
      wrong: fault && words.faults[fault],
      ...more,
    });
  }

  /** The number is what is left to type. */
  #copy(figure: Figure): void {
    this.#set(copiedFrom(figure, this.others, this.typed));
    this.querySelector<HTMLElement>("#figure-value")?.focus();
  }

  #follows(): TemplateResult {
    const figure = figureOf(this.typed, this.figureId);
    const instead = (id: string) => this.dispatchEvent(new CustomEvent("instead", { detail: id }));
    return html`${duplicateList(this.others, figure, this.isNew ? instead : null)}
      <section aria-labelledby="figure-follows" class="follows">
        <h2 id="figure-follows">${words.follows}</h2>
        ${followsFrom(this.ledger, placed(this.others, figure), [figure], this.evidence)}
      </section>`;
  }

  #told(faults: Faults): string {
    const fields = Object.keys(faults) as Field[];
    return fields.length === 0
      ? ""
      : words.faultsFound(fields.map((field) => words.fields[field]).join(", "));
  }

  #type(field: Field, text: string): void {
    const isPasted = text.length - this.typed[field].length > PASTED;
    this.#set({ [field]: text });
    // An address that comes whole tells the rest at once, before the next field is touched.
    if (field === "source_url" && isPasted) this.#fill();
  }

  /** @param anew what follows from the change is proposed, too */
  #set(part: Partial<TypedFigure>, anew = false): void {
    const typed = { ...this.typed, ...part };
    this.#tell(anew ? filled(this.others, { ...typed, series: "" }, today()) : typed);
  }

  #tell(typed: TypedFigure): void {
    this.typed = typed;
    this.dispatchEvent(new CustomEvent("typed", { detail: typed }));
  }

  /** Empty fields get what the address and the publisher tell. */
  readonly #fill = (): void => {
    if (this.isNew) this.#tell(filled(this.others, this.typed, today()));
  };

  readonly #go = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#settle(true);
  };

  #settle(publish: boolean): void {
    if (this.busy) return;
    this.isTried = true;
    if (Object.keys(faultsIn(this.typed, today())).length > 0) {
      void focusWrong(this);
      return;
    }
    const figure = figureOf(this.typed, this.figureId);
    this.dispatchEvent(new CustomEvent("settled", { detail: { figure, publish } }));
  }
}

/** Characters that nobody types at once. */
const PASTED = 8;

function today(): string {
  return moscowDate(Date.now());
}

function placed(figures: readonly Figure[], figure: Figure): Figure[] {
  const at = figures.findIndex(({ id }) => id === figure.id);
  return at === -1 ? [...figures, figure] : figures.with(at, figure);
}

customElements.define("studio-figure-form", StudioFigureForm);
