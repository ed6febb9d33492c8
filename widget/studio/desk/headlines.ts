import { html, type TemplateResult } from "lit";
import type { HeadlineChange, PublicHeadline } from "../../../worker/contract/headline-change.ts";
import { table } from "./tables.ts";
import { words } from "./words/index.ts";

/**
 * What readers would see first: the number in big type as it stands and as it would, then all other embeds.
 * @param editions two that are out, whose numbers these are; missing: what is in force, and what is under review
 */
export function headlinesBetween(
  [first, ...others]: readonly HeadlineChange[],
  editions?: { from: string; to: string },
): TemplateResult | "" {
  if (!first) return "";
  const { reviewing, importing } = words;
  const { from, to } = editions ?? { from: reviewing.now, to: reviewing.afterThis };
  // Both a review and a difference may be on the page.
  const id = editions ? "headlines-differ" : "headlines";
  const stays = JSON.stringify(first.before) === JSON.stringify(first.after);
  return html`<h3 id=${id}>${importing.headlines}</h3>
    <div class="shown" role="group" aria-labelledby=${id}>
      ${shown(from, first.before)} ${shown(to, first.after)}
    </div>
    ${stays ? html`<p>${editions ? reviewing.staysBetween : reviewing.stays}</p>` : ""}
    ${
      others.length === 0
        ? ""
        : table(
            editions ? reviewing.othersBetween : reviewing.others,
            [importing.embed, importing.before, importing.after],
            others.map((one) => [embedOf(one), line(one.before), line(one.after)]),
          )
    }`;
}

function shown(when: string, headline: PublicHeadline | null): TemplateResult {
  if (!headline) return html`<div><p class="hint">${when}</p><p>${words.reviewing.notAnswered}</p></div>`;
  const { text, evidence } = headline;
  return html`<div>
    <p class="hint">${when}</p>
    <p>${text.heading}</p>
    <p class="large">${text.inline}</p>
    <p>${text.label}</p>
    ${text.status ? html`<p class="hint">${text.status}</p>` : ""}
    <p class="hint">${words.importing.evidences[evidence]}</p>
  </div>`;
}

function embedOf({ query, also, from }: HeadlineChange): TemplateResult {
  const { reviewing } = words;
  return html`${asked(query)}
    ${from ? html`<br />${reviewing.fromOn(from)}` : ""}
    ${also.length > 0 ? html`<br /><span class="hint">${reviewing.alike} ${also.map((one, at) => html`${at > 0 ? ", " : ""}${asked(one)}`)}</span>` : ""}`;
}

/** What an embed asks for, as it stands in its address. */
function asked(query: string): TemplateResult | string {
  return query === "" ? words.importing.embedDefault : html`<code>${query}</code>`;
}

function line(headline: PublicHeadline | null): TemplateResult | string {
  if (!headline) return words.reviewing.notAnswered;
  const { text, evidence } = headline;
  return html`<strong>${text.inline}</strong> ${text.heading}<br />
    <span class="hint">${text.label}, ${words.importing.evidences[evidence]}</span>`;
}
