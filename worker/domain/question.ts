import type { Measure, Offence, Sentence, Service, Unit } from "../contract/terms.ts";
import { OFFENCE_ARTICLES } from "./offence.ts";

/** What a reader asks, after validation. `articles: null` where no offence was named. */
export interface Question {
  unit: Unit;
  articles: readonly string[] | null;
  service: Service | null;
  sentence: Sentence | null;
  court: string | null;
  region: string | null;
  evidence: "auto" | "records" | "published";
  weeks: number | null;
}

interface Filters {
  measure: Measure;
  offence?: Offence | undefined;
  article?: string | undefined;
  service?: Service | undefined;
  sentence?: Sentence | undefined;
  court?: string | undefined;
  region?: string | undefined;
  evidence: "auto" | "records" | "published";
  weeks?: number | undefined;
}

export const MEASURE_UNIT: Readonly<Record<Measure, Unit>> = {
  convictions: "convictions",
  "cases-received": "cases_received",
};

export function questionOf(filters: Filters): Question {
  return {
    unit: MEASURE_UNIT[filters.measure],
    articles: filters.article?.split(",") ?? (filters.offence ? OFFENCE_ARTICLES[filters.offence] : null),
    service: filters.service ?? null,
    sentence: filters.sentence ?? null,
    court: filters.court ?? null,
    region: filters.region ?? null,
    evidence: filters.evidence,
    weeks: filters.weeks ?? null,
  };
}
