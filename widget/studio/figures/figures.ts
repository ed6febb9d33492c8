import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { LedgerBody } from "../../../worker/contract/desk-answers.ts";
import type { Figure } from "../../../worker/contract/figure.ts";
import { writeLedger } from "../../../worker/desk/formats/write-ledger.ts";
import type { Order } from "../desk/publication.ts";
import "../desk/publication.ts";
import { evidenceInForce, readLedgerInForce, stageLedger } from "../service/figures.ts";
import { type Preview, type Published, preview, publish } from "../service/imports.ts";
import { reasonOf } from "../service/refusal.ts";
import { addressOf } from "../shell/route.ts";
import { lang, SPOKEN, words as studio } from "../words/index.ts";
import { collisionList } from "./collisions.ts";
import { download } from "./download.ts";
import { followsFrom } from "./follows.ts";
import "./form.ts";
import { keep, restore } from "./kept.ts";
import "./list.ts";
import { applied, type Collision, decided, freeId, type Pending, rebased, withChange } from "./pending.ts";
import { lineOf } from "./say.ts";
import { NOTHING_TYPED, type TypedFigure, typedOf } from "./typed.ts";
import { words } from "./words/index.ts";

/**
 * Published figures: to be found, added, corrected, withdrawn. Changes wait in this browser, and go out together: the whole
 * ledger is staged, checked and published as any other.
 */
export class StudioFigures extends LitElement {
  static override properties: PropertyDeclarations = {
    ledger: { state: true },
    evidence: { state: true },
    pending: { state: true },
    collisions: { state: true },
    open: { state: true },
    typed: { state: true },
    note: { state: true },
    shown: { state: true },
    busy: { state: true },
    said: { state: true },
  };

  declare ledger: LedgerBody | null;
  declare evidence: "records" | "published" | null;
  declare pending: readonly Pending[];
  declare collisions: readonly Collision[];
  /** The figure in the form: its id; "": a new one; null: none. */
  declare open: string | null;
  declare typed: TypedFigure;
  declare note: string;
  /** What the service says of the changes, which are staged then. */
  declare shown: Preview | null;
  declare busy: boolean;
  declare said: { kind: "good" | "bad"; text: string; published?: boolean } | null;

