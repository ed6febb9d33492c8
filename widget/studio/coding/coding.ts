import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { CodedValues, CodingCase } from "../../../worker/contract/coding.ts";
import { CODING_ROUNDS, type CodingRound } from "../../../worker/contract/terms.ts";
import { tick } from "../controls.ts";
import { stageCodings } from "../service/coding.ts";
import { reasonOf } from "../service/refusal.ts";
import { addressOf } from "../shell/route.ts";
import { words as studio } from "../words/index.ts";
import { caseForm } from "./case-form.ts";
import { caseHead } from "./case-head.ts";
import { draftsList } from "./drafts-list.ts";
import { filters } from "./filters.ts";
import { actionAt } from "./keys.ts";
import { onItsWay, whyNothing } from "./notices.ts";
import { Reading } from "./reading.ts";
import { refusedList } from "./refused-list.ts";
import type { Typed } from "./typed.ts";
import { words } from "./words/index.ts";
import { CodingWork, type Event as WorkEvent } from "./work.ts";

/** Verdicts to code, one after the other, by keys or without; then what was coded as one edition. */
export class StudioCoding extends LitElement {
  static override properties: PropertyDeclarations = {
    coder: { attribute: false },
    round: { attribute: false },
    keys: { state: true },
    told: { state: true },
    wrong: { state: true },
    busy: { state: true },
    turn: { state: true },
  };

  /** Label of the token. */
  declare coder: string;
  declare round: CodingRound;
  declare keys: boolean;
  declare told: string;
  declare wrong: string;
  declare busy: boolean;
  /** Rises with each change of the work and of what is typed, which are no properties. */
  declare turn: number;

  readonly #reading = new Reading();
  #work: CodingWork | null = null;

  constructor() {
    super();
    this.coder = "";
    this.round = "first";
    this.keys = true;
    this.told = "";
    this.wrong = "";
    this.busy = false;
    this.turn = 0;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#work?.close();
    this.#work = null;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("coder") || !this.#work) this.#open();
    else if (changed.has("round")) this.#turnTo({ court: null, week: null });
  }

  protected override render(): TemplateResult {
    const work = this.#work;
    const { round } = this;
    const [one] = work?.queue ?? [];
    return html`<h1>${studio.coding}</h1>
      <p class="standfirst">${words.motto}</p>
      <nav class="tabs" aria-label=${words.roundsName}>
        ${CODING_ROUNDS.map(
          (name) => html`<a href=${addressOf({ view: "coding", round: name })}
            aria-current=${name === round ? "page" : "false"}>${this.#roundName(name)}</a>`,
        )}
      </nav>
      <p class="hint">${words.roundHelp[round]}</p>
      ${round === "first" && work?.look ? filters(work.look, work.wish, this.#turnTo) : ""}
      <p class="wrong" role="alert">${this.wrong || (work?.isStuck ? "" : work?.failed) || ""}</p>
      <p class=${work?.isStuck ? "wrong" : "hint"} role="status" id="on-its-way">${work ? onItsWay(work) : ""}</p>
      <p class="said" role="status">${this.told}</p>
      ${one ? this.#case(one) : this.#noCase()} ${work ? this.#lists(work) : ""}`;
  }

  #roundName(name: CodingRound): string {
    const look = this.#work?.look;
    const left = name === "first" ? look?.left : look?.[name];
    return left === undefined ? studio.rounds[name] : words.withLeft(studio.rounds[name], left);
  }

  #case(one: CodingCase): TemplateResult {
    const { typed, missing } = this.#reading;
    const number =
      one.defendant === 1 ? one.case_number : `${one.case_number}, ${words.defendant(one.defendant)}`;
    return html`<section class="case" aria-labelledby="case" @keydown=${this.#key}>
      <h2 id="case" tabindex="-1">${number}</h2>
      ${caseHead(one)}
      ${caseForm(typed, missing, {
        type: (next) => this.#type(next),
        save: () => this.#save(),
        noText: () => this.#keep(null),
        undo: this.#undo,
      })}
      <div class="keys">
        ${tick(words.keys, this.keys, (on) => (this.keys = on))}
        <p class="hint">${words.keysHelp}</p>
      </div>
    </section>`;
  }

