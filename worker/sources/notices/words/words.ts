import type { Objection } from "../../../contract/objection.ts";
import type { RunProblem } from "../../../contract/sources.ts";

/** What a notice says, in one language. Sentences of numbers come ready from the wording of the numbers. */
export interface NoticeWords {
  test: string;
  /** @param sentence of the headline; @param before the headline before, in a few words; null: it stays */
  published(edition: string, sentence: string, before: string | null): string;
  /** @param source null: the desk's machine staged it */
  held(source: string | null, reasons: readonly string[]): string;
  heldForReview: string;
  heldForAnother: string;
  failing(source: string, why: string): string;
  /** @param source null: they are missing from an import of the desk */
  silent(courts: readonly string[], more: number, source: string | null): string;
  old(days: number): string;
  corrected(weeks: readonly { start: string; before: number; after: number }[], edition: string): string;
  reasons: Readonly<Record<Objection["code"], string>>;
  problems: Readonly<Record<RunProblem["code"], string>>;
}
