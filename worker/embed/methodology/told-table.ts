import { html } from "hono/html";
import { TOLD_COMPLETENESS } from "../../config.ts";
import { TOLD_MEASURED } from "../../domain/completeness/told-measured.ts";
import type { Language } from "../../wording/language/language.ts";
import type { MethodologyTerms } from "../../wording/language/methodology-terms.ts";
import type { Markup } from "./prose.ts";

/** How far numbers in large type still moved, by the completeness from which they are told; the one in force is strong. */
export function toldTable({ told }: MethodologyTerms, { formats }: Language): Markup {
  const [from, ...moves] = told.columns;
  const percent = (share: number) => formats.percent(Math.round(share * 1_000) / 10);
  const rows = TOLD_MEASURED.map(({ completeness, medianMove, p90Move }) => {
    const cells = [percent(completeness), percent(medianMove), percent(p90Move)].map((cell) =>
      completeness === TOLD_COMPLETENESS ? html`<strong>${cell}</strong>` : html`${cell}`,
    );
    return html`<tr><th scope="row">${cells[0]}</th><td class="number">${cells[1]}</td><td class="number">${cells[2]}</td></tr>`;
  });
  return html`<table class="told"><caption>${told.caption}</caption>
<thead><tr><th scope="col">${from}</th>${moves.map((column) => html`<th scope="col" class="number">${column}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table>`;
}
