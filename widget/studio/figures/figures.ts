import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { LedgerBody } from "../../../worker/contract/desk-answers.ts";
import type { Figure } from "../../../worker/contract/figure.ts";
import { writeLedger } from "../../../worker/desk/formats/write-ledger.ts";
import type { Order } from "../desk/publication.ts";
import "../desk/publication.ts";
import { evidenceInForce } from "../service/figures.ts";
import { lang, SPOKEN, words as studio } from "../words/index.ts";
import { collisionList } from "./collisions.ts";
import { download } from "./download.ts";
import { followsFrom } from "./follows.ts";
import "./form.ts";
import { keep, restore } from "./kept.ts";
import "./list.ts";
import { applied, freeId, withChange } from "./pending.ts";
import { lineOf } from "./say.ts";
import { NOTHING_TYPED, type TypedFigure, typedOf } from "./typed.ts";
import { waitingList } from "./waiting.ts";
import { words } from "./words/index.ts";
import { LedgerWork } from "./work.ts";

/**
 * Published figures: to be found, added, corrected, withdrawn. Changes wait in this browser, and go out together: the whole
 * ledger is staged, checked and published as any other.
 */
export class StudioFigures extends LitElement {
  static override properties: PropertyDeclarations = {
    evidence: { state: true },
    open: { state: true },
    typed: { state: true },
    note: { state: true },
  };

  declare evidence: "records" | "published" | null;
  /** The figure in the form: its id; "": a new one; null: none. */
  declare open: string | null;
  declare typed: TypedFigure;
  declare note: string;
  readonly #work: LedgerWork;

