import type { Period } from "../../contract/common.ts";
import type { Records } from "../edition.ts";
import { sharedDays, shareOfDays } from "../period.ts";
import type { Tally } from "../tally.ts";
import { daysFor } from "./coverage.ts";
import { coveredBy } from "./covered.ts";
import type { RecordsQuestion } from "./question.ts";

/**
 * The days that records speak of for a question, apart and in order: those that the edition covers, or, where it is
 * from before that was kept, those from its first record to its last. None of courts without any record.
 * @param until the day on which the courts' sites were last read, or an earlier one that is asked about
 */
export function coveredDays(
  records: Records,
  tally: Tally,
  question: RecordsQuestion,
  until: string,
): Period[] {
  const { courts, unit } = question;
  const covered = records.coverage?.[unit === "convictions" ? "convictions" : "receipts"];
  const bySpan = coveredBy(tally, courts, until);
  if (!covered) return bySpan ? [bySpan] : [];
  const isStated =
    courts !== null &&
    covered.some((one) => one.courts !== null && [...courts].every((court) => one.courts?.includes(court)));
  return bySpan || isStated ? daysFor(covered, courts, until) : [];
}

/** How many of a period's days are among those that are covered. */
export function coveredShare(days: readonly Period[], period: Period): number {
  const shared = days.reduce((sum, one) => sum + sharedDays(period, one), 0);
  return shareOfDays(shared, period);
}