  #noCase(): TemplateResult {
    const work = this.#work;
    return html`<p id="nothing" class="hint">${work ? whyNothing(work) : studio.loading}</p>
      ${work?.canUndo ? html`<p class="do"><button type="button" @click=${this.#undo}>${words.undo}</button></p>` : ""}`;
  }

  #lists(work: CodingWork): TemplateResult {
    const lists = { isWaiting: work.letters.length > 0, isBusy: this.busy };
    return html`${refusedList(work.refused, {
      sendAgain: (one) => work.sendAgain(one),
      putAway: (one) => work.putAway(one),
    })}
    ${draftsList(work.drafts, lists, { stage: this.#stage, open: (one) => work.undo(one) })}`;
  }

  #open(): void {
    this.#work?.close();
    this.#work = new CodingWork(this.coder, { round: this.round, court: null, week: null }, (event) =>
      this.#hear(event),
    );
    this.#begin(null);
    this.#work.open();
  }

  readonly #turnTo = (wish: { court: string | null; week: string | null }): void => {
    this.told = "";
    this.#work?.turnTo({ ...wish, round: this.round });
    this.#begin(null);
  };

  #hear(event: WorkEvent): void {
    const { what } = event;
    if (what === "restored") {
      const [one] = this.#work?.queue ?? [];
      this.told = one ? words.takenBack(one.case_number) : "";
      this.#begin(event.values);
      this.#toCase(true);
    } else {
      if (what === "others-have") this.told = words.othersHave(event.number);
      else if (what === "lost") this.told = words.lost(event.number);
      else if (what === "second") this.told = words.second(event.number);
      else if (what === "nothing") this.told = words.nothingToUndo;
      this.#arrive();
    }
    this.turn += 1;
  }

  /** Another record is before one; whoever does nothing else has the first of them under their hands. */
  #arrive(): void {
    const [one] = this.#work?.queue ?? [];
    const wasEmpty = this.#reading.isEmpty;
    if (this.#reading.isOf(one)) return;
    this.#begin(null);
    if (wasEmpty) this.#toCase(false);
  }

  /** @param values what was read before it was taken back; null: what the record says */
  #begin(values: CodedValues | null): void {
    this.#reading.begin(this.#work?.queue[0], values);
    this.turn += 1;
  }

  #type(typed: Typed): void {
    this.#reading.type(typed);
    this.turn += 1;
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (!this.keys || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const action = actionAt(event.target as HTMLElement, event);
    if (!action) return;
    event.preventDefault();
    // A key that is held down is of one verdict; those that come with it aren't read yet.
    if (event.repeat && (action.do === "save" || action.do === "no-text")) return;
    if (action.do === "save") this.#save();
    else if (action.do === "no-text") this.#keep(null);
    else if (action.do === "undo") this.#undo();
    else {
      this.#reading.press(action);
      this.turn += 1;
    }
  };

  #save(): void {
    const values = this.#reading.finish();
    if (values) this.#keep(values);
    this.turn += 1;
  }

  #keep(values: CodedValues | null): void {
    const work = this.#work;
    if (!work || work.queue.length === 0) return;
    work.save(values);
    const [next] = work.queue;
    this.told = next ? words.next(next.case_number) : "";
    this.#begin(null);
    this.#toCase(true);
  }

  readonly #undo = (): void => this.#work?.undo();

  /** @param anyway also from whatever has the focus now */
  async #toCase(anyway: boolean): Promise<void> {
    await this.updateComplete;
    const held = document.activeElement;
    // The heading has it where the view was just opened: it is where the shell puts it.
    const isFree = held === null || held === document.body || held.matches("h1");
    if (anyway || isFree) this.querySelector<HTMLElement>("#case")?.focus({ preventScroll: !anyway });
  }

  readonly #stage = async (): Promise<void> => {
    this.busy = true;
    this.wrong = "";
    this.told = "";
    // What has changed since is named before anybody reviews the rest.
    const isNew = await this.#work?.hasNewProblems();
    const answer = isNew ? null : await stageCodings();
    this.busy = false;
    if (!answer) {
      this.wrong = words.changedSince;
      return;
    }
    if (!answer.ok) {
      await this.#work?.reload();
      this.wrong = reasonOf(answer);
      return;
    }
    location.hash = addressOf({ view: "desk", batch: answer.body.batch.id });
  };
}

customElements.define("studio-coding", StudioCoding);
