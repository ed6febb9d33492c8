import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Change } from "../../../worker/contract/changes.ts";
import type { PublishedEdition } from "../../../worker/contract/desk-answers.ts";
import type { EditionAddition, ToldCorrections } from "../../../worker/contract/editions.ts";
import { additionHead, changeLine } from "../../../worker/wording/index.ts";
import { linkToCases, measureOf } from "../behind/link.ts";
import { words as coding } from "../coding/words/index.ts";
import { listCorrections, listEditions, revert } from "../service/imports.ts";
import { reasonOf } from "../service/refusal.ts";
import { dayOf, lang, words as studio } from "../words/index.ts";
import type { StudioAddition } from "./addition.ts";
import { words } from "./words/index.ts";
import "./addition.ts";
import "./archive.ts";

/** Editions that are listed at once. */
const PAGE = 10;
const TRY_AGAIN_MS = 2_000;
/** A little longer than the service's own schedule, which finishes a publication that others gave up. */
const MOST_TRIES = 180;

/** All editions, the way back to each, and what they corrected, ready to print. Says `published` with what was. */
export class StudioEditions extends LitElement {
  static override properties: PropertyDeclarations = {
    /** Another value: something was published, so the list is asked for anew. */
    turn: { attribute: false },
    editions: { state: true },
    corrections: { state: true },
    asked: { state: true },
    wrong: { state: true },
    why: { state: true },
    most: { state: true },
    said: { state: true },
  };

  declare turn: string;
  declare editions: PublishedEdition[];
  declare corrections: ToldCorrections[];
  /** The edition to go back to; null: none was asked for. */
  declare asked: string | null;
  declare wrong: string;
  declare why: string;
  /** How many editions are listed, from the newest. */
  declare most: number;
  /** That something was added to an edition. */
  declare said: string;

