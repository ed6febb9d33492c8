import { html, type TemplateResult } from "lit";
import { said } from "./said.ts";
import type { Refused } from "./station.ts";
import { words } from "./words/index.ts";

/** What the service didn't take, each with why and with what was read: it stays until the coder puts it away. */
export function refusedList(
  refused: readonly Refused[],
  acts: { sendAgain(one: Refused): void; putAway(one: Refused): void },
): TemplateResult | string {
  if (refused.length === 0) return "";
  return html`<section aria-labelledby="refused"><h2 id="refused">${words.refused}</h2>
    <p class="hint">${words.refusedHelp}</p>
    <ul class="held">${refused.map((one) => {
      const { kind, one: record, values } = one.letter;
      const what = values ? said(values) : words.noText;
      return html`<li><h3>${record.case_number}</h3>
        <p class="wrong">${one.why}</p><p>${kind === "undo" ? words.notTakenBack(what) : what}</p>
        <p class="do">
          <button type="button" aria-label=${words.sendAgainOf(record.case_number)}
            @click=${() => acts.sendAgain(one)}>${words.sendAgain}</button>
          <button type="button" aria-label=${words.putAwayOf(record.case_number)}
            @click=${() => acts.putAway(one)}>${words.putAway}</button>
        </p></li>`;
    })}</ul></section>`;
}
