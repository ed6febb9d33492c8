import type { CasesDiff } from "../contract/changes.ts";
import type { HeadlineChange } from "../contract/headline-change.ts";
import type { Objection } from "../contract/objection.ts";
import type { Unit } from "../contract/terms.ts";
import { moscowDate } from "../domain/calendar.ts";
import { FINAL_COMPLETENESS } from "../domain/completeness/constants.ts";
import type { Edition } from "../domain/edition.ts";
import type { CodedConvictions } from "../domain/records/shares.ts";
import type { Tally } from "../domain/tally.ts";
import { indexOfWeekName, weekIndex } from "../domain/week-index.ts";
import { guard } from "./guard.ts";

/** Weeks after which late records are no longer expected where no delay could be measured yet. */
const FINISHED_AFTER_WEEKS = 4;

/** The guard's verdict on a diff against the edition in force. */
export function guardDiff(
  diff: CasesDiff,
  edition: Edition | null,
  {
    silentCourts,
    headlines,
    codedBefore,
  }: {
    silentCourts: readonly string[];
    headlines: readonly HeadlineChange[];
    codedBefore: readonly CodedConvictions[];
  },
  now: number,
): Objection[] {
  const before = edition?.records?.counts.convictions ?? 0;
  const thisWeek = weekIndex(moscowDate(now));
  return guard({
    diff,
    isFinished: (week, unit) => isFinished(edition, indexOfWeekName(week), unit, thisWeek),
    silentCourts,
    headlines,
    coded: knownIn(codedBefore),
    total: { before, after: before + diff.convictions },
  });
}

/**
 * Whether the edition in force reports the week, be it with none, and expects no more of it: by the measured delay;
 * where none could be measured, past the time in which late records come.
 */
function isFinished(edition: Edition | null, week: number, unit: Unit, thisWeek: number): boolean {
  const tally = tallyOf(edition, unit);
  if (!edition?.records || !tally?.weeks || week < tally.firstWeek) return false;
  const { outlooks, newestWeek } = edition.records;
  if (!outlooks.refusal.delay) return week < thisWeek - FINISHED_AFTER_WEEKS;
  const outlook = outlooks.refusal.weeks[newestWeek - week];
  return week < newestWeek && (outlook?.completeness ?? 1) >= FINAL_COMPLETENESS;
}

/** Convictions of which a sentence or a kind of service is known. */
function knownIn(convictions: readonly CodedConvictions[]): number {
  let known = 0;
  for (const { sentence, service, counts } of convictions) {
    if (sentence !== "unknown" || service !== "unknown") for (const count of counts) known += count;
  }
  return known;
}

function tallyOf(edition: Edition | null, unit: Unit): Tally | undefined {
  return edition?.records?.[unit === "convictions" ? "convictions" : "receipts"];
}
