import { html } from "hono/html";
import type { SectionId } from "../../wording/language/methodology-text.ts";
import { LANGUAGES } from "../../wording/languages.ts";
import { METHODOLOGY } from "../../wording/methodology.ts";
import { citation } from "./citation.ts";
import { delayFigure } from "./delay-figure.ts";
import { disputeList } from "./dispute-list.ts";
import { articleList, unitTable } from "./glossary.ts";
import { type Markup, marked } from "./prose.ts";
import { references } from "./references.ts";
import { toldTable } from "./told-table.ts";
import type { MethodologyView } from "./view.ts";
import { workedExample } from "./worked-example.ts";

/** The tables, lists and the chart that stand in the sections, after their first words. */
export function blocksOf(view: MethodologyView): Partial<Record<SectionId, Markup>> {
  const { facts, lang } = view;
  const words = LANGUAGES[lang];
  const { notCounted, steps, terms } = METHODOLOGY[lang];
  return {
    counted: html`<h3>${notCounted.title}</h3><ul class="bullets">${items(notCounted.items)}</ul>`,
    units: unitTable(facts, terms, words),
    articles: articleList(terms),
    rates: workedExample(facts, terms, words),
    lateness: delayFigure(facts, terms, words),
    completeness: html`<ol class="bullets">${items(steps)}</ol>`,
    conflicts: disputeList(facts, terms, words),
    citing: citation(facts, view, terms, words),
  };
}

/** What stands at the very end of a section. */
export function endOf({ lang }: MethodologyView): Partial<Record<SectionId, Markup>> {
  const { terms } = METHODOLOGY[lang];
  return { completeness: html`${toldTable(terms, LANGUAGES[lang])}${references(terms.labels.sources)}` };
}

function items(prose: readonly string[]): Markup[] {
  return prose.map((item) => html`<li>${marked(item)}</li>`);
}
