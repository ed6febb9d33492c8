import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";
import type { WithdrawRequest } from "../../../worker/contract/imports.ts";
import { line, tick } from "../controls.ts";
import { stageWithdrawal } from "../service/imports.ts";
import { reasonOf } from "../service/refusal.ts";
import { focusWrong } from "./focus-wrong.ts";
import { words } from "./words/index.ts";

type Typed = Record<"uid" | "court" | "number" | "defendant" | "reason", string>;
type Wrong = Partial<Record<keyof Typed, string>>;

/** As the service reads them; a slip is told before anything is sent. */
const SHAPES = {
  uid: /^\d{2}[A-Z]{2}\d{4}-\d{2}-\d{4}-\d{6}-\d{2}$/,
  court: /^\d{2}[A-Z]{2}\d{4}$/,
  number: /^(?=.*\d)[\p{L}\d/-]{3,40}$/u,
  defendant: /^(?:[1-9]\d?|[1-4]\d{2}|500)$/,
} as const;

const NOTHING: Typed = { uid: "", court: "", number: "", defendant: "", reason: "" };

/** Takes a record out that was never what it says, by way of a review. Says `staged` with the batch and the reason. */
export class StudioWithdraw extends LitElement {
  static override properties: PropertyDeclarations = {
    typed: { state: true },
    restore: { state: true },
    wrong: { state: true },
    refused: { state: true },
    busy: { state: true },
  };

  declare typed: Typed;
  declare restore: boolean;
  declare wrong: Wrong;
  declare refused: string;
  declare busy: boolean;

  constructor() {
    super();
    this.typed = NOTHING;
    this.restore = false;
    this.wrong = {};
    this.refused = "";
    this.busy = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { reviewing } = words;
    const { wrong } = this;
    return html`<section class="files" aria-labelledby="withdraw">
      <h2 id="withdraw">${reviewing.withdraw}</h2>
      <p class="hint">${reviewing.withdrawHelp}</p>
      <form novalidate @submit=${this.#stage}>
        ${this.#field("uid", reviewing.withdrawUid, reviewing.withdrawUidHelp)}
        <div class="pair">
          ${this.#field("court", reviewing.withdrawCourt)} ${this.#field("number", reviewing.withdrawNumber)}
          ${this.#field("defendant", reviewing.withdrawDefendant, reviewing.withdrawDefendantHelp)}
        </div>
        <div class="field">
          <label for="withdraw-reason">${reviewing.withdrawReason}</label>
          <textarea id="withdraw-reason" maxlength="1000" aria-describedby="withdraw-reason-note"
            aria-invalid=${wrong.reason ? "true" : "false"} .value=${this.typed.reason}
            @input=${({ target }: Event) => this.#type("reason", (target as HTMLTextAreaElement).value)}></textarea>
          <p id="withdraw-reason-note" class=${wrong.reason ? "wrong" : "hint"}>
            ${wrong.reason ?? reviewing.withdrawReasonHelp}</p>
        </div>
        ${tick(reviewing.withdrawRestore, this.restore, (on) => (this.restore = on))}
        <p class="wrong" role="status">${this.refused}</p>
        <button class="primary" aria-disabled=${this.busy}>${reviewing.withdrawStage}</button>
      </form>
    </section>`;
  }

  #field(name: keyof Typed, label: string, help?: string): TemplateResult {
    return line(label, this.typed[name], (text) => this.#type(name, text), {
      name: `withdraw-${name}`,
      help,
      wrong: this.wrong[name],
    });
  }

  #type(name: keyof Typed, text: string): void {
    this.typed = { ...this.typed, [name]: text };
  }

  readonly #stage = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy) return;
    this.refused = "";
    const typed = trimmed(this.typed);
    this.wrong = wrongIn(typed);
    if (Object.keys(this.wrong).length > 0) return focusWrong(this);
    this.busy = true;
    const answer = await stageWithdrawal(requestOf(typed, this.restore));
    this.busy = false;
    if (answer.ok) {
      this.typed = NOTHING;
      this.restore = false;
      const detail = { batch: answer.body.batch.id, reason: typed.reason };
      this.dispatchEvent(new CustomEvent("staged", { detail }));
      return;
    }
    const named = typed.uid ? "uid" : "number";
    if (answer.status === 404) this.wrong = { [named]: words.reviewing.withdrawNone };
    else this.refused = reasonOf(answer);
    if (answer.status === 404) await focusWrong(this);
  };
}

function trimmed(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, text.trim()])) as Typed;
}

function wrongIn({ uid, court, number, defendant, reason }: Typed): Wrong {
  const { reviewing } = words;
  const isNamed = uid !== "" || court !== "" || number !== "";
  return {
    ...(!isNamed && { uid: reviewing.withdrawWhich }),
    ...(uid !== "" && !SHAPES.uid.test(uid) && { uid: reviewing.withdrawUidWrong }),
    ...(isNamed && uid === "" && !SHAPES.court.test(court) && { court: reviewing.withdrawCourtWrong }),
    ...(isNamed && uid === "" && !SHAPES.number.test(number) && { number: reviewing.withdrawNumberWrong }),
    ...(defendant !== "" &&
      !SHAPES.defendant.test(defendant) && { defendant: reviewing.withdrawDefendantWrong }),
    ...(reason.length < 10 && { reason: reviewing.withdrawReasonWrong }),
  };
}

function requestOf({ uid, court, number, defendant, reason }: Typed, restore: boolean): WithdrawRequest {
  return {
    ...(uid === "" ? { court_code: court, case_number: number } : { case_uid: uid }),
    ...(defendant !== "" && { defendant: Number(defendant) }),
    ...(restore && { restore }),
    reason,
  };
}

customElements.define("studio-withdraw", StudioWithdraw);
