import type { NumberType, Period } from "../../contract/common.ts";
import type { Side } from "../../contract/compare.ts";
import type { NamedPeriod } from "../../contract/period.ts";
import type { Records, Tallies } from "../edition.ts";
import { typeOf } from "../number-type.ts";
import { earliest } from "../period.ts";
import { countIn, timelineOf } from "../timeline.ts";
import { coveredDays, coveredShare } from "./covered-days.ts";
import { given } from "./given.ts";
import { outlookOf, statusIn } from "./lateness.ts";
import { articlesOf, type RecordsQuestion, tallyOf } from "./question.ts";
import { uncodedBeside } from "./uncoded.ts";

/**
 * The counts of court records in some periods, in their order. A period of which records cover only a part has the
 * count of that part, as a lower bound; so has one of whose cases the desk hasn't coded all that is asked for.
 * @param courts the counts by court, for a question that names some
 * @param today Moscow date of the reader
 */
export function recordsSides(
  records: Records | null,
  courts: Tallies | null,
  question: RecordsQuestion,
  periods: readonly NamedPeriod[],
  today: string,
): { type: NumberType; sides: Side[]; isComparable: (one: Side, other: Side) => boolean } {
  const articles = articlesOf(question);
  const type = typeOf(question, articles);
  const tally = tallyOf({ records, courts }, question);
  if (!records || !tally) return { type, sides: periods.map(unknown), isComparable: () => false };

  const covered = coveredDays(records, tally, question, earliest(records.readOn, today)!);
  const outlook = outlookOf(records, question, articles);
  const filter = { ...question, articles };
  const timeline = timelineOf(tally, filter);
  const uncoded = uncodedBeside(filter).map((beside) => timelineOf(tally, beside));
  const isBound = (period: Period) => uncoded.some((beside) => countIn(beside, period) > 0);
  const side = ({ label, period }: NamedPeriod): Side => {
    const coverage = coveredShare(covered, period);
    if (coverage === 0) return unknown({ label, period });
    const qualifier = coverage < 1 || isBound(period) ? "at_least" : "exact";
    return {
      label,
      period,
      value: given(countIn(timeline, period), qualifier),
      coverage,
      status: statusIn(outlook, records.newestWeek, period),
      qualifier,
    };
  };
  // What is coded late is no fall, so nothing follows from a part that is coded. Days that aren't covered are told.
  const isComparable = (one: Side, other: Side) => !isBound(one.period) && !isBound(other.period);
  return { type, sides: periods.map(side), isComparable };
}

function unknown({ label, period }: NamedPeriod): Side {
  return { label, period, value: null, coverage: 0, status: "provisional", qualifier: "exact" };
}
