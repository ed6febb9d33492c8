import { html, type TemplateResult } from "lit";
import type { Figure } from "../../../worker/contract/figure.ts";
import { duplicatesOf } from "./propose.ts";
import { lineOf } from "./say.ts";
import { words } from "./words/index.ts";

/** More are counted nowhere: a page that prints so many of one period is a table. */
const MOST = 8;

/**
 * What the ledger has already of the same source, unit and period.
 * @param instead goes on to correct that one; null: one is being corrected
 */
export function duplicateList(
  others: readonly Figure[],
  figure: Figure,
  instead: ((id: string) => void) | null,
): TemplateResult | "" {
  const found = duplicatesOf(
    others.filter(({ id }) => id !== figure.id),
    figure,
  );
  if (found.length === 0) return "";
  return html`<div class="guard" role="status">
    <h3>${words.duplicates}</h3>
    <ul>${found.slice(0, MOST).map(
      ({ figure: other, isSame }) => html`<li>
        ${isSame ? words.duplicateSame(lineOf(other)) : words.duplicateOther(lineOf(other))}
        ${
          isSame && instead
            ? html`<button type="button" class="small" @click=${() => instead(other.id)}>
                ${words.correctInstead(other.id)}</button>`
            : ""
        }</li>`,
    )}</ul>
  </div>`;
}