  constructor() {
    super();
    this.editions = [];
    this.corrections = [];
    this.asked = null;
    this.wrong = "";
    this.why = "";
    this.most = PAGE;
    this.said = "";
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("turn")) this.#load();
  }

  protected override render(): TemplateResult {
    const { importing } = words;
    return html`<section aria-labelledby="editions">
        <h2 id="editions">${importing.editions}</h2>
        <p class="said" role="status">${this.said}</p>
        <ol class="versions" reversed start=${this.editions.length}>
          ${this.editions.slice(0, this.most).map((edition, i) => this.#line(edition, i === 0))}
        </ol>
        ${
          this.editions.length > this.most
            ? html`<p><button type="button" @click=${() => (this.most += PAGE)}>${importing.older(Math.min(PAGE, this.editions.length - this.most))}</button></p>`
            : ""
        }
        ${this.#dialog()}
        <studio-addition @added=${this.#added}></studio-addition>
      </section>
      <studio-archive .editions=${this.editions}></studio-archive>
      <section class="corrections" aria-labelledby="corrections">
        <div class="head">
          <h2 id="corrections">${importing.corrections}</h2>
          <button type="button" class="small" @click=${this.#print}>${importing.print}</button>
        </div>
        ${this.corrections.length === 0 ? html`<p class="hint">${importing.correctionsNone}</p>` : ""}
        ${this.corrections.map(
          (
            { edition, published_at, changes, changes_total, additions },
            index,
          ) => html`<details ?open=${index === 0}>
            <summary>${edition}, ${dayOf(published_at)}</summary>
            <ul>${changes.map((change) => html`<li>${changeLine(change, change.class, lang)}${this.#behind(change, edition)}</li>`)}</ul>
            ${
              changes_total > changes.length
                ? html`<p class="hint">${importing.more(changes_total - changes.length)}</p>`
                : ""
            }
            ${later(additions)}
          </details>`,
        )}
      </section>`;
  }

  #line(edition: PublishedEdition, isInForce: boolean): TemplateResult {
    const { importing } = words;
    const { id, published_at, published_by, kind, note, override_reason, additions } = edition;
    const against = override_reason === null ? "" : importing.against(override_reason);
    return html`<li>
      <span>${id}, ${dayOf(published_at)}, ${importing.kinds[kind]}, ${published_by}${
        kind === "ledger"
          ? ""
          : html` · ${linkToCases(coding.cases, coding.changedIn(id), { measure: "records", edition: id })}`
      }
        ${[note, against].filter(Boolean).map((line) => html`<br /><span class="hint">${line}</span>`)}
        ${later(additions)}</span>
      <span class="ways">
        <button type="button" class="small" aria-label=${importing.additionName(id)}
          @click=${() => this.#add(id)}>${importing.addition}</button>
        ${
          isInForce
            ? html`<span class="hint">${importing.inForce}</span>`
            : html`<button type="button" class="small" aria-label=${importing.revertName(id)}
                @click=${() => this.#ask(id)}>${importing.revert}</button>`
        }
      </span>
    </li>`;
  }

  /** From a correction to the cases that it is of; figures have none. */
  #behind(change: Change, edition: string): TemplateResult | string {
    const measure = measureOf(change);
    const isOfFigures = this.editions.find(({ id }) => id === edition)?.kind === "ledger";
    if (!measure || isOfFigures) return "";
    const name = coding.casesOf(`${change.week}, ${edition}`);
    return html` ${linkToCases(coding.cases, name, { ...measure, week: change.week, edition })}`;
  }

  /** On paper nothing can be opened. */
  readonly #print = (): void => {
    for (const one of this.querySelectorAll<HTMLDetailsElement>(".corrections details")) one.open = true;
    print();
  };

  #dialog(): TemplateResult {
    const { importing } = words;
    return html`<dialog class="back" aria-labelledby="revert-title">
      <form @submit=${this.#revert}>
        <h2 id="revert-title">${importing.revertTitle(this.asked ?? "")}</h2>
        <p>${importing.revertHelp}</p>
        <div class="field">
          <label for="revert-why">${importing.revertWhy}</label>
          <textarea id="revert-why" required minlength="10" maxlength="1000" aria-describedby="revert-note"
            .value=${this.why} @input=${({ target }: Event) => (this.why = (target as HTMLTextAreaElement).value)}></textarea>
          <p id="revert-note" class=${this.wrong ? "wrong" : "hint"} role="status">${this.wrong || importing.overrideHelp}</p>
        </div>
        <p class="buttons">
          <button type="button" @click=${() => this.#close()}>${studio.cancel}</button>
          <button class="primary">${importing.revertSure}</button>
        </p>
      </form>
    </dialog>`;
  }

  #add(edition: string): void {
    this.said = "";
    this.querySelector<StudioAddition>("studio-addition")?.ask(edition);
  }

  readonly #added = ({ detail }: CustomEvent<string>): void => {
    this.said = words.importing.additionDone(detail);
    this.#load();
  };

  #ask(edition: string): void {
    this.asked = edition;
    this.why = "";
    this.wrong = "";
    this.querySelector<HTMLDialogElement>("dialog.back")?.showModal();
  }

  #close(): void {
    this.querySelector<HTMLDialogElement>("dialog.back")?.close();
  }

  readonly #revert = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.asked === null) return;
    const answer = await revert(this.asked, this.why);
    if (!answer.ok) {
      this.wrong = reasonOf(answer);
      return;
    }
    this.#close();
    this.dispatchEvent(new CustomEvent("published", { detail: answer.body }));
  };

  /** Readers, and so the corrections, are told of an edition within half a minute: until then they are asked for again. */
  async #load(): Promise<void> {
    const { turn } = this;
    for (let tries = 0; tries < MOST_TRIES && this.isConnected && turn === this.turn; tries++) {
      const [editions, corrections] = await Promise.all([listEditions(), listCorrections()]);
      if (editions.ok) this.editions = editions.body.editions;
      if (corrections.ok) this.corrections = corrections.body.corrections;
      const isTold = corrections.ok && (turn === "" || corrections.body.edition.id === turn);
      if (editions.ok && isTold) return;
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
    }
  }
}

/** What was said later, each with its day and the role of whoever said it. */
function later(additions: readonly EditionAddition[] = []): TemplateResult[] {
  return additions.map(
    (addition) => html`<span class="later">${additionHead(addition, lang)}: ${addition.text}</span>`,
  );
}

customElements.define("studio-editions", StudioEditions);
