import type { CasesDiff, Change } from "../contract/changes.ts";
import type { FigureChange } from "../contract/figure-change.ts";
import type { HeadlineChange, PublicHeadline } from "../contract/headline-change.ts";
import type { Objection } from "../contract/objection.ts";
import type { Span, Unit } from "../contract/terms.ts";

/** A finished week may still move a little; more than this share and this many cases needs a person's eye. */
const FINISHED_WEEK_SHARE = 0.1;
const FINISHED_WEEK_CASES = 3;
/** A headline that moves by more is told as another story. */
const HEADLINE_SHARE = 0.25;
const SO_FAR: readonly Span[] = ["this-week", "year"];
/** A share of fewer moves with each text that is read. */
const SHARE_KNOWN = 10;
const SHARE_MOVES = 0.05;
/** How many weeks or courts a reason names before it says how many more there are. */
const NAMED = 5;
const IF_ADDITION = "If the file is only an addition, stage it with --partial.";

export interface GuardFacts {
  diff: CasesDiff;
  /** Whether a week (`2025-W20`) was reported before and is past the time in which late records are expected. */
  isFinished(week: string, unit: Unit): boolean;
  /** Courts that always report, and have no case in this import. */
  silentCourts: readonly string[];
  /** What readers would see in big type, where it changes. */
  headlines: readonly HeadlineChange[];
  /** Convictions of which a sentence or a kind of service is known before. */
  coded: number;
  /** Convictions in all, before and after. */
  total: { before: number; after: number };
}

/** Why a publication should not go out without a person's word. Empty: it may. */
export function guard({ diff, isFinished, silentCourts, headlines, coded, total }: GuardFacts): Objection[] {
  const moved = diff.changes.filter(
    ({ week, type, before, after }) => movesTooMuch(before, after) && isFinished(week, type.unit),
  );
  const objections: Objection[] = [...ofHeadlines(headlines)];
  if (moved.length > 0) objections.push(ofFinishedWeeks(moved));
  if (diff.vanished > 0) {
    const text = `${diff.vanished} known records of these courts and days aren't in the import; they would stay counted, flagged as removed. ${IF_ADDITION}`;
    objections.push({ code: "vanished", text, records: diff.vanished });
  }
  if (silentCourts.length > 0) {
    const { named: courts, more } = few(silentCourts);
    const text = `Courts that were in every one of the last imports have no records in this one: ${list(courts, more)}. ${IF_ADDITION}`;
    objections.push({ code: "silent-courts", text, courts, more });
  }
  if (total.after < total.before) {
    const text = `The total of convictions would fall from ${total.before} to ${total.after}.`;
    objections.push({ code: "total-falls", text, ...total });
  }
  return [...objections, ...ofShares(diff), ...ofRecoded(diff, coded), ...ofDates(diff)];
}

/** A headline that becomes another kind of evidence, or changes by more than a quarter and more than 3. */
export function ofHeadlines(headlines: readonly HeadlineChange[]): Objection[] {
  const jumps = headlines.filter(({ before, after }) => {
    if (!before || before.value === null) return false;
    if (!after || after.value === null || after.evidence !== before.evidence) return true;
    const moved = after.value - before.value;
    // What counts the days so far grows with each of them; that it falls is another matter.
    const grows = SO_FAR.some((span) => span === after.type.span);
    if (grows && moved > 0) return false;
    return Math.abs(moved) > FINISHED_WEEK_CASES && Math.abs(moved) > before.value * HEADLINE_SHARE;
  });
  if (jumps.length === 0) return [];
  const { named, more } = few(jumps);
  const lines = named.map(({ query, before, after, from }) => {
    const said = (shown: PublicHeadline | null) =>
      shown ? `${shown.value ?? "nothing"} from ${shown.evidence}` : "nothing";
    const change = `${query || "the default"} ${said(before)} → ${said(after)}`;
    return from ? `${change} on ${from}` : change;
  });
  const text = `The headline that readers see would change its evidence, or by more than a quarter: ${list(lines, more)}.`;
  return [{ code: "headline-changes", text, headlines: named, more }];
}

