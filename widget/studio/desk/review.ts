import { html, type TemplateResult } from "lit";
import type { CasesDiff, Change, NumberTwice } from "../../../worker/contract/changes.ts";
import type { CoveredDays } from "../../../worker/contract/covered-days.ts";
import type { DifferenceBody } from "../../../worker/contract/desk-answers.ts";
import type { FigureChange } from "../../../worker/contract/figure-change.ts";
import type { ShareChange } from "../../../worker/contract/share-change.ts";
import { tellingChanges } from "../../../worker/domain/telling-changes.ts";
import { type Led, linkToCases, measureOf } from "../behind/link.ts";
import { words as coding } from "../coding/words/index.ts";
import type { Preview } from "../service/imports.ts";
import { courtName } from "./context.ts";
import { countedIn } from "./counted.ts";
import { headlinesBetween } from "./headlines.ts";
import { codingName, objectionText } from "./objection.ts";
import { table } from "./tables.ts";
import { words } from "./words/index.ts";

/** What readers would see, then what publishing would change in totals, weeks and courts; what the guard says to it. */
export function review({ cases, figures, guard, headlines }: Preview): TemplateResult {
  const { importing } = words;
  return html`
    ${headlinesBetween(headlines)} ${cases ? ofCases(cases) : ofFigures(figures)}
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

/** The same of two editions that are out: there is nothing to object to. */
export function difference({ cases, figures, headlines, from, to }: DifferenceBody): TemplateResult {
  return html`${headlinesBetween(headlines, { from, to })}
    ${cases ? ofCases(cases, { edition: to, against: from }) : ""}
    ${figures.length > 0 || !cases ? ofFigures(figures, words.reviewing.noFigures) : ""}`;
}

/** @param between editions that are out: their numbers lead to the cases */
function ofCases(diff: CasesDiff, between?: Required<Pick<Led, "edition" | "against">>): TemplateResult {
  const { importing, reviewing } = words;
  const { added, changed, vanished, same, changes, courts, shares = [], recoded = 0, convictions } = diff;
  return html`<p>${importing.counts(added, changed, vanished, same)}</p>
    ${convictions === 0 ? "" : html`<p>${reviewing.total(signed(convictions))}</p>`}
    ${recoded === 0 ? "" : html`<p>${reviewing.recoded(recoded)}</p>`}
    ${between ? ofDaysBetween(diff) : ofDays(diff)} ${ofTwice(diff.numbers_twice ?? [])} ${ofShares(shares)}
    ${
      changes.length === 0
        ? html`<p class="hint">${between ? reviewing.noWeeksBetween : importing.noWeeks}</p>`
        : table(
            importing.weeks,
            [importing.week, importing.counted, importing.before, importing.after, "±"],
            tellingChanges(changes).map((change) => [
              weekOf(change, between),
              countedIn(change),
              change.before,
              change.after,
              signed(change.after - change.before),
            ]),
          )
    }
    ${
      courts.length === 0
        ? ""
        : table(
            importing.courts,
            [importing.court, importing.added, importing.changed, importing.vanished],
            courts.map((one) => [courtOf(one.court, between), one.added, one.changed, one.vanished]),
          )
    }`;
}

function weekOf(change: Change, between: Led | undefined): string | TemplateResult {
  const measure = measureOf(change);
  if (!between || !measure) return change.week;
  const name = coding.casesOf(`${change.week}, ${countedIn(change)}`);
  return linkToCases(change.week, name, { ...measure, week: change.week, ...between });
}

function courtOf(court: string, between: Led | undefined): string | TemplateResult {
  const name = courtName(court);
  return between ? linkToCases(name, coding.casesOf(name), { measure: "records", court, ...between }) : name;
}

/** Which days the counts would speak of, and the records outside of them. */
function ofDays({ covered, uncovered }: CasesDiff): TemplateResult {
  const { importing, reviewing } = words;
  const [before, after] = [covered?.before, covered?.after].map((one) => one && daysText(one.convictions));
  return html`
    ${after ? html`<p>${reviewing.covered(after)}</p>` : ""}
    ${before && before !== after ? html`<p class="hint">${reviewing.coveredNow(before)}</p>` : ""}
    ${
      uncovered && uncovered.records > 0
        ? html`<p class="wrong">${reviewing.uncovered(uncovered.records)}</p>
            <p class="hint">${reviewing.uncoveredHelp}</p>
            ${table(
              reviewing.uncoveredTable,
              [importing.court, reviewing.number, reviewing.day, importing.counted],
              uncovered.named.map(({ court, case_number, day, unit }) => [
                courtName(court),
                case_number,
                day,
                importing.units[unit],
              ]),
            )}`
        : ""
    }`;
}

/** The same of two editions that are out. */
function ofDaysBetween({ covered }: CasesDiff): TemplateResult {
  const { reviewing } = words;
  const [before, after] = [covered?.before, covered?.after].map((one) => daysText(one?.convictions ?? []));
  return before === after
    ? html`<p class="hint">${reviewing.coveredBoth(after!)}</p>`
    : html`<p>${reviewing.coveredBetween(before!, after!)}</p>`;
}

function daysText(days: readonly CoveredDays[]): string {
  const { reviewing } = words;
  const spans = days.map(({ start, end, courts }) => {
    const span = `${start} – ${end}`;
    return courts ? reviewing.ofCourts(span, courts.map(courtName).join(", ")) : span;
  });
  return spans.length > 0 ? spans.join("; ") : reviewing.noDay;
}

function ofTwice(numbers: readonly NumberTwice[]): TemplateResult | "" {
  const { importing, reviewing } = words;
  if (numbers.length === 0) return "";
  return html`${table(
    reviewing.twice,
    [importing.court, reviewing.number, reviewing.uid, reviewing.knownAs],
    numbers.map(({ court, case_number, case_uid, known_as }) => [
      courtName(court),
      case_number,
      html`<code>${case_uid}</code>`,
      html`<code>${known_as}</code>`,
    ]),
  )}
    <p class="hint">${reviewing.twiceHelp}</p>`;
}

function ofShares(shares: readonly ShareChange[]): TemplateResult | "" {
  const { importing } = words;
  const told = shares.filter(({ before, after }) => before.value + after.value > 0);
  if (told.length === 0) return "";
  return table(
    importing.shares,
    [importing.share, importing.counted, importing.before, importing.after],
    told.map(({ type, by, key, before, after }) => [
      codingName(by, key),
      countedIn({ type }),
      importing.ofKnown(before.value, before.known),
      importing.ofKnown(after.value, after.known),
    ]),
  );
}

function ofFigures(figures: readonly FigureChange[], none = words.importing.noWeeks): TemplateResult {
  const { importing } = words;
  if (figures.length === 0) return html`<p class="hint">${none}</p>`;
  return table(
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
    figures.map(({ figure, change, fields, publisher = "", period, before = null, after = null }) => [
      html`<code>${figure}</code>`,
      publisher,
      period ? `${period.start} – ${period.end}` : "",
      before ?? "–",
      after ?? "–",
      importing.figureChanges[change],
      html`<code>${fields.join(", ")}</code>`,
    ]),
  );
}

function signed(change: number): string {
  return change > 0 ? `+${change}` : `${change}`;
}
