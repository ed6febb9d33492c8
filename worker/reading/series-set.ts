import { SERIES_POINTS_MAX } from "../config.ts";
import { type OneSeries, type SeriesQuery, type SeriesSetQuery, seriesAsked } from "../contract/series.ts";
import type { Evidence } from "../contract/terms.ts";
import { CODED } from "../domain/records/shares.ts";
import type { Failure } from "../problem.ts";
import { AGREEMENT } from "../wording/agreement.ts";
import { emptyReason } from "./empty-reason.ts";
import { type FoundSeries, findSeries, wordsAround } from "./find-series.ts";
import { editionRef, type Scene } from "./scene.ts";

/** A question and its whole answer. */
export interface AnsweredSeries {
  query: SeriesQuery;
  body: OneSeries;
}

/** All series that a query asks for, in its order; or that they are too many points. */
export function answerSet(
  query: SeriesSetQuery,
  scene: Scene,
): [AnsweredSeries, ...AnsweredSeries[]] | { failure: Failure } {
  const answers: AnsweredSeries[] = [];
  let points = 0;
  for (const one of seriesAsked(query)) {
    const found = findSeries(one, scene);
    points += "points" in found ? found.points.length : found.tooMany;
    if (!("points" in found) || points > SERIES_POINTS_MAX) return tooMany(points);
    answers.push({ query: one, body: bodyOf(one, found, scene) });
  }
  return answers as [AnsweredSeries, ...AnsweredSeries[]];
}

function bodyOf(query: SeriesQuery, found: FoundSeries, scene: Scene): OneSeries {
  const { evidence, type, points } = found;
  const { granularity, by = null } = query;
  const edition = editionRef(scene, evidence);
  const reason = emptyReason(query, found, scene);
  const sureness = codingOf(query, evidence, scene);
  const { coding } = sureness;
  const said = coding === undefined ? "" : (coding?.text ?? AGREEMENT[query.lang].none);
  const text = { ...wordsAround(query, found, scene, reason), coding: said };
  return { edition, type, granularity, by, points, reason, text, ...sureness };
}

/** How sure that is which was coded, where it is asked for. */
function codingOf(
  { by, sentence, service, lang }: SeriesQuery,
  evidence: Evidence,
  { edition }: Scene,
): Pick<OneSeries, "coding"> {
  const coded = CODED.find((one) => by === one) ?? (sentence ? "sentence" : service ? "service" : null);
  if (coded === null || evidence !== "records") return {};
  const agreement = edition.records?.agreement?.[coded];
  return { coding: agreement ? { ...agreement, text: AGREEMENT[lang].by(coded, agreement) } : null };
}

function tooMany(points: number): { failure: Failure } {
  const message = `It would make at least ${points} points with these other parameters, and at most ${SERIES_POINTS_MAX} are given at once. Narrow from and to, take longer periods, or ask for fewer series.`;
  return { failure: { kind: "bad-parameters", errors: [{ parameter: "granularity", message }] } };
}