  constructor() {
    super();
    const kept = restore(localStorage);
    this.evidence = null;
    this.open = kept.open;
    this.typed = kept.typed ?? NOTHING_TYPED;
    this.note = kept.note;
    this.#work = new LedgerWork(kept.pending, () => this.requestUpdate());
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener(SPOKEN, this.#speak);
    void this.#work.load();
    void evidenceInForce().then((evidence) => {
      this.evidence = evidence;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener(SPOKEN, this.#speak);
  }

  protected override updated(): void {
    const { open, typed, note } = this;
    keep(localStorage, { pending: this.#work.mine, open, typed: open === null ? null : typed, note });
  }

  protected override render(): TemplateResult {
    const { said, ledger } = this.#work;
    return html`<h1>${studio.figures}</h1>
      <p class="standfirst">${words.motto}</p>
      <p class=${said?.kind === "bad" ? "wrong" : "said"} role="status">${said?.text ?? ""}
        ${said?.published ? html` <a href=${`/?lang=${lang}`}>${words.see}</a>` : ""}</p>
      ${ledger ? this.#whole(ledger) : html`<p class="hint">${studio.loading}</p>`}`;
  }

  #whole(ledger: LedgerBody): TemplateResult {
    const { open } = this;
    const { pending, collisions } = this.#work;
    const figures = applied(ledger.figures, pending);
    return html`
      ${collisionList(collisions, (one, stays) => this.#work.decide(one, stays))}
      ${
        open === null
          ? html`<p class="do">
              <button type="button" class="primary" @click=${() => this.#edit("", NOTHING_TYPED)}>${words.add}</button>
              <button type="button" @click=${() => downloaded(ledger)}>${words.download}</button>
            </p>`
          : this.#form(ledger, figures, open)
      }
      ${open === null && pending.length > 0 ? this.#pending(ledger, figures) : ""}
      <studio-figure-list .figures=${figures} .pending=${pending}
        @correct=${({ detail }: CustomEvent<Figure>) => this.#edit(detail.id, typedOf(detail))}
        @withdraw=${({ detail }: CustomEvent<Figure>) => this.#withdraw(detail)}></studio-figure-list>`;
  }

  #form(ledger: LedgerBody, figures: readonly Figure[], open: string): TemplateResult {
    return html`<studio-figure-form
      .figureId=${open === "" ? freeId(ledger.next_id, this.#work.pending) : open}
      .isNew=${open === ""}
      .typed=${this.typed}
      .ledger=${ledger.figures}
      .others=${figures}
      .evidence=${this.evidence}
      .busy=${this.#work.busy}
      @typed=${({ detail }: CustomEvent<TypedFigure>) => (this.typed = detail)}
      @settled=${this.#settle}
      @left=${this.#leave}
      @instead=${({ detail }: CustomEvent<string>) => this.#instead(detail, figures)}
    ></studio-figure-form>`;
  }

  #pending(ledger: LedgerBody, figures: readonly Figure[]): TemplateResult {
    const { pending, shown, busy, collisions } = this.#work;
    const changed = pending.flatMap(({ after }) => after ?? []);
    const undo = (id: string) => this.#work.take(pending.filter((one) => one.id !== id));
    return html`<section aria-labelledby="pending" class="files">
      <h2 id="pending" tabindex="-1">${words.pending}</h2>
      ${waitingList(pending, {
        correct: ({ id, after }) => after && this.#edit(id, typedOf(after)),
        undo: ({ id }) => undo(id),
      })}
      ${
        shown
          ? html`<studio-review .shown=${shown} .note=${this.note} .isSending=${busy}
              @noted=${({ detail }: CustomEvent<string>) => (this.note = detail)}
              @order=${this.#publish}></studio-review>`
          : html`<p class="hint">${words.pendingHelp}</p>
              ${followsFrom(ledger.figures, figures, changed, this.evidence)}
              <p class="do"><button type="button" class="primary" aria-disabled=${busy || collisions.length > 0}
                @click=${() => this.#review()}>${busy ? words.checking : words.checkAll}</button></p>`
      }
    </section>`;
  }

  #edit(id: string, typed: TypedFigure): void {
    this.#work.quiet();
    this.open = id;
    this.typed = typed;
    void this.updateComplete.then(() => {
      const heading = this.querySelector<HTMLElement>("#figure-form");
      heading?.scrollIntoView();
      this.querySelector<HTMLElement>(id === "" ? "#figure-source_url" : "#figure-form")?.focus();
    });
  }

  #instead(id: string, figures: readonly Figure[]): void {
    const figure = figures.find((one) => one.id === id);
    if (figure) {
      const { value, qualifier } = this.typed;
      this.#edit(id, { ...typedOf(figure), value, qualifier });
    }
  }

  readonly #leave = (): void => {
    this.open = null;
    this.typed = NOTHING_TYPED;
  };

  readonly #settle = ({ detail }: CustomEvent<{ figure: Figure; publish: boolean }>): void => {
    this.#change(detail.figure.id, detail.figure);
    this.#leave();
    if (detail.publish && this.#work.pending.length > 0) void this.#review();
  };

  #withdraw(figure: Figure): void {
    if (confirm(words.reallyWithdraw(lineOf(figure)))) this.#change(figure.id, null);
  }

  /** @param after null: it is withdrawn */
  #change(id: string, after: Figure | null): void {
    const { ledger, pending } = this.#work;
    const before = ledger?.figures.find((one) => one.id === id) ?? null;
    this.#work.take(withChange(pending, { id, before, after }));
  }

  async #review(): Promise<void> {
    await this.#work.review();
    await this.updateComplete;
    const { collisions, shown } = this.#work;
    const place = collisions.length > 0 ? "#collisions" : shown ? "#review" : "#pending";
    const heading = this.querySelector<HTMLElement>(place);
    heading?.scrollIntoView();
    heading?.focus();
  }

  readonly #publish = async ({ detail }: CustomEvent<Order>): Promise<void> => {
    if (this.#work.busy) return;
    if (await this.#work.publish(detail)) this.note = "";
    scrollTo(0, 0);
  };

  readonly #speak = (): void => void this.#work.speak();
}

function downloaded({ edition, figures }: LedgerBody): void {
  download(`published-figures-${edition?.id ?? "0"}.csv`, writeLedger(figures));
}

customElements.define("studio-figures", StudioFigures);
