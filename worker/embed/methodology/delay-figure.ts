import { html } from "hono/html";
import type { EditionFacts } from "../../domain/methodology/edition-facts.ts";
import { OFFENCE_ARTICLES } from "../../domain/offence.ts";
import type { Language } from "../../wording/language/language.ts";
import type { MethodologyTerms } from "../../wording/language/methodology-terms.ts";
import { delayCurve } from "./delay-curve.ts";
import type { Markup } from "./prose.ts";

/** How late the records are: drawn, in words and in numbers; in words alone where nothing was measured. */
export function delayFigure({ records }: EditionFacts, { curve }: MethodologyTerms, words: Language): Markup {
  if (!records?.delay) return html`<p class="fact">${records ? curve.tooFew : curve.noRecords}</p>`;
  const { delay, readOn } = records;
  const percent = (share: number) => words.formats.percent(share * 100);
  return html`<figure>
<figcaption><strong id="delay-title">${curve.title}</strong>
<span id="delay-summary">${curve.summary(delay, OFFENCE_ARTICLES[delay.offence], readOn)}</span></figcaption>
${delayCurve(delay.shares, {
  percent,
  axis: curve.axis,
  final: curve.final,
  labelledBy: "delay-title",
  describedBy: "delay-summary",
})}
<details><summary>${curve.numbers}</summary>
<table class="numbers"><thead><tr>${curve.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${delay.shares.map((share, week) => html`<tr><th scope="row">${week}</th><td>${percent(share)}</td></tr>`)}</tbody></table>
</details>
</figure>`;
}
