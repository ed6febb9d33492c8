import { html } from "hono/html";
import type { Figure } from "../../contract/figure.ts";
import { DAYS_A_WEEK } from "../../domain/calendar.ts";
import type { EditionFacts } from "../../domain/methodology/edition-facts.ts";
import type { Language } from "../../wording/language/language.ts";
import type { MethodologyTerms } from "../../wording/language/methodology-terms.ts";
import { type Markup, pageLink } from "./prose.ts";

/** One rate of the edition as a sum: a total less an earlier one, over the days between them. */
export function workedExample(
  { example }: EditionFacts,
  { example: terms, units }: MethodologyTerms,
  words: Language,
): Markup {
  if (!example) return html``;
  const { later, earlier, rate } = example;
  const { number } = words.formats;
  const total = (sign: string, { value, period, publisher, source_url }: Figure) => html`<tr>
<td class="number">${sign}${number(value)}</td><td>${words.period(period).name}</td><td>${pageLink(source_url, words.according(publisher))}</td></tr>`;
  return html`<table class="sum">
<caption>${terms.caption}: ${units[rate.unit].name}, ${words.articles(rate.articles)}</caption>
<thead><tr>${terms.columns.map((column, i) => html`<th scope="col"${i === 0 ? html` class="number"` : ""}>${column}</th>`)}</tr></thead>
<tbody>${total("", later)}${total("− ", earlier)}
<tr class="result"><td class="number">= ${number(rate.value)}</td><td>${words.period(rate.period).name}</td><td>${terms.difference(words.days(rate.days))}</td></tr>
<tr><td class="number"><strong>${number(rate.per_week)}</strong></td><td><strong>${words.per.per_week}</strong></td><td>${number(rate.value)} × ${DAYS_A_WEEK} ÷ ${number(rate.days)}</td></tr></tbody>
</table>`;
}
