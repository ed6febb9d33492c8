import { html, type TemplateResult } from "lit";
import type { BehindCase, RecordField, RecordState, RecordStep } from "../../../worker/contract/behind.ts";
import { said } from "../coding/said.ts";
import { words } from "../coding/words/index.ts";
import { courtName } from "../desk/context.ts";
import { dateOf } from "../words/index.ts";

/** One record behind a number: as it stands, as it stood, and what each edition did to it. */
export function caseCard(one: BehindCase): TemplateResult {
  const state = one.stands ?? one.stood;
  if (!state) return html``;
  const number =
    one.defendant === 1 ? state.case_number : `${state.case_number}, ${words.defendant(one.defendant)}`;
  const day = (date: string | null) => (date ? dateOf(date) : words.nothing);
  const { before, after } = one.counts;
  return html`<li>
    <h3>${number}</h3>
    ${before === null ? "" : html`<p><strong>${words.counts[after ? (before ? "stays" : "in") : "out"]}</strong></p>`}
    <dl class="facts">
      <div class="long"><dt>${words.court}</dt><dd>${courtName(state.court_code)}</dd></div>
      <div><dt>${words.articles}</dt><dd>${state.articles.join("; ")}</dd></div>
      <div><dt>${words.received}</dt><dd>${day(state.received_on)}</dd></div>
      <div><dt>${words.decided}</dt><dd>${day(state.decided_on)}</dd></div>
      <div class="long"><dt>${words.coded}</dt><dd>${said(state)}</dd></div>
    </dl>
    ${state.source_url ? html`<p><a href=${state.source_url} target="_blank" rel="noreferrer">${words.card}</a></p>` : ""}
    <h4>${words.history}</h4>
    <ol class="steps">${one.editions.map(step)}</ol>
  </li>`;
}

function step({ edition, did, changed }: RecordStep): TemplateResult {
  const what = changed.map(
    ({ field, before, after }) =>
      `${words.fields[field]}: ${shownValue(field, before)} → ${shownValue(field, after)}`,
  );
  return html`<li><code>${edition}</code> ${words.did[did]}${what.length > 0 ? `: ${what.join("; ")}` : ""}</li>`;
}

function shownValue(field: RecordField, value: unknown): string {
  if (value === null || value === undefined) return words.nothing;
  if (field === "court_code") return courtName(String(value));
  if (field === "articles") return (value as string[]).join("; ");
  if (field === "outcome") return words.outcomes[value as RecordState["outcome"]];
  if (field === "sentence") return words.sentences[value as RecordState["sentence"]];
  if (field === "service") return words.serving[value as RecordState["service"]];
  if (field === "term_months") return words.months(value as number);
  return field.endsWith("_on") ? dateOf(String(value)) : String(value);
}
