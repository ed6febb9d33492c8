import type { Conflict } from "../../contract/figure.ts";
import type { Service, Unit } from "../../contract/terms.ts";
import type { MeasuredDelay } from "../../domain/methodology/measured-delay.ts";

/** The articles that are explained one by one. */
export const EXPLAINED_ARTICLES = ["337", "338", "332", "352.1", "356.1", "339"] as const;
export type ExplainedArticle = (typeof EXPLAINED_ARTICLES)[number];

/** A term and what it means. */
export interface Term {
  name: string;
  meaning: string;
}

/** What tables, lists and the chart of the page are labelled with, in one language. */
export interface MethodologyTerms {
  labels: { languages: string; contents: string; counter: string; data: string; sources: string };
  /** The edition in figures, beside the text. */
  edition: {
    title: string;
    id: string;
    published: string;
    figures: string;
    rates: string;
    conflicts: string;
    records: string;
    cases: string;
    convictions: string;
    vanished: string;
    none: string;
  };
  units: Readonly<Record<Unit, Term>>;
  unitColumns: readonly [unit: string, figures: string];
  articles: Readonly<Record<ExplainedArticle, Term>>;
  example: {
    caption: string;
    columns: readonly [count: string, period: string, source: string];
    /** What lies between the two totals; `during` is "13 days" as the language says it of a time. */
    difference(days: string): string;
  };
  curve: {
    title: string;
    /** How much is in when; `readOn` is the date of the reading, whose weekday ends each week of the delay. */
    summary(delay: MeasuredDelay, articles: readonly string[], readOn: string): string;
    axis: string;
    final: string;
    numbers: string;
    columns: readonly [weeks: string, share: string];
    noRecords: string;
    tooFew: string;
  };
  /** The table of how far numbers in large type still moved. */
  told: { caption: string; columns: readonly [from: string, half: string, nineInTen: string] };
  conflicts: Readonly<Record<Conflict["kind"], string>>;
  services: Readonly<Record<Service, string>>;
  /** The date on which a figure was printed. */
  printed(date: string): string;
  undated: string;
  citing: {
    reference(id: string, date: string): string;
    page: string;
    number: string;
    tag: string;
    sha256: string;
  };
}
