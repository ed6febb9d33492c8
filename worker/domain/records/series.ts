import type { Period } from "../../contract/common.ts";
import type { NamedPeriod } from "../../contract/period.ts";
import type { SeriesPoint } from "../../contract/series.ts";
import type { Records, Tallies } from "../edition.ts";
import { typeOf } from "../number-type.ts";
import { bucketsIn, earliest } from "../period.ts";
import { isTooMany, rangeOf, type SeriesAnswer, type SeriesRequest } from "../series-request.ts";
import { weekIndex } from "../week-index.ts";
import { coveredDays, coveredShare } from "./covered-days.ts";
import { type KeyedCounts, keyedCounts, type RegionOf } from "./keyed-counts.ts";
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
  regionOf: RegionOf,
): SeriesAnswer {
  const { granularity, by } = request;
  const type = typeOf(question, articlesOf(question));
  const tally = tallyOf({ records, courts }, question, by);
  if (!records || !tally) return { type, points: [] };
  const covered = coveredDays(records, tally, question, earliest(records.readOn, today)!);
  const [first, last] = [covered[0], covered.at(-1)];
  const range = rangeOf(request, first && last ? { start: first.start, end: last.end } : null);
  if (!range) return { type, points: [] };
  const buckets = bucketsIn(range, granularity);
  const within = { start: buckets[0]!.period.start, end: buckets.at(-1)!.period.end };
  const counts = keyedCounts(tally, question, by, regionOf, within);
  if (isTooMany(buckets, counts.keys)) return { tooMany: buckets.length * counts.keys.length };

  const states = stateOf(records, covered, question, request);
  const points = buckets.flatMap((bucket) => pointsOf(bucket, counts, request, states(bucket)));
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
  { granularity, by }: SeriesRequest,
): (bucket: NamedPeriod) => State {
  const outlook = outlookOf(records, question, articlesOf(question));
  const { newestWeek } = records;
  return ({ period }) => {
    const coverage = coveredShare(covered, period);
    const week = granularity === "week" && coverage > 0 ? weekIndex(period.start) : null;
    const status = statusIn(outlook, newestWeek, period);
    const isExpected = week !== null && by === null && status === "provisional";
    return {
      coverage,
      status,
      completeness: week === null ? null : completenessOf(outlook, newestWeek, week),
      expected: (count) => (isExpected ? expectedOf(outlook, newestWeek, week, count) : null),
    };
  };
}

function pointsOf(
  { label, period }: NamedPeriod,
  counts: KeyedCounts,
  { by }: SeriesRequest,
  { expected, ...state }: State,
): SeriesPoint[] {
  const isKnown = state.coverage > 0;
  const cells = counts.keys.map((key) => ({
    key,
    count: counts.count(key, period),
    known: counts.known(key, period),
    isBound: state.coverage < 1 || counts.isBound(key, period),
  }));
  return cells.map(({ key, count, known, isBound }): SeriesPoint => {
    return {
      label,
      period,
      key: by === null ? null : key,
      value: isKnown ? count : null,
      known: isKnown ? known : null,
      status: state.status,
      qualifier: isKnown && isBound ? "at_least" : "exact",
      coverage: state.coverage,
      completeness: state.completeness,
      expected: isKnown ? expected(count) : null,
    };
  });
}
