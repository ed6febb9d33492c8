import type { SeriesBody, SeriesSetQuery } from "../contract/series.ts";
import type { Failure } from "../problem.ts";
import type { Scene } from "./scene.ts";
import { answerSet } from "./series-set.ts";

/** The whole answer; the history's page is drawn from it, too. */
export function seriesBody(query: SeriesSetQuery, scene: Scene): SeriesBody | { failure: Failure } {
  const answers = answerSet(query, scene);
  if ("failure" in answers) return answers;
  const [{ body }, ...others] = answers;
  return others.length === 0 ? body : { ...body, others: others.map((one) => one.body) };
}
