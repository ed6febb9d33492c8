import type { SeriesQuery } from "../contract/series.ts";
import type { EmptyReason, SeriesText } from "../contract/series-text.ts";
import type { Evidence } from "../contract/terms.ts";
import { publishedSeries } from "../domain/published/series.ts";
import { questionOf } from "../domain/question.ts";
import { recordsSeries } from "../domain/records/series.ts";
import type { SeriesAnswer, SeriesRequest } from "../domain/series-request.ts";
import { seriesText } from "../wording/index.ts";
import { courtsAsked, PLACES, placeNames } from "./places.ts";
import { editionRef, evidenceFor, type Scene } from "./scene.ts";

/** A series, and from which evidence it is. */
export type FoundSeries = Exclude<SeriesAnswer, { tooMany: number }> & { evidence: Evidence };

/** Where the reader left the evidence open, records that know nothing of the range leave it to published figures. */
export function findSeries(query: SeriesQuery, scene: Scene): FoundSeries | { tooMany: number } {
  const evidence = evidenceFor(scene.edition, { ...questionOf(query), by: query.by });
  const answer = evidence === "records" ? fromRecords(query, scene) : fromFigures(query, scene);
  if ("tooMany" in answer) return answer;
  if (query.evidence === "auto" && evidence === "records" && !knowsAny(answer)) {
    const published = fromFigures(query, scene);
    if (knowsAny(published)) return { ...published, evidence: "published" };
  }
  return { ...answer, evidence };
}

function fromRecords(query: SeriesQuery, scene: Scene): SeriesAnswer {
  const question = questionOf(query);
  const asked = { ...question, courts: courtsAsked(question.court, question.region) };
  const { edition, courts, today } = scene;
  return recordsSeries(edition.records, courts, asked, requestOf(query), today, PLACES);
}

function fromFigures(query: SeriesQuery, { edition }: Scene): SeriesAnswer {
  return publishedSeries(edition.figures, edition.rates, questionOf(query), requestOf(query));
}

function requestOf({ granularity, by, from, to, last }: SeriesQuery): SeriesRequest {
  return { granularity, by: by ?? null, from: from ?? null, to: to ?? null, last: last ?? null };
}

function knowsAny(answer: SeriesAnswer): answer is Exclude<SeriesAnswer, { tooMany: number }> {
  return "points" in answer && answer.points.some(({ value }) => value !== null);
}

/** The words around a series, in the asked language. */
export function wordsAround(
  query: SeriesQuery,
  { evidence, type, points }: FoundSeries,
  scene: Scene,
  reason: EmptyReason | null,
): SeriesText {
  const { granularity, by = null, lang } = query;
  const keys = [...new Set(points.flatMap(({ key }) => key ?? []))];
  const rate = evidence === "published" && granularity === "week";
  const derived = rate || points.some(({ figures = [] }) => figures.length > 1);
  const edition = editionRef(scene, evidence);
  return seriesText({ edition, type, rate, by, keys, derived, reason }, lang, placeNames(lang));
}
