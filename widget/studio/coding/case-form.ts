import { html, nothing, type TemplateResult } from "lit";
import { DECISION_KEYS, type Decision, NO_TEXT_KEY, SERVICE_KEYS, UNDO_KEY } from "./keys.ts";
import { decided, hasTerm, type Missing, type Typed, withTerm } from "./typed.ts";
import { words } from "./words/index.ts";

interface Acts {
  type(typed: Typed): void;
  save(): void;
  noText(): void;
  undo(): void;
}

/** What can be chosen of a verdict: by the mouse, by Tab and arrows, or by the letters beside the choices. */
export function caseForm(typed: Typed, missing: Missing | null, acts: Acts): TemplateResult {
  const { decision, term, service } = typed;
  const takesTerm = decision === null || hasTerm(decision);
  const isTerm = missing === "term" || missing === "term-bounds";
  return html`<form class="verdict" novalidate @submit=${(event: Event) => {
    event.preventDefault();
    acts.save();
  }}>
    <p id="missing" class="wrong" role="alert">${missing ? words.missing[missing] : ""}</p>
    ${choices(
      words.verdict,
      "decision",
      Object.keys(DECISION_KEYS) as Decision[],
      (one) => words.decisions[one],
      DECISION_KEYS,
      decision,
      missing === "decision",
      (one) => acts.type(decided(typed, one)),
    )}
    <div class="field">
      <label for="term">${words.term}</label>
      <input id="term" inputmode="numeric" autocomplete="off" maxlength="3" .value=${term}
        ?readonly=${!takesTerm} aria-disabled=${!takesTerm}
        aria-invalid=${isTerm ? "true" : nothing} aria-describedby=${isTerm ? "missing term-note" : "term-note"}
        @input=${({ target }: Event) => {
          const field = target as HTMLInputElement;
          const next = withTerm(typed, field.value);
          field.value = next.term;
          acts.type(next);
        }} />
      <p id="term-note" class="hint">${words.termHelp}</p>
    </div>
    ${choices(
      words.service,
      "service",
      Object.keys(SERVICE_KEYS) as (keyof typeof SERVICE_KEYS)[],
      (one) => words.services[one],
      SERVICE_KEYS,
      service,
      missing === "service",
      (one) => acts.type({ ...typed, service: one }),
    )}
    <p class="do">
      <button class="primary" aria-keyshortcuts="Enter"
        @click=${(event: MouseEvent) => isSecond(event) && event.preventDefault()}>${words.save} <kbd aria-hidden="true">Enter</kbd></button>
      <button type="button" aria-keyshortcuts=${NO_TEXT_KEY} aria-describedby="no-text-note" 
        @click=${(event: MouseEvent) => isSecond(event) || acts.noText()}>
        ${words.noText} <kbd aria-hidden="true">${NO_TEXT_KEY}</kbd></button>
      <button type="button" aria-keyshortcuts=${UNDO_KEY} @click=${acts.undo}>
        ${words.undo} <kbd aria-hidden="true">${UNDO_KEY}</kbd></button>
    </p>
    <p id="no-text-note" class="hint">${words.noTextHelp}</p>
  </form>`;
}

/** Whether a click is the second of a double one: it would be of the next verdict, which nobody has read yet. */
function isSecond({ detail }: MouseEvent): boolean {
  return detail > 1;
}

function choices<Value extends string>(
  legend: string,
  name: string,
  values: readonly Value[],
  label: (value: Value) => string,
  keys: Readonly<Record<Value, string>>,
  chosen: Value | null,
  isMissing: boolean,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<fieldset class="choices" aria-describedby=${isMissing ? "missing" : nothing}>
    <legend>${legend}</legend>
    ${values.map(
      (value) => html`<label>
        <input type="radio" name=${name} value=${value} .checked=${value === chosen}
          aria-keyshortcuts=${keys[value]} @change=${() => choose(value)} />
        <span>${label(value)}</span> <kbd aria-hidden="true">${keys[value]}</kbd>
      </label>`,
    )}
  </fieldset>`;
}
