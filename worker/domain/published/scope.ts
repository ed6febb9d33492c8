import type { Service, Unit } from "../../contract/terms.ts";
import { scopeKey } from "../offence.ts";

/** What a number speaks of: a unit, the articles it counts, a place and a kind of service (null: all). */
export interface Scope {
  unit: Unit;
  articles: readonly string[];
  region: string | null;
  service: Service | null;
}

/** Whether both speak of the same unit, place and service, under whatever articles. */
export function sameGround(known: Scope, asked: Omit<Scope, "articles">): boolean {
  return known.unit === asked.unit && known.region === asked.region && known.service === asked.service;
}

/** Whether both speak of exactly the same, not of a part or a whole of it. */
export function sameScope(known: Scope, asked: Scope): boolean {
  return sameGround(known, asked) && scopeKey(known.articles) === scopeKey(asked.articles);
}

/** One spelling of a counting series. Totals are only ever subtracted within one. */
export function seriesKey(known: Scope & { series: string }): string {
  const { unit, articles, region, service, series } = known;
  return JSON.stringify([unit, scopeKey(articles), region ?? "", service ?? "", series]);
}
