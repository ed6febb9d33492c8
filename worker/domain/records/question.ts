import type { Tallies } from "../edition.ts";
import { OFFENCE_ARTICLES } from "../offence.ts";
import type { Question } from "../question.ts";
import type { Tally } from "../tally.ts";

/** A question about records, narrowed to what the tally knows. */
export interface RecordsQuestion extends Question {
  /** Codes of the courts that are asked for; null: all. */
  courts: ReadonlySet<string> | null;
}

/** The articles that are counted; records are counted for all who left their unit where none is named. */
export function articlesOf(question: Question): readonly string[] {
  return question.articles ?? OFFENCE_ARTICLES.desertion;
}

/** The tally of the question's unit; null where there are no records. */
export function tallyOf(tallies: Tallies | null, { unit }: Question): Tally | null {
  return (unit === "convictions" ? tallies?.convictions : tallies?.receipts) ?? null;
}
