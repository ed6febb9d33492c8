import type { CasesDiff } from "../contract/changes.ts";
import type { CourtCase } from "../contract/court-case.ts";
import type { CheckRequest } from "../contract/imports.ts";
import type { Objection } from "../contract/objection.ts";
import { type ComparedCase, standingOf } from "../domain/compared-case.ts";
import type { Edition } from "../domain/edition.ts";
import { dayOf } from "../domain/staged-case.ts";
import { countKnown } from "../store/cases/coverage.ts";
import { diffCases } from "./cases-diff.ts";
import { countsIn, guardDiff } from "./facts.ts";
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
  current: Edition | null,
): Promise<{ diff: CasesDiff; matched: number }> {
  const part = await mergePart(db, cases);
  const same = part.staged.filter(({ change }) => change === "same").length;
  return { diff: diffCases(comparedIn(part), same, countsIn(current)), matched: matchedIn(part, days) };
}

/** The verdict on all parts of a check together: what would be missed, and what the guard would say. */
export async function checkWhole(
  db: D1Database,
  { diff, matched, mode, courts, first, last }: CheckRequest,
  current: Edition | null,
  now: number,
): Promise<{ diff: CasesDiff; guard: Objection[] }> {
  const known = await countKnown(db, courts, first, last);
  const anew = mode === "complete" || (mode === "auto" && isRescrape({ known, matched, ...diff }));
  const whole = { ...diff, vanished: anew ? Math.max(0, known - matched) : 0 };
  return { diff: whole, guard: guardDiff(whole, current, await silentIn(db, courts, mode, whole), now) };
}

/** The touched cases, all their defendants beside one another. */
function comparedIn({ staged, known }: StagedPart): ComparedCase[] {
  const touched = Map.groupBy(
    staged.filter(({ change }) => change !== "same"),
    ({ case_key }) => case_key,
  );
  return [...touched].flatMap(([case_key, rows]) => {
    const before = new Map((known.get(case_key) ?? []).map((one) => [one.defendant, one]));
    const compared = rows.map((row): ComparedCase => {
      const was = before.get(row.defendant);
      before.delete(row.defendant);
      const { change, court_code, scope, outcome, received_week, decided_week } = row;
      return {
        ...{ case_key, change: change === "new" ? "new" : "changed", court_code },
        before: was ? standingOf(was) : null,
        after: { scope, outcome, received_week, decided_week },
      };
    });
    const untouched = [...before.values()].map((one): ComparedCase => {
      const standing = standingOf(one);
      return { case_key, change: "untouched", court_code: one.court_code, before: standing, after: standing };
    });
    return [...compared, ...untouched];
  });
}

function matchedIn({ staged, known }: StagedPart, { first, last }: Days): number {
  return staged.filter((row) => {
    const inForce = known.get(row.case_key)?.find(({ defendant }) => defendant === row.defendant);
    const day = inForce && dayOf(inForce);
    return day && inForce.removed_on === null && day >= first && day <= last;
  }).length;
}
