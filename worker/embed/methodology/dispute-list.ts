import { html } from "hono/html";
import type { Figure } from "../../contract/figure.ts";
import type { Dispute, EditionFacts } from "../../domain/methodology/edition-facts.ts";
import type { Language } from "../../wording/language/language.ts";
import type { MethodologyTerms } from "../../wording/language/methodology-terms.ts";
import { type Markup, pageLink } from "./prose.ts";

/** Every conflict of the edition, with all its figures and their links. */
export function disputeList({ disputes }: EditionFacts, terms: MethodologyTerms, words: Language): Markup {
  if (disputes.length === 0) return html``;
  const dispute = ({ kind, figures }: Dispute) => html`<li class="dispute"><h3>${terms.conflicts[kind]}</h3>
<ul class="figures">${figures.map((figure) => html`<li>${printed(figure, terms, words)}</li>`)}</ul></li>`;
  return html`<ol class="disputes">${disputes.map(dispute)}</ol>`;
}

function printed(figure: Figure, terms: MethodologyTerms, words: Language): Markup {
  const { id, articles, period, region, service, publisher, published_on, source_url } = figure;
  const about = [
    words.articles(articles),
    ...(region ? [words.region(region)] : []),
    ...(service ? [terms.services[service]] : []),
    words.period(period).name,
  ];
  const when = published_on ? terms.printed(words.date(published_on)) : terms.undated;
  return html`<strong>${amount(figure, words)}</strong>, ${about.join(", ")}
<span class="source">${pageLink(source_url, words.according(publisher))}, ${when} <code>${id}</code></span>`;
}

function amount({ unit, value, qualifier, kind }: Figure, words: Language): string {
  const counted = words.amount(unit, { value, sureness: qualifier });
  return kind === "total" || kind === "percent" ? counted : `${counted} ${words.per[kind]}`;
}
