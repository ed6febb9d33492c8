import { html } from "hono/html";
import type { EditionFacts } from "../../domain/methodology/edition-facts.ts";
import type { Language } from "../../wording/language/language.ts";
import type { MethodologyTerms } from "../../wording/language/methodology-terms.ts";
import type { Markup } from "./prose.ts";

/** The edition in a few numbers. */
export function editionBox(facts: EditionFacts, { edition }: MethodologyTerms, words: Language): Markup {
  const { number } = words.formats;
  const { figures, rates, disputes, records } = facts;
  const rows: [name: string, value: string][] = [
    [edition.id, facts.id],
    [edition.published, words.date(facts.publishedOn)],
    [edition.figures, number(figures.count)],
    [edition.rates, number(rates)],
    [edition.conflicts, number(disputes.length)],
    ...(records
      ? ([
          [edition.cases, number(records.cases)],
          [edition.convictions, number(records.convictions)],
          [edition.vanished, number(records.removed)],
        ] satisfies [string, string][])
      : ([[edition.records, edition.none]] satisfies [string, string][])),
  ];
  return html`<section class="edition-box" aria-labelledby="edition"><h2 id="edition">${edition.title}</h2>
<dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`;
}
