import type { Period } from "../../contract/common.ts";
import { addDays } from "../calendar.ts";
import { firstDayOf, turnsWithin } from "../month-turns.ts";
import { earliest } from "../period.ts";
import type { Tally } from "../tally.ts";
import { mondayOf } from "../week-index.ts";

/**
 * The days that counts span: from the week of the first to the week of the last, whatever their offence, so
 * that a week between them without a case is a zero, and one after them is not. Where the month turns within these
 * two weeks, a month without any record isn't spoken of. Null where there are no records, or none of the courts that
 * are asked for.
 * @param until the day on which the courts' sites were last read, or an earlier one that is asked about
 */
export function coveredBy(tally: Tally, courts: ReadonlySet<string> | null, until: string): Period | null {
  const { weeks, columns } = tally;
  if (weeks === 0 || (courts && !columns.some(({ court }) => court !== null && courts.has(court)))) {
    return null;
  }
  const start = startOf(tally);
  const end = earliest(endOf(tally), until)!;
  return start > end ? null : { start, end };
}

function startOf({ firstWeek, columns }: Tally): string {
  const [turn] = turnsWithin(firstWeek, 1);
  const isInFirst = turn && columns.every(({ turns }) => turns[0] === 0);
  return isInFirst ? firstDayOf(turn.month) : mondayOf(firstWeek);
}

function endOf({ firstWeek, weeks, columns }: Tally): string {
  const [turn] = turnsWithin(firstWeek + weeks - 1, 1);
  const isInLast =
    turn && !turn.clean && columns.every(({ counts, turns }) => counts.at(-1) === turns.at(-1));
  return addDays(isInLast ? firstDayOf(turn.month) : mondayOf(firstWeek + weeks), -1);
}
