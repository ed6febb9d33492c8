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

/** What narrows or parts a question, as far as it is a place, or what the desk reads from verdicts' texts. */
export interface Narrowed {
  court?: string | null | undefined;
  region?: string | null | undefined;
  service?: string | null | undefined;
  sentence?: string | null | undefined;
  by?: string | null | undefined;
}

/** Whether a question crosses a place with a sentence or kind of service, which would tell what a single person got. */
export function crossesPlaceAndKind({ court, region, service, sentence, by }: Narrowed): boolean {
  const isPlaced = Boolean(court || region) || by === "court" || by === "region";
  const isOfAKind = Boolean(service || sentence) || by === "service" || by === "sentence";
  return isPlaced && isOfAKind;
}

/** The tally that a question is counted in; null where there are no records, or they don't tell it. */
export function tallyOf(
  { records, courts }: { records: Tallies | null; courts: Tallies | null },
  question: RecordsQuestion,
  by: string | null = null,
): Tally | null {
  const isPlaced = question.courts !== null || by === "court" || by === "region";
  if (isPlaced && crossesPlaceAndKind({ ...question, by, region: "any" })) return null;
  const tallies = isPlaced ? courts : records;
  const { unit } = question;
  return (unit === "convictions" ? tallies?.convictions : tallies?.receipts) ?? null;
}
