import { html, type TemplateResult } from "lit";
import type { DraftCoding } from "../../../worker/contract/coding.ts";
import { courtName } from "../desk/context.ts";
import { table } from "../desk/tables.ts";
import { said } from "./said.ts";
import { words } from "./words/index.ts";

/** What no edition has yet, those with a problem first, and the way to make one edition of it. */
export function draftsList(
  drafts: readonly DraftCoding[],
  { isWaiting, isBusy }: { isWaiting: boolean; isBusy: boolean },
  acts: { stage(): void; open(one: DraftCoding): void },
): TemplateResult | string {
  if (drafts.length === 0) return "";
  const open = (one: DraftCoding) => html`<button type="button" class="small"
    aria-label=${words.openAgain(one.case_number)} @click=${() => acts.open(one)}>${words.again}</button>`;
  const rowOf = (one: DraftCoding) => [
    one.case_number,
    courtName(one.court_code),
    said(one.values),
    one.problem ? problemOf(one, one.problem) : "",
    open(one),
  ];
  const left = drafts.filter(({ problem }) => problem !== null);
  const fit = drafts.length - left.length;
  const heads = [words.number, words.court, words.you, words.problem, words.again];
  return html`<section aria-labelledby="waiting">
    <h2 id="waiting">${words.done(drafts.length)}</h2>
    <p class="do"><button type="button" id="stage" aria-disabled=${isWaiting || isBusy || fit === 0}
      aria-describedby="stage-note" @click=${acts.stage}>${words.stage(fit)}</button></p>
    <p id="stage-note" class="hint">${isWaiting ? words.stageWaits : words.stageHelp}</p>
    ${left.length > 0 ? html`<p class="wrong">${words.leftOut(left.length)}</p>` : ""}
    <details ?open=${left.length > 0}><summary>${words.drafts}</summary>
      ${table(words.drafts, heads, [...left, ...drafts.filter((one) => !left.includes(one))].map(rowOf))}
    </details>
  </section>`;
}

function problemOf({ stands }: DraftCoding, problem: NonNullable<DraftCoding["problem"]>): string {
  return `${words.problems[problem]}${stands ? ` ${words.stands}: ${said(stands)}` : ""}`;
}
