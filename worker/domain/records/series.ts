import type { Period } from "../../contract/common.ts";
import type { Granularity, NamedPeriod } from "../../contract/period.ts";
import type { SeriesKey, SeriesPoint } from "../../contract/series.ts";
import type { Records, Tallies } from "../edition.ts";
import { typeOf } from "../number-type.ts";
import { bucketsIn, earliest } from "../period.ts";
import { isTooMany, rangeOf, type SeriesAnswer, type SeriesRequest } from "../series-request.ts";
import { weekIndex } from "../week-index.ts";
import { coveredDays, coveredShare } from "./covered-days.ts";
import { given } from "./given.ts";
import { type KeyedCounts, keyedCounts, type Places, questionFor } from "./keyed-counts.ts";
import { completenessOf, expectedOf, outlookOf, statusIn } from "./lateness.ts";
import { articlesOf, type RecordsQuestion, tallyOf } from "./question.ts";

/**
 * Counts of court records over time: every week or calendar period of the range, each whole, and each key in it.
 * A period of which days are covered has a count, if only 0; any other has null.
 * @param courts the counts by court, for a question that names some or is parted by place
 * @param today Moscow date of the reader
 */
export function recordsSeries(
  records: Records | null,
  courts: Tallies | null,
  question: RecordsQuestion,
  request: SeriesRequest,
  today: string,
  places: Places,
): SeriesAnswer {
  const { granularity, by, last: newest } = request;
  const type = typeOf(question, articlesOf(question));
  const tally = tallyOf({ records, courts }, question, by);
  if (!records || !tally) return { type, points: [] };
  const covered = coveredDays(records, tally, question, earliest(records.readOn, today)!);
  const [first, last] = [covered[0], covered.at(-1)];
  const range = rangeOf(request, first && last ? { start: first.start, end: last.end } : null);
  if (!range) return { type, points: [] };
  const buckets = bucketsIn(range, granularity).slice(-(newest ?? 0));
  const within = { start: buckets[0]!.period.start, end: buckets.at(-1)!.period.end };
  const counts = keyedCounts(tally, question, by, places, within);
  if (isTooMany(buckets, counts.keys)) return { tooMany: buckets.length * counts.keys.length };

  // What is said of a key is what is said of it where it is asked for alone.
  const states = counts.keys.map((key) => {
    const own = questionFor(question, by, key, places);
    const isPlaced = own.courts !== question.courts;
    const days = isPlaced ? coveredDays(records, tally, own, earliest(records.readOn, today)!) : covered;
    return stateOf(records, days, own, granularity);
  });
  const points = buckets.flatMap((bucket) =>
    counts.keys.map((key, at) => pointOf(bucket, key, counts, by, states[at]!(bucket))),
  );
  return { type, points };
}

/** What the points of one period have in common, and what is expected of it. */
interface State extends Pick<SeriesPoint, "coverage" | "status" | "completeness"> {
  expected(count: number): SeriesPoint["expected"];
}

function stateOf(
  records: Records,
  covered: readonly Period[],
  question: RecordsQuestion,
  granularity: Granularity,
): (bucket: NamedPeriod) => State {
  const outlook = outlookOf(records, question, articlesOf(question));
  const { newestWeek } = records;
  return ({ period }) => {
    const coverage = coveredShare(covered, period);
    const week = granularity === "week" && coverage > 0 ? weekIndex(period.start) : null;
    const status = statusIn(outlook, newestWeek, period);
    const isExpected = week !== null && status === "provisional";
    return {
      coverage,
      status,
      completeness: week === null ? null : completenessOf(outlook, newestWeek, week),
      expected: (count) => (isExpected ? expectedOf(outlook, newestWeek, week, count) : null),
    };
  };
}

function pointOf(
  { label, period }: NamedPeriod,
  key: string,
  counts: KeyedCounts,
  by: SeriesKey | null,
  { expected, ...state }: State,
): SeriesPoint {
  const isKnown = state.coverage > 0;
  const count = counts.count(key, period);
  const qualifier = isKnown && (state.coverage < 1 || counts.isBound(key, period)) ? "at_least" : "exact";
  return {
    label,
    period,
    key: by === null ? null : key,
    value: isKnown ? given(count, qualifier) : null,
    known: isKnown ? counts.known(key, period) : null,
    status: state.status,
    qualifier,
    coverage: state.coverage,
    completeness: state.completeness,
    expected: isKnown ? expected(count) : null,
  };
}
