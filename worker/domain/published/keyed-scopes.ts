import type { Figure } from "../../contract/figure.ts";
import type { SeriesKey } from "../../contract/series.ts";
import { scopeIncludes, scopeKey } from "../offence.ts";
import type { Question } from "../question.ts";
import { type Scope, sameGround } from "./scope.ts";

/** A key of the series and what it counts. */
export interface KeyedScope {
  key: string | null;
  scope: Scope;
}

/**
 * What a series of published totals is parted into: by article, the scopes within the asked one that publishers
 * counted; by service or region, those that they counted apart. They print nothing by sentence or court.
 */
export function scopesBy(
  by: SeriesKey | null,
  totals: readonly Figure[],
  asked: Scope,
  { sentence, court }: Question,
): KeyedScope[] {
  if (sentence || court || by === "sentence" || by === "court") return [];
  if (by === null) return [{ key: null, scope: asked }];
  if (by === "article") {
    const parts = totals.filter(
      (one) => sameGround(one, asked) && scopeIncludes(asked.articles, one.articles),
    );
    const scopes = new Map(parts.map(({ articles }) => [scopeKey(articles), articles]));
    return [...scopes.values()]
      .map((articles) => ({ key: [...articles].sort().join(), scope: { ...asked, articles } }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }
  const same = totals.filter(
    (one) =>
      sameGround({ ...one, [by]: asked[by] }, asked) && scopeKey(one.articles) === scopeKey(asked.articles),
  );
  const keys = new Set(same.flatMap((one) => one[by] ?? []));
  return [...keys].sort().map((key) => ({ key, scope: { ...asked, [by]: key } }));
}
