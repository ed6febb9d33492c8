import type { Objection } from "../../../contract/objection.ts";
import type { RunProblem } from "../../../contract/sources.ts";

/** What a notice says, in one language. Sentences of numbers come ready from the wording of the numbers. */
export interface NoticeWords {
  test: string;
  /** @param sentence of the headline; @param before the headline before, in a few words; null: it stays */
  published(edition: string, sentence: string, before: string | null): string;
  held(source: string, reasons: readonly string[]): string;
  heldForReview: string;
  failing(source: string, why: string): string;
  silent(courts: readonly string[], more: number, source: string): string;
  old(days: number): string;
  corrected(weeks: readonly { start: string; before: number; after: number }[], edition: string): string;
  reasons: Readonly<Record<Objection["code"], string>>;
  problems: Readonly<Record<RunProblem["code"], string>>;
}