  constructor() {
    super();
    const kept = restore(localStorage);
    this.ledger = null;
    this.evidence = null;
    this.pending = kept.pending;
    this.collisions = [];
    this.open = kept.open;
    this.typed = kept.typed ?? NOTHING_TYPED;
    this.note = kept.note;
    this.shown = null;
    this.busy = false;
    this.said = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener(SPOKEN, this.#speak);
    void this.#load();
    void evidenceInForce().then((evidence) => {
      this.evidence = evidence;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener(SPOKEN, this.#speak);
  }

  protected override updated(): void {
    const { pending, collisions, open, typed, note } = this;
    const mine = [...pending, ...collisions.map((one) => one.mine)];
    keep(localStorage, { pending: mine, open, typed: open === null ? null : typed, note });
  }

  protected override render(): TemplateResult {
    const { said, ledger } = this;
    return html`<h1>${words.title}</h1>
      <p class="standfirst">${words.motto}</p>
      <p class=${said?.kind === "bad" ? "wrong" : "said"} role="status">${said?.text ?? ""}
        ${said?.published ? html` <a href=${`/?lang=${lang}`}>${words.see}</a>` : ""}</p>
      ${ledger ? this.#whole(ledger) : html`<p class="hint">${studio.loading}</p>`}`;
  }

  #whole(ledger: LedgerBody): TemplateResult {
    const { pending, open, collisions } = this;
    const figures = applied(ledger.figures, pending);
    return html`
      ${collisionList(collisions, (one, stays) => this.#decide(one, stays))}
      ${
        open === null
          ? html`<p class="do">
              <button type="button" class="primary" @click=${() => this.#edit("", NOTHING_TYPED)}>${words.add}</button>
              <button type="button" @click=${() => this.#download(ledger)}>${words.download}</button>
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
      .figureId=${open === "" ? freeId(ledger.next_id, this.pending) : open}
      .isNew=${open === ""}
      .typed=${this.typed}
      .ledger=${ledger.figures}
      .others=${figures}
      .evidence=${this.evidence}
      .busy=${this.busy}
      @typed=${({ detail }: CustomEvent<TypedFigure>) => (this.typed = detail)}
      @settled=${this.#settle}
      @left=${this.#leave}
      @instead=${({ detail }: CustomEvent<string>) => this.#instead(detail, figures)}
    ></studio-figure-form>`;
  }

  #pending(ledger: LedgerBody, figures: readonly Figure[]): TemplateResult {
    const { pending, shown, busy } = this;
    const changed = pending.flatMap(({ after }) => after ?? []);
    return html`<section aria-labelledby="pending" class="files">
      <h2 id="pending" tabindex="-1">${words.pending}</h2>
      <ul class="held">${pending.map((one) => this.#change(one))}</ul>
      ${
        shown
          ? html`<studio-review .shown=${shown} .note=${this.note} .isSending=${busy}
              @noted=${({ detail }: CustomEvent<string>) => (this.note = detail)}
              @order=${this.#publish}></studio-review>`
          : html`<p class="hint">${words.pendingHelp}</p>
              ${followsFrom(ledger.figures, figures, changed, this.evidence)}
              <p class="do"><button type="button" class="primary" ?disabled=${busy || this.collisions.length > 0}
                @click=${() => this.#review()}>${busy ? words.checking : words.checkAll}</button></p>`
      }
    </section>`;
  }

  #change(one: Pending): TemplateResult {
    const { before, after, id } = one;
    const what = before ? (after ? "corrected" : "withdrawn") : "added";
    return html`<li>
      <p><strong>${words.changes[what]}:</strong> ${lineOf((after ?? before)!)}</p>
      <p class="do">
        ${after ? html`<button type="button" class="small" aria-label=${words.correctName(id)} @click=${() => this.#edit(id, typedOf(after))}>${words.correct}</button>` : ""}
        <button type="button" class="small" aria-label=${words.undoName(id)} @click=${() => this.#undo(one)}>${words.undo}</button>
      </p>
    </li>`;
  }

  #edit(id: string, typed: TypedFigure): void {
    this.said = null;
    this.shown = null;
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
    const { figure } = detail;
    const before = this.ledger?.figures.find(({ id }) => id === figure.id) ?? null;
    this.#take(withChange(this.pending, { id: figure.id, before, after: figure }));
    this.#leave();
    if (detail.publish && this.pending.length > 0) void this.#review();
  };

  #withdraw(figure: Figure): void {
    if (!confirm(words.reallyWithdraw(lineOf(figure)))) return;
    const before = this.ledger?.figures.find(({ id }) => id === figure.id) ?? null;
    this.#take(withChange(this.pending, { id: figure.id, before, after: null }));
  }

  #undo({ id }: Pending): void {
    this.#take(this.pending.filter((one) => one.id !== id));
  }

  /** What was staged is of other changes then. */
  #take(pending: readonly Pending[]): void {
    this.pending = pending;
    this.shown = null;
    this.said = null;
  }

  #decide(collision: Collision, stays: "mine" | "theirs"): void {
    this.collisions = this.collisions.filter((one) => one !== collision);
    this.#take([...this.pending, ...decided(collision, stays)]);
  }

  #download({ edition, figures }: LedgerBody): void {
    download(`published-figures-${edition?.id ?? "0"}.csv`, writeLedger(figures));
  }

  /** @returns whether another edition is in force than before */
  async #load(): Promise<boolean> {
    const answer = await readLedgerInForce();
    if (!answer.ok) {
      this.#complain(reasonOf(answer));
      return false;
    }
    const { figures, next_id, edition } = answer.body;
    const isOther = this.ledger !== null && this.ledger.edition?.id !== edition?.id;
    const mine = [...this.pending, ...this.collisions.map((one) => one.mine)];
    const { pending, collisions } = rebased(mine, figures, next_id);
    this.ledger = answer.body;
    this.pending = pending;
    this.collisions = collisions;
    return isOther;
  }

  /**
   * Stages the ledger with the changes. Where another edition came first, they are made in that one: nothing that somebody
   * else has published in the meantime is overwritten.
   */
  async #review(): Promise<void> {
    if (this.busy || !this.ledger) return;
    this.busy = true;
    const text = await this.#stage(this.ledger);
    this.busy = false;
    if (text !== null) this.#complain(text);
    await this.updateComplete;
    const place = this.collisions.length > 0 ? "#collisions" : this.shown ? "#review" : "#pending";
    const heading = this.querySelector<HTMLElement>(place);
    heading?.scrollIntoView();
    heading?.focus();
  }

  /** @returns what is to be said; null: nothing */
  async #stage(ledger: LedgerBody, told: string | null = null): Promise<string | null> {
    const staged = await stageLedger(applied(ledger.figures, this.pending), ledger.edition?.id ?? null);
    if (!staged.ok) {
      if (staged.status !== 409 || told !== null || !(await this.#load())) return reasonOf(staged);
      return this.#again();
    }
    const answer = await preview(staged.body.batch.id);
    if (!answer.ok) return reasonOf(answer);
    this.shown = answer.body;
    return told;
  }

  /** After another edition: the same changes in it, as far as nobody has to decide first. */
  async #again(): Promise<string | null> {
    const { ledger } = this;
    this.shown = null;
    if (!ledger?.edition) return null;
    const text = words.cameFirst(ledger.edition.id);
    if (this.collisions.length > 0 || this.pending.length === 0) return text;
    return this.#stage(ledger, text);
  }

  readonly #publish = async ({ detail: { note, override } }: CustomEvent<Order>): Promise<void> => {
    const { shown, busy } = this;
    if (!shown || busy) return;
    this.busy = true;
    const { id } = shown.batch;
    const answer = await publish(id, note, override);
    if (answer.ok) await this.#done(answer.body);
    else if (answer.status === 409 && (await this.#load())) this.#complain((await this.#again()) ?? "");
    else {
      const address = `${location.origin}${location.pathname}${addressOf({ view: "desk", batch: id })}`;
      this.#complain(
        answer.status === 409 ? `${reasonOf(answer)} ${words.forAnother} ${address}` : reasonOf(answer),
      );
    }
    this.busy = false;
  };

  async #done({ edition: { id }, delivered }: Published): Promise<void> {
    this.#take([]);
    this.note = "";
    await this.#load();
    const { published, onItsWay } = studio.importing;
    this.said = { kind: "good", text: delivered ? published(id) : onItsWay(id), published: true };
    scrollTo(0, 0);
  }

  #complain(text: string): void {
    this.said = { kind: "bad", text };
    scrollTo(0, 0);
  }

  /** What would change is said by the service, in one language. */
  readonly #speak = async (): Promise<void> => {
    this.said = null;
    if (!this.shown) return;
    const answer = await preview(this.shown.batch.id);
    if (answer.ok) this.shown = answer.body;
  };
}

customElements.define("studio-figures", StudioFigures);
