import { SERIES_POINTS_MAX } from "../config.ts";
import type { SeriesPoint } from "../contract/series.ts";
import { SeriesBody, SeriesQuery } from "../contract/series.ts";
import type { Evidence } from "../contract/terms.ts";
import { publishedSeries } from "../domain/published/series.ts";
import { questionOf } from "../domain/question.ts";
import { recordsSeries } from "../domain/records/series.ts";
import type { SeriesAnswer, SeriesRequest } from "../domain/series-request.ts";
import { CSV, toCsv } from "../http/csv.ts";
import type { Failure } from "../problem.ts";
import { courtsAsked, PLACES, placeNames } from "../reading/places.ts";
import { reading } from "../reading/reading.ts";
import { editionRef, evidenceFor, type Scene } from "../reading/scene.ts";
import { seriesText } from "../wording/index.ts";

const DESCRIPTION =
  "Every period from the first to the last is there, whole: 0 where none was counted, null where nothing is known. Parts are counted in court records: where a deployment has only published figures, `points` is empty with `by`, as nothing is known of any period.";

export const series = reading({
  path: "/v1/series",
  summary: "Counts per week, month, quarter, half-year or year, parted by kind or place",
  description: DESCRIPTION,
  query: SeriesQuery,
  example: "granularity=quarter&by=sentence",
  contentType: "application/json",
  response: SeriesBody,
  answer(query, scene) {
    const found = findSeries(query, scene);
    if ("failure" in found) return found;
    const { evidence, type, points } = found;
    const { granularity, by = null } = query;
    const edition = editionRef(scene, evidence);
    const keys = [...new Set(points.flatMap(({ key }) => key ?? []))];
    const rate = evidence === "published" && granularity === "week";
    const derived = rate || points.some(({ figures = [] }) => figures.length > 1);
    const text = seriesText({ edition, type, rate, by, keys, derived }, query.lang, placeNames(query.lang));
    return { edition, type, granularity, by, points, text } satisfies SeriesBody;
  },
});

export const seriesCsv = reading({
  path: "/v1/series.csv",
  summary: "The same as CSV, one row a point",
  description: DESCRIPTION,
  query: SeriesQuery,
  example: "granularity=month&from=2024",
  contentType: CSV,
  response: "One row a point; what it counts, and in which edition, is in each row",
  answer(query, scene) {
    const found = findSeries(query, scene);
    if ("failure" in found) return found;
    const { edition } = scene;
    const { evidence, type } = found;
    return toCsv<SeriesPoint>(found.points, {
      edition: () => edition.id,
      evidence: () => evidence,
      sample: () => (edition.sample ? "sample" : ""),
      unit: () => type.unit,
      articles: () => type.articles.join(";"),
      service: () => type.service ?? null,
      sentence: () => type.sentence ?? null,
      court: () => type.court ?? null,
      region: () => type.region ?? null,
      label: ({ label }) => label,
      start: ({ period }) => period.start,
      end: ({ period }) => period.end,
      by: () => query.by ?? null,
      key: ({ key }) => key,
      value: ({ value }) => value,
      known: ({ known }) => known,
      status: ({ status }) => status,
      qualifier: ({ qualifier }) => qualifier,
      coverage: ({ coverage }) => coverage,
      completeness: ({ completeness }) => completeness,
      expected_low: ({ expected }) => expected?.low ?? null,
      expected_mid: ({ expected }) => expected?.mid ?? null,
      expected_high: ({ expected }) => expected?.high ?? null,
      figures: ({ figures }) => figures?.join(";") ?? null,
    });
  },
});

type Found = Exclude<SeriesAnswer, { tooMany: number }> & { evidence: Evidence };

/** Where the reader left the evidence open, records that know nothing of the range leave it to published figures. */
function findSeries(query: SeriesQuery, scene: Scene): Found | { failure: Failure } {
  const evidence = evidenceFor(scene.edition, { ...questionOf(query), by: query.by });
  const answer = evidence === "records" ? fromRecords(query, scene) : fromFigures(query, scene);
  if ("tooMany" in answer) return tooMany(answer.tooMany);
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

function requestOf({ granularity, by, from, to }: SeriesQuery): SeriesRequest {
  return { granularity, by: by ?? null, from: from ?? null, to: to ?? null };
}

function knowsAny(answer: SeriesAnswer): answer is Exclude<SeriesAnswer, { tooMany: number }> {
  return "points" in answer && answer.points.some(({ value }) => value !== null);
}

function tooMany(points: number): { failure: Failure } {
  const message = `It would make ${points} points with these other parameters, and at most ${SERIES_POINTS_MAX} are given at once. Narrow from and to, or take longer periods.`;
  return { failure: { kind: "bad-parameters", errors: [{ parameter: "granularity", message }] } };
}
