import { html, type TemplateResult } from "lit";
import type { CasesDiff } from "../../../worker/contract/changes.ts";
import type { FigureChange } from "../../../worker/contract/figure-change.ts";
import type { HeadlineChange, PublicHeadline } from "../../../worker/contract/headline-change.ts";
import type { ShareChange } from "../../../worker/contract/share-change.ts";
import { tellingChanges } from "../../../worker/domain/telling-changes.ts";
import type { Preview } from "../service/imports.ts";
import { words } from "../words/index.ts";
import { courtName } from "./context.ts";
import { countedIn } from "./counted.ts";
import { codingName, objectionText, shownText } from "./objection.ts";
import { table } from "./tables.ts";

/** Lines of a table that a person still reads. */
const SHOWN = 200;

/** What publishing would change, by week and by court, and what the guard says to it. */
export function review({ cases, figures, guard, headlines }: Preview): TemplateResult {
  const { importing } = words;
  return html`
    ${ofHeadlines(headlines)} ${cases ? ofCases(cases) : ofFigures(figures)}
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

/** What readers would see first: the number in big type, as it stands and as it would. */
function ofHeadlines(headlines: readonly HeadlineChange[]): TemplateResult | "" {
  const { importing } = words;
  if (headlines.length === 0) return "";
  return table(
    importing.headlines,
    [importing.embed, importing.counted, importing.before, importing.after],
    headlines.map(({ query, before, after }) => [
      query === "" ? importing.embedDefault : html`<code>${query}</code>`,
      countedIn(after),
      before ? headlineLine(before) : "",
      headlineLine(after),
    ]),
  );
}

function headlineLine(headline: PublicHeadline): string {
  const { period } = headline;
  return period ? `${shownText(headline)} (${period.start} – ${period.end})` : shownText(headline);
}

function ofShares(shares: readonly ShareChange[]): TemplateResult | "" {
  const { importing } = words;
  if (shares.length === 0) return "";
  return html`${table(
    importing.shares,
    [importing.share, importing.counted, importing.before, importing.after],
    shares
      .slice(0, SHOWN)
      .map(({ type, by, key, before, after }) => [
        codingName(by, key),
        countedIn({ type }),
        importing.ofKnown(before.value, before.known),
        importing.ofKnown(after.value, after.known),
      ]),
  )}${more(shares)}`;
}

function ofCases({
  added,
  changed,
  vanished,
  same,
  changes,
  courts,
  shares = [],
}: CasesDiff): TemplateResult {
  const { importing } = words;
  return html`<p>${importing.counts(added, changed, vanished, same)}</p>
    ${ofShares(shares)}
    ${
      changes.length === 0
        ? html`<p class="hint">${importing.noWeeks}</p>`
        : html`${table(
            importing.weeks,
            [importing.week, importing.counted, importing.before, importing.after, "±"],
            tellingChanges(changes)
              .slice(0, SHOWN)
              .map((change) => [
                change.week,
                countedIn(change),
                change.before,
                change.after,
                signed(change.after - change.before),
              ]),
          )}${more(tellingChanges(changes))}`
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
    [
      importing.figure,
      importing.publisher,
      importing.period,
      importing.before,
      importing.after,
      importing.change,
      importing.fields,
    ],
    figures
      .slice(0, SHOWN)
      .map(({ figure, change, fields, publisher = "", period, before = null, after = null }) => [
        html`<code>${figure}</code>`,
        publisher,
        period ? `${period.start} – ${period.end}` : "",
        before ?? "–",
        after ?? "–",
        importing.figureChanges[change],
        html`<code>${fields.join(", ")}</code>`,
      ]),
  )}${more(figures)}`;
}

function signed(change: number): string {
  return change > 0 ? `+${change}` : `${change}`;
}

function more(all: readonly unknown[]): TemplateResult | "" {
  return all.length > SHOWN ? html`<p class="hint">${words.importing.more(all.length - SHOWN)}</p>` : "";
}
