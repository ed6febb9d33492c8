import type { Records, Tallies } from "../../../../../worker/domain/edition.ts";
import type { Places } from "../../../../../worker/domain/records/keyed-counts.ts";
import { outlooksOf } from "../../../../../worker/domain/records/outlook.ts";
import type { RecordsQuestion } from "../../../../../worker/domain/records/question.ts";
import { buildTally, type CountedCases, withoutCourts } from "../../../../../worker/domain/tally.ts";
import { weekIndex } from "../../../../../worker/domain/week-index.ts";

/** Records as an edition holds them. Half of a week's verdicts are in at its end, all a week later. */
export function recordsOf(
  convictions: readonly CountedCases[],
  receipts: readonly CountedCases[],
  readOn: string,
): { records: Records; courts: Tallies } {
  const newestWeek = weekIndex(readOn);
  const delays = Array.from({ length: 80 }, (_, index) => newestWeek - 79 + index).flatMap((week) =>
    [100, 100].flatMap((count, delay) =>
      week + delay <= newestWeek ? [{ scope: "337", week, delay, count }] : [],
    ),
  );
  const courts = { convictions: buildTally(convictions), receipts: buildTally(receipts) };
  const records = {
    convictions: withoutCourts(courts.convictions),
    receipts: withoutCourts(courts.receipts),
    counts: { cases: 0, defendants: 0, convictions: 0, removed: 0 },
    outlooks: outlooksOf(delays, newestWeek),
    readOn,
    newestWeek,
  };
  return { records, courts };
}

/** A question that narrows nothing. */
export const ALL: RecordsQuestion = {
  unit: "convictions",
  articles: null,
  service: null,
  sentence: null,
  court: null,
  region: null,
  courts: null,
  evidence: "auto",
  weeks: null,
};

/** For what isn't about places. */
export const NOWHERE: Places = { regionOf: () => "", courtsIn: () => new Set() };
