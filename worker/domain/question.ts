import type { Measure, Offence, Sentence, Service, Span, Unit } from "../contract/terms.ts";
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

/** What a summary is asked. */
export interface SpanQuestion extends Question {
  span: Span;
  /** First day of a total; null: the mobilisation's, or the first that is covered. */
  since: string | null;
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
  "persons-sentenced": "persons_sentenced",
  "persons-charged": "persons_charged",
};

/** The units that court records count. */
export const COUNTED_UNITS: readonly Unit[] = ["convictions", "cases_received"];

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

/** @param filters a summary's, beside those that all questions share */
export function spanQuestionOf(filters: Filters & { span: Span; since?: string | undefined }): SpanQuestion {
  return { ...questionOf(filters), span: filters.span, since: filters.since ?? null };
}

/** So many months of drawing as so many weeks of it are, at least a year's; the given number where none is asked for. */
export function monthsFor(weeks: number | null, otherwise: number): number {
  return weeks === null ? otherwise : Math.max(12, Math.round((weeks * 12) / 52));
}
