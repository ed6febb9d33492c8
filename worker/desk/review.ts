import type { CasesDiff, RowsDiff } from "../contract/changes.ts";
import type { FigureChange } from "../contract/figure-change.ts";
import type { HeadlineChange } from "../contract/headline-change.ts";
import type { Objection } from "../contract/objection.ts";
import { moscowDate } from "../domain/calendar.ts";
import type { Edition } from "../domain/edition.ts";
import { type CodedConvictions, codedIn, sharesBetween } from "../domain/records/shares.ts";
import type { Built } from "./ahead.ts";
import { guardDiff } from "./facts.ts";
import { guardLedger } from "./guard.ts";
import { headlinesBetween } from "./headlines.ts";
import type { InForce } from "./in-force.ts";
import { brokenTotals, diffLedgers, movedPeriods } from "./ledger-diff.ts";
import { weeklyChanges } from "./weekly-changes.ts";

/** What publishing would change, and why the guard would stop it. */
export interface Review {
  figures: FigureChange[];
  cases: CasesDiff | null;
  guard: Objection[];
  /** First of the embed that names nothing; then of those whose headline changes otherwise. */
  headlines: HeadlineChange[];
}

/** What the store knows of an import of records. */
export interface CasesFacts {
  rows: RowsDiff;
  /** Courts that always report and have no record in it. */
  silentCourts: readonly string[];
  uncovered: CasesDiff["uncovered"];
  /** As the desk has coded the convictions in force. */
  codedBefore: readonly CodedConvictions[];
}

/**
 * What an import of records would change, by the edition in force and the one that it would become.
 * @param now milliseconds since 1970
 */
export function reviewCases(
  { rows, silentCourts, uncovered, codedBefore }: CasesFacts,
  { current, show }: Pick<InForce, "current" | "show">,
  { built, content }: Built,
  now: number,
): Review {
  const [was, is] = [current?.records ?? null, built.records];
  const cases: CasesDiff = {
    ...rows,
    changes: weeklyChanges(was, is),
    shares: sharesBetween(codedIn(codedBefore), codedIn(content.records?.convictions ?? [])),
    covered: { before: daysOf(was?.coverage), after: daysOf(is?.coverage) },
    ...(uncovered && { uncovered }),
  };
  const headlines = headlinesBetween(current, built, show, moscowDate(now));
  return {
    figures: [],
    cases,
    guard: guardDiff(cases, current, { silentCourts, headlines, codedBefore }, now),
    headlines,
  };
}

/** What a ledger would change, by the edition in force and the one that it would become. */
export function reviewFigures(
  { current, show }: Pick<InForce, "current" | "show">,
  built: Edition,
  now: number,
): Review {
  const [was, is] = [current?.figures ?? [], built.figures];
  const figures = diffLedgers(was, is);
  const headlines = headlinesBetween(current, built, show, moscowDate(now));
  const guard = guardLedger(figures, brokenTotals(was, is, figures), movedPeriods(was, figures), headlines);
  return { figures, cases: null, guard, headlines };
}

function daysOf(coverage: NonNullable<Edition["records"]>["coverage"]) {
  return coverage ? { convictions: [...coverage.convictions], receipts: [...coverage.receipts] } : null;
}
