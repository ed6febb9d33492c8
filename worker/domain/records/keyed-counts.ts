import type { Period } from "../../contract/common.ts";
import type { SeriesKey } from "../../contract/series.ts";
import { SENTENCES, SERVICES } from "../../contract/terms.ts";
import type { Tally, TallyColumn, TallyFilter } from "../tally.ts";
import { countIn, type Timeline, timelineOf, timelinesBy } from "../timeline.ts";
import { articlesOf, type RecordsQuestion } from "./question.ts";
import { uncodedBeside } from "./uncoded.ts";

/** Where courts sit. */
export interface Places {
  /** The region that a court sits in, by its code. */
  regionOf(court: string): string;
  /** The courts of a region. */
  courtsIn(region: string): ReadonlySet<string>;
}

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
  places: Places,
  within: Period,
): KeyedCounts {
  const filter = { ...question, articles: articlesOf(question) };
  const keysOf = keysBy(by, filter.articles, places);
  const counts = timelinesBy(tally, filter, keysOf);
  const count = (key: string, period: Period) => countOf(counts.get(key), period);
  const keys = fixedKeys(by, question) ?? [...counts.keys()].filter((key) => count(key, within) > 0).sort();

  const bounds = new Map(keys.map((key) => [key, boundOf(tally, filter, by, key, keysOf)]));
  const isBound = (key: string, period: Period) => bounds.get(key)?.(period) ?? false;

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

/** The question that asks for one key alone. */
export function questionFor(
  question: RecordsQuestion,
  by: SeriesKey | null,
  key: string,
  { courtsIn }: Places,
): RecordsQuestion {
  switch (by) {
    case null:
      return question;
    case "article":
      return { ...question, articles: [key] };
    case "court":
      return { ...question, courts: new Set([key]) };
    case "region":
      return { ...question, courts: question.courts ?? courtsIn(key) };
    default:
      return { ...question, [by]: key };
  }
}

/** Whether a key's count is a lower bound: as that of the question which asks for the key alone. */
function boundOf(
  tally: Tally,
  filter: TallyFilter,
  by: SeriesKey | null,
  key: string,
  keysOf: (column: TallyColumn) => readonly string[],
): (period: Period) => boolean {
  const isKind = by === "service" || by === "sentence";
  const own = isKind ? { ...filter, [by]: key } : filter;
  const uncoded = uncodedBeside(own).map((beside) =>
    isKind ? timelineOf(tally, beside) : timelinesBy(tally, beside, keysOf).get(key),
  );
  return (period) => uncoded.some((beside) => countOf(beside, period) > 0);
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
  { regionOf }: Places,
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
