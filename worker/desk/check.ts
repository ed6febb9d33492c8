import type { CasesDiff, NumberTwice } from "../contract/changes.ts";
import type { CourtCase } from "../contract/court-case.ts";
import type { Figure } from "../contract/figure.ts";
import type { FigureChange } from "../contract/figure-change.ts";
import type { HeadlineChange } from "../contract/headline-change.ts";
import type { CheckRequest } from "../contract/imports.ts";
import type { Objection } from "../contract/objection.ts";
import { moscowDate } from "../domain/calendar.ts";
import { type ComparedCase, type Standing, standingOf } from "../domain/compared-case.ts";
import type { Edition } from "../domain/edition.ts";
import { deriveRates } from "../domain/published/rates.ts";
import { dayOf } from "../domain/staged-case.ts";
import { countKnown } from "../store/cases/coverage.ts";
import type { KnownCase } from "../store/cases/known.ts";
import { diffCases } from "./cases-diff.ts";
import { countsIn, guardDiff } from "./facts.ts";
import { guardLedger } from "./guard.ts";
import { answeringAfter, answeringOf, headlinesBetween } from "./headlines.ts";
import { brokenTotals, diffLedgers, movedPeriods } from "./ledger-diff.ts";
import { implausible } from "./plausible.ts";
import { isRescrape } from "./seal.ts";
import { silentIn } from "./silence.ts";
import { mergePart, type StagedPart } from "./stage.ts";

/** First and last day of all cases of the files that a part belongs to. */
export type Days = Pick<CheckRequest, "first" | "last">;

/**
 * What a part would change; nothing is written. `matched` counts the records in force within these days that the part
 * has again.
 */
export async function checkPart(
  db: D1Database,
  cases: readonly CourtCase[],
  days: Days,
  readOn: string,
  current: Edition | null,
): Promise<{ diff: CasesDiff; matched: number }> {
  const part = await mergePart(db, cases, readOn);
  const same = part.staged.filter(({ change }) => change === "same").length;
  const diff = diffCases(comparedIn(part), same, countsIn(current));
  const touched = part.staged.filter(({ change }) => change === "new" || change === "changed");
  const named = { implausible: implausible(touched), numbers_twice: twiceIn(part) };
  return { diff: { ...diff, ...named }, matched: matchedIn(part, days) };
}

/** The verdict on all parts of a check together: what would be missed, and what the guard would say. */
export async function checkWhole(
  db: D1Database,
  { diff, matched, mode, courts, first, last, read_on }: CheckRequest,
  current: Edition | null,
  now: number,
): Promise<{ diff: CasesDiff; guard: Objection[]; headlines: HeadlineChange[] }> {
  const known = await countKnown(db, courts, first, last);
  const anew = mode === "complete" || (mode === "auto" && isRescrape({ known, matched, ...diff }));
  const whole = { ...diff, vanished: anew ? Math.max(0, known - matched) : 0 };
  const today = moscowDate(now);
  const headlines = headlinesBetween(
    current && answeringOf(current),
    answeringAfter(current, whole, read_on ?? today),
    today,
  );
  const silent = await silentIn(db, courts, mode, whole);
  return { diff: whole, guard: guardDiff(whole, current, silent, headlines, now), headlines };
}

/** What a ledger would change, and what the guard would say. */
export function checkFigures(
  figures: readonly Figure[],
  current: Edition | null,
  now: number,
): { figures: FigureChange[]; guard: Objection[]; headlines: HeadlineChange[] } {
  const before = current?.figures ?? [];
  const changes = diffLedgers(before, figures);
  const after = { figures, rates: deriveRates(figures).rates, recordsFor: () => current?.records ?? null };
  const headlines = headlinesBetween(current && answeringOf(current), after, moscowDate(now));
  const guard = guardLedger(
    changes,
    brokenTotals(before, figures, changes),
    movedPeriods(before, changes),
    headlines,
  );
  return { figures: changes, guard, headlines };
}

/** The touched cases, all their defendants beside one another. */
function comparedIn({ staged, known }: StagedPart): ComparedCase[] {
  const touched = Map.groupBy(
    staged.filter(({ change }) => change !== "same"),
    ({ case_key }) => case_key,
  );
  return [...touched].flatMap(([case_key, rows]) => {
    const before = new Map(
      [...(known.get(case_key) ?? [])].map(([defendant, one]) => [defendant, standingBefore(one)]),
    );
    const compared = rows.map((row): ComparedCase => {
      const was = before.get(row.defendant) ?? null;
      before.delete(row.defendant);
      const { change, court_code, scope, outcome, received_week, decided_week, sentence, service } = row;
      const after = { scope, outcome, received_week, decided_week, sentence, service };
      return {
        ...{ case_key, change: change === "same" ? "changed" : change, court_code },
        before: was,
        after: change === "absorbed" ? null : after,
      };
    });
    const untouched = [...before].map(([defendant, standing]): ComparedCase => {
      const { court_code } = known.get(case_key)!.get(defendant)!.inForce;
      return { case_key, change: "untouched", court_code, before: standing, after: standing };
    });
    return [...compared, ...untouched];
  });
}

/** New records whose court knows their number under another УИД. */
function twiceIn({ staged, known }: StagedPart): NumberTwice[] {
  const uids = new Map<string, string>();
  for (const defendants of known.values()) {
    for (const { inForce } of defendants.values()) {
      const { court_code, case_number, case_uid } = inForce;
      if (case_uid !== null) uids.set(`${court_code}|${case_number}`, case_uid);
    }
  }
  return staged.flatMap(({ change, court_code: court, case_number, case_uid }) => {
    const known_as = uids.get(`${court}|${case_number}`);
    if (change !== "new" || case_uid === null || known_as === undefined || known_as === case_uid) return [];
    return { court, case_number, case_uid, known_as };
  });
}

function matchedIn({ staged, known }: StagedPart, { first, last }: Days): number {
  return staged.filter(({ case_key, defendant }) => {
    const inForce = known.get(case_key)?.get(defendant)?.inForce;
    const day = inForce && dayOf(inForce);
    return day && inForce.removed_on === null && day >= first && day <= last;
  }).length;
}

function standingBefore({ inForce, state }: KnownCase): Standing {
  if (state.coding.withdrawn === undefined) return standingOf(inForce);
  return { ...standingOf(inForce), scope: "", outcome: "withdrawn", received_week: null, decided_week: null };
}
