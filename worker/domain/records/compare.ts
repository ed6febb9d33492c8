import type { NumberType } from "../../contract/common.ts";
import type { SamePart, Side } from "../../contract/compare.ts";
import type { NamedPeriod } from "../../contract/period.ts";
import type { Records, Tallies } from "../edition.ts";
import { typeOf } from "../number-type.ts";
import { given } from "./given.ts";
import { type PeriodCounts, periodCounts } from "./period-counts.ts";
import { articlesOf, type RecordsQuestion } from "./question.ts";
import { samePartOf } from "./same-part.ts";

/** What records say of some periods, in their order, and what of the first one can be compared if it can't. */
export interface RecordsSides {
  type: NumberType;
  sides: Side[];
  samePart: SamePart | null;
}

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
): RecordsSides {
  const type = typeOf(question, articlesOf(question));
  const counts = periodCounts(records, courts, question, today);
  const sides = periods.map((named) => sideOf(named, counts));
  const [asked] = sides;
  return { type, sides, samePart: counts && asked ? samePartOf(counts, asked) : null };
}

function sideOf({ label, period }: NamedPeriod, counts: PeriodCounts | null): Side {
  const coverage = counts?.coverage(period) ?? 0;
  if (!counts || coverage === 0) {
    return {
      label,
      period,
      value: null,
      coverage: 0,
      status: "provisional",
      qualifier: "exact",
      expected: null,
    };
  }
  const status = counts.status(period);
  const qualifier = coverage < 1 || counts.isBound(period) ? "at_least" : "exact";
  return {
    label,
    period,
    value: given(counts.count(period), qualifier),
    coverage,
    status,
    qualifier,
    expected: status === "provisional" ? counts.expected(period) : null,
  };
}
