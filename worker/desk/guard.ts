import type { CasesDiff } from "../contract/changes.ts";
import type { Unit } from "../contract/terms.ts";

/** A finished week may still move a little; more than this share and this many cases needs a person's eye. */
const FINISHED_WEEK_SHARE = 0.1;
const FINISHED_WEEK_CASES = 3;
/** How many weeks or courts a reason names before it says how many more there are. */
const NAMED = 5;

export interface GuardFacts {
  diff: CasesDiff;
  /** Whether a week (`2025-W20`) was reported before and is past the time in which late records are expected. */
  isFinished(week: string, unit: Unit): boolean;
  /** Courts that always report, and have no case in this import. */
  silentCourts: readonly string[];
  /** Convictions in all, before and after. */
  total: { before: number; after: number };
}

/** Why a publication should not go out without a person's word. Empty: it may. Each reason is a sentence. */
export function guard({ diff, isFinished, silentCourts, total }: GuardFacts): string[] {
  const moved = diff.changes.filter(
    ({ week, type, before, after }) => movesTooMuch(before, after) && isFinished(week, type.unit),
  );
  const reasons: string[] = [];
  if (moved.length > 0) {
    const named = moved.map(
      ({ week, type, before, after }) =>
        `${week} (${type.unit}, ${type.articles.join(" + ")}: ${before} → ${after})`,
    );
    reasons.push(`Finished weeks would change by more than 10 %: ${list(named)}.`);
  }
  if (diff.vanished > 0) {
    reasons.push(
      `${diff.vanished} known records of these courts and days aren't in the import; they would stay counted, flagged as removed. If the file is only an addition, stage it with --partial.`,
    );
  }
  if (silentCourts.length > 0) {
    reasons.push(
      `Courts that were in each of the last imports have no record in this one: ${list(silentCourts)}. If the file is only an addition, stage it with --partial.`,
    );
  }
  if (total.after < total.before) {
    reasons.push(`The total of convictions would fall from ${total.before} to ${total.after}.`);
  }
  return reasons;
}

function movesTooMuch(before: number, after: number): boolean {
  const moved = Math.abs(after - before);
  return moved > FINISHED_WEEK_CASES && moved > before * FINISHED_WEEK_SHARE;
}

function list(items: readonly string[]): string {
  const named = items.slice(0, NAMED).join(", ");
  return items.length > NAMED ? `${named} and ${items.length - NAMED} more` : named;
}
