import { html, type TemplateResult } from "lit";
import type { CasesDiff } from "../../../worker/contract/changes.ts";
import type { FigureChange } from "../../../worker/contract/imports.ts";
import type { Preview } from "../service/imports.ts";
import { words } from "../words/index.ts";
import { courtName } from "./context.ts";
import { countedIn } from "./counted.ts";
import { objectionText } from "./objection.ts";
import { table } from "./tables.ts";

/** Lines of a table that a person still reads. */
const SHOWN = 200;

/** What publishing would change, by week and by court, and what the guard says to it. */
export function review({ cases, figures, guard }: Preview): TemplateResult {
  const { importing } = words;
  return html`
    ${cases ? ofCases(cases) : ofFigures(figures)}
    ${
      guard.length === 0
        ? html`<p>${importing.guardNone}</p>`
        : html`<div class="guard" role="alert">
            <h3>${importing.guard}</h3>
            <ul>${guard.map((objection) => html`<li>${objectionText(objection)}</li>`)}</ul>
            <p class="hint">${importing.guardHelp}</p>
          </div>`
    }`;
}

function ofCases({ added, changed, vanished, same, changes, courts }: CasesDiff): TemplateResult {
  const { importing } = words;
  return html`<p>${importing.counts(added, changed, vanished, same)}</p>
    ${
      changes.length === 0
        ? html`<p class="hint">${importing.noWeeks}</p>`
        : html`${table(
            importing.weeks,
            [importing.week, importing.counted, importing.before, importing.after],
            changes
              .slice(0, SHOWN)
              .map((change) => [change.week, countedIn(change), change.before, change.after]),
          )}${more(changes)}`
    }
    ${
      courts.length === 0
        ? ""
        : html`${table(
            importing.courts,
            [importing.court, importing.added, importing.changed, importing.vanished],
            courts.slice(0, SHOWN).map((one) => [courtName(one.court), one.added, one.changed, one.vanished]),
          )}${more(courts)}`
    }`;
}

function ofFigures(figures: readonly FigureChange[]): TemplateResult {
  const { importing } = words;
  if (figures.length === 0) return html`<p class="hint">${importing.noWeeks}</p>`;
  return html`${table(
    importing.figures,
    [importing.figure, importing.change, importing.fields],
    figures
      .slice(0, SHOWN)
      .map(({ figure, change, fields }) => [
        html`<code>${figure}</code>`,
        importing.figureChanges[change],
        html`<code>${fields.join(", ")}</code>`,
      ]),
  )}${more(figures)}`;
}

function more(all: readonly unknown[]): TemplateResult | "" {
  return all.length > SHOWN ? html`<p class="hint">${words.importing.more(all.length - SHOWN)}</p>` : "";
}
