import type { CaseDates, Change } from "../../../worker/contract/changes.ts";
import type { FigureChange } from "../../../worker/contract/figure-change.ts";
import type { HeadlineChange, PublicHeadline } from "../../../worker/contract/headline-change.ts";
import type { Objection } from "../../../worker/contract/objection.ts";
import type { ShareChange } from "../../../worker/contract/share-change.ts";
import { inlineIn } from "../../../worker/wording/index.ts";
import { lang } from "../words/index.ts";
import { courtName } from "./context.ts";
import { countedIn } from "./counted.ts";
import { words } from "./words/index.ts";

/** What the guard objects to, in the language of this visit. */
export function objectionText(objection: Objection): string {
  const { objections, modes } = words.importing;
  const ifAddition = objections.ifAddition(modes.partial);
  switch (objection.code) {
    case "finished-weeks":
      return objections.finishedWeeks(list(objection.changes.map(weekText), objection.more));
    case "vanished":
      return `${objections.vanished(objection.records)} ${ifAddition}`;
    case "silent-courts":
      return `${objections.silentCourts(list(objection.courts.map(courtName), objection.more))} ${ifAddition}`;
    case "total-falls":
      return objections.totalFalls(objection.before, objection.after);
    case "headline-changes":
      return objections.headlineChanges(list(objection.headlines.map(headlineText), objection.more));
    case "shares-move":
      return objections.sharesMove(list(objection.shares.map(shareText), objection.more));
    case "recoded":
      return objections.recoded(objection.records, objection.known);
    case "implausible-dates":
      return objections.implausibleDates(list(objection.cases.map(datesText), objection.more));
    case "figures-removed":
      return objections.figuresRemoved(list(objection.figures.map(figureText), objection.more));
    case "totals-broken":
      return objections.totalsBroken(list(objection.figures.map(figureText), objection.more));
    case "periods-move":
      return objections.periodsMove(list(objection.figures.map(figureText), objection.more));
    case "records-altered": {
      const { edition, courts, more } = objection;
      const named = courts.length > 0 ? list(courts.map(courtName), more) : objections.noCourt;
      return objections.recordsAltered(edition, named);
    }
    case "too-late":
      return objections.tooLate;
  }
}

function headlineText({ query, before, after, from }: HeadlineChange): string {
  const by = from ? `, ${words.reviewing.fromOn(from)}` : "";
  return `${query || words.importing.embedDefault} (${shownText(before)} → ${shownText(after)}${by})`;
}

/** What a headline says, and from which evidence. */
function shownText(headline: PublicHeadline | null): string {
  const { importing } = words;
  if (!headline || headline.value === null) return importing.noNumber;
  return `${inlineIn(lang, headline)}, ${importing.evidences[headline.evidence]}`;
}

function shareText({ type, by, key, before, after }: ShareChange): string {
  const { ofKnown } = words.importing;
  const change = `${ofKnown(before.value, before.known)} → ${ofKnown(after.value, after.known)}`;
  return `${codingName(by, key)} (${countedIn({ type })}, ${change})`;
}

/** What a sentence or a kind of service is called. */
export function codingName(_by: ShareChange["by"], key: string): string {
  return (words.importing.codings as Readonly<Record<string, string>>)[key] ?? key;
}

function datesText({ court, case_number, received_on, decided_on }: CaseDates): string {
  return `${courtName(court)}, ${case_number} (${received_on} → ${decided_on})`;
}

function figureText({ figure, publisher, period, period_before: was, before, after }: FigureChange): string {
  const now = `${period?.start} – ${period?.end}`;
  return `${figure} (${publisher}, ${was ? `${was.start} – ${was.end} → ${now}` : now}, ${before ?? "–"} → ${after ?? "–"})`;
}

function weekText(change: Change): string {
  return `${change.week} (${countedIn(change)}, ${change.before} → ${change.after})`;
}

function list(named: readonly string[], more: number): string {
  const text = named.join(", ");
  return more > 0 ? words.importing.objections.andMore(text, more) : text;
}
