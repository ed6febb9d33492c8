import type { Period } from "../../contract/common.ts";
import type { SeriesKey } from "../../contract/series.ts";
import { SENTENCES, SERVICES } from "../../contract/terms.ts";
import type { Tally, TallyColumn } from "../tally.ts";
import { countIn, type Timeline, timelinesBy } from "../timeline.ts";
import { articlesOf, type RecordsQuestion } from "./question.ts";
import { uncodedBeside } from "./uncoded.ts";

/** The region that a court sits in, by its code. */
export type RegionOf = (court: string) => string;

/** Counts of a question, parted by key. Without parting there is one key, the empty one. */
export interface KeyedCounts {
  keys: readonly string[];
  count(key: string, period: Period): number;
  /** How many have a known sentence, or else service, where the question parts or filters by it; else null. */
  known(key: string, period: Period): number | null;
  /** Whether the count is a lower bound, as of other cases it isn't known whether they have what is filtered by. */
  isBound(key: string, period: Period): boolean;
}

const ALL = "";

/**
 * @param within for courts and regions, whose keys are those that have a case in it
 */
export function keyedCounts(
  tally: Tally,
  question: RecordsQuestion,
  by: SeriesKey | null,
  regionOf: RegionOf,
  within: Period,
): KeyedCounts {
  const filter = { ...question, articles: articlesOf(question) };
  const keysOf = keysBy(by, filter.articles, regionOf);
  const counts = timelinesBy(tally, filter, keysOf);
  const count = (key: string, period: Period) => countOf(counts.get(key), period);
  const keys = fixedKeys(by, question) ?? [...counts.keys()].filter((key) => count(key, within) > 0).sort();

  const uncoded = uncodedBeside(filter).map((beside) => timelinesBy(tally, beside, keysOf));
  const isBound = (key: string, period: Period) =>
    uncoded.some((beside) => countOf(beside.get(key), period) > 0);

  const coded = codedBy(by, question);
  if (!coded) return { keys, count, isBound, known: () => null };
  // The whole is the same for all sentences; for imprisonment by service, each service has its own.
  const wholeOf = by === coded ? () => [ALL] : keysOf;
  const wholes = timelinesBy(tally, { ...filter, [coded]: null }, (column) =>
    column[coded] === "unknown" ? [] : wholeOf(column),
  );
  return {
    keys,
    count,
    isBound,
    known: (key, period) => countOf(wholes.get(by === coded ? ALL : key), period),
  };
}

/**
 * What a share is taken of: where sentences are told apart, of those with a known sentence, whoever they are; else,
 * where kinds of service are, of those with a known service. The desk can't code either for all.
 */
function codedBy(
  by: SeriesKey | null,
  { service, sentence }: RecordsQuestion,
): "service" | "sentence" | null {
  if (by === "sentence" || sentence) return "sentence";
  return by === "service" || service ? "service" : null;
}

function keysBy(
  by: SeriesKey | null,
  articles: readonly string[],
  regionOf: RegionOf,
): (column: TallyColumn) => readonly string[] {
  switch (by) {
    case null:
      return () => [ALL];
    case "article":
      return ({ scope }) => scope.split(";").filter((article) => articles.includes(article));
    case "court":
      return ({ court }) => (court === null ? [] : [court]);
    case "region":
      return ({ court }) => (court === null ? [] : [regionOf(court)]);
    case "service":
      return ({ service }) => service.split(",");
    default:
      return (column) => [column[by]];
  }
}

/** The keys that a reader can expect whatever was counted; null for places. */
function fixedKeys(by: SeriesKey | null, question: RecordsQuestion): readonly string[] | null {
  switch (by) {
    case null:
      return [ALL];
    case "article":
      return [...new Set(articlesOf(question))];
    case "service":
      return question.service ? [question.service] : SERVICES;
    case "sentence":
      return question.sentence ? [question.sentence] : SENTENCES;
    default:
      return null;
  }
}

function countOf(timeline: Timeline | undefined, period: Period): number {
  return timeline ? countIn(timeline, period) : 0;
}
