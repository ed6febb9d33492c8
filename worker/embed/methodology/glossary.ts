import { html } from "hono/html";
import { UNITS } from "../../contract/terms.ts";
import type { EditionFacts } from "../../domain/methodology/edition-facts.ts";
import type { Language } from "../../wording/language/language.ts";
import { EXPLAINED_ARTICLES, type MethodologyTerms } from "../../wording/language/methodology-terms.ts";
import type { Markup } from "./prose.ts";

/** Every unit with its meaning, and how many of the edition's figures are in it. */
export function unitTable({ figures }: EditionFacts, terms: MethodologyTerms, { formats }: Language): Markup {
  const { unitColumns, units } = terms;
  const [unit, count] = unitColumns;
  const rows = UNITS.map((id) => {
    const { name, meaning } = units[id];
    return html`<tr><th scope="row">${name} <span class="meaning">${meaning}</span></th><td class="number">${formats.number(figures.byUnit[id])}</td></tr>`;
  });
  return html`<table>
<thead><tr><th scope="col">${unit}</th><th scope="col" class="number">${count}</th></tr></thead>
<tbody>${rows}</tbody>
</table>`;
}

/** Every article by its number, its name and one plain line. */
export function articleList({ articles }: MethodologyTerms): Markup {
  return html`<dl class="articles">${EXPLAINED_ARTICLES.map(
    (id) => html`<div><dt><b>${id}</b> ${articles[id].name}</dt><dd>${articles[id].meaning}</dd></div>`,
  )}</dl>`;
}
