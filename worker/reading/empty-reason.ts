import type { Figure } from "../contract/figure.ts";
import type { SeriesQuery } from "../contract/series.ts";
import type { EmptyReason } from "../contract/series-text.ts";
import { scopeIncludes } from "../domain/offence.ts";
import { scopesBy } from "../domain/published/keyed-scopes.ts";
import { isCountedTotal } from "../domain/published/rates.ts";
import { sameGround } from "../domain/published/scope.ts";
import { questionOf } from "../domain/question.ts";
import { type FoundSeries, findSeries } from "./find-series.ts";
import type { Scene } from "./scene.ts";

/** Why no point of a series has a value; null: one has. */
export function emptyReason(query: SeriesQuery, found: FoundSeries, scene: Scene): EmptyReason | null {
  if (hasValue(found)) return null;
  const { from, to, last, ...all } = query;
  if ((from || to) && hasValue(findSeries(all, scene))) return "outside-range";
  return found.evidence === "records" ? ofRecords(found, scene) : ofFigures(query, found, scene);
}

function ofRecords({ points }: FoundSeries, { edition }: Scene): EmptyReason {
  if (!edition.records) return "no-records";
  return points.some(({ coverage }) => coverage > 0) ? "not-coded" : "not-covered";
}

function ofFigures(query: SeriesQuery, { type }: FoundSeries, { edition }: Scene): EmptyReason {
  const question = questionOf(query);
  const asked = { ...question, articles: type.articles };
  const totals = edition.figures.filter(isCountedTotal);
  if (scopesBy(query.by ?? null, totals, asked, question).length === 0) return "not-broken-down";
  const isOwn = (total: Figure) => sameGround(total, asked) && scopeIncludes(asked.articles, total.articles);
  return totals.some(isOwn) || query.by ? "no-whole-period" : "no-figures";
}

function hasValue(found: FoundSeries | { tooMany: number }): boolean {
  return "points" in found && found.points.some(({ value }) => value !== null);
}
