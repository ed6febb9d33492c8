import { html, type TemplateResult } from "lit";
import type { Pending } from "./pending.ts";
import { lineOf } from "./say.ts";
import { words } from "./words/index.ts";

/** The changes that wait, each with a way to go on with it and a way to take it back. */
export function waitingList(
  pending: readonly Pending[],
  { correct, undo }: { correct(one: Pending): void; undo(one: Pending): void },
): TemplateResult {
  return html`<ul class="held">${pending.map((one) => {
    const { before, after, id } = one;
    const what = before ? (after ? "corrected" : "withdrawn") : "added";
    return html`<li>
      <p><strong>${words.changes[what]}:</strong> ${lineOf((after ?? before)!)}</p>
      <p class="do">
        ${after ? html`<button type="button" class="small" aria-label=${words.correctName(id)} @click=${() => correct(one)}>${words.correct}</button>` : ""}
        <button type="button" class="small" aria-label=${words.undoName(id)} @click=${() => undo(one)}>${words.undo}</button>
      </p>
    </li>`;
  })}</ul>`;
}
