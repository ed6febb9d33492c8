import type { Period } from "../../contract/common.ts";
import type { Expected } from "../../contract/summary.ts";
import type { Status } from "../../contract/terms.ts";
import { FINAL_COMPLETENESS } from "../completeness/constants.ts";
import type { Records } from "../edition.ts";
import { offenceOf } from "../offence.ts";
import { weekIndex } from "../week-index.ts";
import type { Outlook } from "./outlook.ts";
import type { RecordsQuestion } from "./question.ts";

/**
 * The delay of a named group is its own; any other list of articles, a group too small to show one, and a question
 * narrowed by service, sentence or court, borrow the delay of all who left or refused, but state no range of their own.
 */
export function outlookOf(records: Records, question: RecordsQuestion, articles: readonly string[]): Outlook {
  const offence = offenceOf(articles);
  const own = offence && records.outlooks[offence];
  const narrowed =
    question.service || question.sentence || question.courts || question.unit !== "convictions";
  if (own?.delay && !narrowed) return own;
  const outlook = own?.delay ? own : records.outlooks.refusal;
  return { ...outlook, weeks: outlook.weeks.map(({ completeness }) => ({ completeness, toCome: null })) };
}

/** Share of a week's records that is in; nothing is in of weeks after the publication's. */
export function completenessOf(outlook: Outlook, newestWeek: number, week: number): number {
  const age = newestWeek - week;
  if (age < 0) return 0;
  return outlook.weeks[age]?.completeness ?? 1;
}

/** The range of a week's final count; null where none can be stated. */
export function expectedOf(
  outlook: Outlook,
  newestWeek: number,
  week: number,
  count: number,
): Expected | null {
  const toCome = outlook.weeks[newestWeek - week]?.toCome;
  if (!toCome) return null;
  return { low: count + toCome.low, mid: count + toCome.mid, high: count + toCome.high };
}

export function statusOf(completeness: number): Status {
  return completeness >= FINAL_COMPLETENESS ? "final" : "provisional";
}

/** A period is provisional while any of its weeks is. */
export function statusIn(outlook: Outlook, newestWeek: number, { start, end }: Period): Status {
  // Weeks older than the outlook's are final.
  const first = Math.max(weekIndex(start), newestWeek - outlook.weeks.length + 1);
  for (let week = first; week <= weekIndex(end); week++) {
    if (statusOf(completenessOf(outlook, newestWeek, week)) === "provisional") return "provisional";
  }
  return "final";
}
