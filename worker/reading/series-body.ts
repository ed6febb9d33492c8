import type { SeriesBody, SeriesQuery } from "../contract/series.ts";
import type { Failure } from "../problem.ts";
import { findSeries, wordsAround } from "./find-series.ts";
import { editionRef, type Scene } from "./scene.ts";

/** The whole answer; the history's page is drawn from it, too. */
export function seriesBody(query: SeriesQuery, scene: Scene): SeriesBody | { failure: Failure } {
  const found = findSeries(query, scene);
  if ("failure" in found) return found;
  const { evidence, type, points } = found;
  const { granularity, by = null } = query;
  const edition = editionRef(scene, evidence);
  return { edition, type, granularity, by, points, text: wordsAround(query, found, scene) };
}