/** Shares of at least 10 that move by more than 5 percentage points. */
function ofShares({ shares = [] }: CasesDiff): Objection[] {
  const moved = shares.filter(({ before, after }) => {
    if (before.known < SHARE_KNOWN) return false;
    const share = ({ value, known }: typeof before) => (known === 0 ? 0 : value / known);
    return Math.abs(share(after) - share(before)) > SHARE_MOVES;
  });
  if (moved.length === 0) return [];
  const { named, more } = few(moved);
  const lines = named.map(
    ({ type, by, key, before, after }) =>
      `${by} ${key} (${type.articles.join(" + ")}: ${before.value} of ${before.known} → ${after.value} of ${after.known})`,
  );
  const text = `Shares would move by more than 5 percentage points: ${list(lines, more)}.`;
  return [{ code: "shares-move", text, shares: named, more }];
}

function ofRecoded({ recoded: records = 0 }: CasesDiff, known: number): Objection[] {
  if (records <= FINISHED_WEEK_CASES || records <= known * FINISHED_WEEK_SHARE) return [];
  const text = `The outcome, sentence or service of ${records} defendants would change, of the ${known} for whom it was known.`;
  return [{ code: "recoded", text, records, known }];
}

function ofDates({ implausible = [] }: CasesDiff): Objection[] {
  if (implausible.length === 0) return [];
  const { named: cases, more } = few(implausible);
  const lines = cases.map(
    ({ court, case_number, received_on, decided_on }) =>
      `${court} ${case_number} (received ${received_on}, decided ${decided_on})`,
  );
  const text = `Records were decided more than three years after their receipt, which suggests a mistyped year: ${list(lines, more)}.`;
  return [{ code: "implausible-dates", text, cases, more }];
}

/** Why a ledger should not go out without a person's word. */
export function guardLedger(
  changes: readonly FigureChange[],
  broken: readonly FigureChange[],
  moved: readonly FigureChange[],
  headlines: readonly HeadlineChange[],
): Objection[] {
  const objections: Objection[] = [...ofHeadlines(headlines)];
  const removed = changes.filter(({ change }) => change === "removed");
  if (removed.length > 0) {
    const { named: figures, more } = few(removed);
    const text = `Figures would be removed: ${list(figures.map(figureLine), more)}.`;
    objections.push({ code: "figures-removed", text, figures, more });
  }
  if (broken.length > 0) {
    const { named: figures, more } = few(broken);
    const text = `Running totals would fall: ${list(figures.map(figureLine), more)}.`;
    objections.push({ code: "totals-broken", text, figures, more });
  }
  if (moved.length > 0) {
    const { named: figures, more } = few(moved);
    const text = `Periods would move by more than a month, or begin before anything known, which suggests a mistyped year: ${list(figures.map(figureLine), more)}.`;
    objections.push({ code: "periods-move", text, figures, more });
  }
  return objections;
}

function figureLine({ figure, publisher, period, period_before, before, after }: FigureChange): string {
  const days = (one: FigureChange["period"]) => `${one?.start} to ${one?.end}`;
  const when = period_before ? `${days(period_before)} → ${days(period)}` : days(period);
  const value = before === after ? `${after}` : `${before ?? "none"} → ${after ?? "none"}`;
  return `${figure} (${publisher}, ${when}: ${value})`;
}

function ofFinishedWeeks(moved: readonly Change[]): Objection {
  const { named: changes, more } = few(moved);
  const lines = changes.map(
    ({ week, type, before, after }) =>
      `${week} (${type.unit}, ${type.articles.join(" + ")}: ${before} → ${after})`,
  );
  const text = `Finished weeks would change by more than 10%: ${list(lines, more)}.`;
  return { code: "finished-weeks", text, changes, more };
}

function movesTooMuch(before: number, after: number): boolean {
  const moved = Math.abs(after - before);
  return moved > FINISHED_WEEK_CASES && moved > before * FINISHED_WEEK_SHARE;
}

function few<T>(items: readonly T[]): { named: T[]; more: number } {
  return { named: items.slice(0, NAMED), more: Math.max(0, items.length - NAMED) };
}

function list(named: readonly string[], more: number): string {
  return more > 0 ? `${named.join(", ")} and ${more} more` : named.join(", ");
}
