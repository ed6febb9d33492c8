import { html, type TemplateResult } from "lit";
import type { Delivery } from "../../../worker/contract/hooks.ts";
import { dayOf } from "../words/index.ts";
import { words } from "./words/index.ts";

/** What arrived at a receiver, and what will be tried again. */
export function deliveries(all: readonly Delivery[]): TemplateResult {
  if (all.length === 0) return html`<p class="hint">${words.emptyLog}</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${words.log}>
    <table>
      <thead><tr>${words.logHeads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>
        ${all.map(
          ({ at, event, state, answered, next_try_at }) => html`<tr>
            <td>${dayOf(at)}</td>
            <td>${words.eventNames[event]}</td>
            <td>${next_try_at === null ? words.deliveries[state] : words.againAt(dayOf(next_try_at))}</td>
            <td>${answerText(answered)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** What a receiver answered: its status, or why there is none, which the service says in English. */
export function answerText(answered: string | null): string {
  if (answered === null) return "–";
  if (/^\d{3}$/.test(answered)) return answered;
  const { "no answer in time": late, unreachable, refused } = words.noAnswers;
  if (answered === "no answer in time") return late;
  return answered === "unreachable" ? unreachable : refused;
}
