import type { CasesDiff, Change } from "../contract/changes.ts";
import type { Objection } from "../contract/objection.ts";
import type { Unit } from "../contract/terms.ts";

/** A finished week may still move a little; more than this share and this many cases needs a person's eye. */
const FINISHED_WEEK_SHARE = 0.1;
const FINISHED_WEEK_CASES = 3;
/** How many weeks or courts a reason names before it says how many more there are. */
const NAMED = 5;
const IF_ADDITION = "If the file is only an addition, stage it with --partial.";

export interface GuardFacts {
  diff: CasesDiff;
  /** Whether a week (`2025-W20`) was reported before and is past the time in which late records are expected. */
  isFinished(week: string, unit: Unit): boolean;
  /** Courts that always report, and have no case in this import. */
  silentCourts: readonly string[];
  /** Convictions in all, before and after. */
  total: { before: number; after: number };
}

/** Why a publication should not go out without a person's word. Empty: it may. */
export function guard({ diff, isFinished, silentCourts, total }: GuardFacts): Objection[] {
  const moved = diff.changes.filter(
    ({ week, type, before, after }) => movesTooMuch(before, after) && isFinished(week, type.unit),
  );
  const objections: Objection[] = [];
  if (moved.length > 0) objections.push(ofFinishedWeeks(moved));
  if (diff.vanished > 0) {
    const text = `${diff.vanished} known records of these courts and days aren't in the import; they would stay counted, flagged as removed. ${IF_ADDITION}`;
    objections.push({ code: "vanished", text, records: diff.vanished });
  }
  if (silentCourts.length > 0) {
    const { named: courts, more } = few(silentCourts);
    const text = `Courts that were in each of the last imports have no record in this one: ${list(courts, more)}. ${IF_ADDITION}`;
    objections.push({ code: "silent-courts", text, courts, more });
  }
  if (total.after < total.before) {
    const text = `The total of convictions would fall from ${total.before} to ${total.after}.`;
    objections.push({ code: "total-falls", text, ...total });
  }
  return objections;
}

function ofFinishedWeeks(moved: readonly Change[]): Objection {
  const { named: changes, more } = few(moved);
  const lines = changes.map(
    ({ week, type, before, after }) =>
      `${week} (${type.unit}, ${type.articles.join(" + ")}: ${before} → ${after})`,
  );
  const text = `Finished weeks would change by more than 10 %: ${list(lines, more)}.`;
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
