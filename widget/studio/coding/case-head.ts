import { html, type TemplateResult } from "lit";
import type { CodingCase, StandingCoding } from "../../../worker/contract/coding.ts";
import { courtName, courtSite } from "../desk/context.ts";
import { dateOf } from "../words/index.ts";
import { said } from "./said.ts";
import { words } from "./words/index.ts";

/** What is known of a case before its text is read, with the link to it; the service itself never fetches that. */
export function caseHead(one: CodingCase): TemplateResult {
  const { court_code, articles, received_on, decided_on, stands, others = [] } = one;
  const line = (name: string, value: string | TemplateResult, kind = "") =>
    html`<div class=${kind}><dt>${name}</dt><dd>${value}</dd></div>`;
  const day = (date: string | null) => (date ? dateOf(date) : words.nothing);
  const [first, second] = others;
  return html`<dl class="facts">
      ${line(words.court, courtName(court_code), "long")} ${line(words.articles, articles.join("; "))}
      ${line(words.received, day(received_on))} ${line(words.decided, day(decided_on))}
      ${stands && one.round === "first" && saysMore(stands) ? line(words.stands, said(stands), "long") : ""}
      ${first ? line(words.read.first, said(first), "long") : ""} ${second ? line(words.read.second, said(second), "long") : ""}
    </dl>
    <p>${linkOf(one)}</p>`;
}

/** A conviction of which nothing is coded is what the queue is of. */
function saysMore({ outcome, sentence, service }: StandingCoding): boolean {
  return outcome !== "convicted" || sentence !== "unknown" || service !== "unknown";
}

function linkOf({ source_url, court_code }: CodingCase): TemplateResult | string {
  const address = source_url ?? courtSite(court_code);
  if (!address) return "";
  const label = source_url ? words.card : words.courtSite;
  return html`<a href=${address} target="_blank" rel="noreferrer">${label}</a>`;
}
