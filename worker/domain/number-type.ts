import type { NumberType } from "../contract/common.ts";
import { offenceOf } from "./offence.ts";
import type { Question } from "./question.ts";

/** What a count is of, with the filters that it was asked with. */
export function typeOf(question: Question, articles: readonly string[]): NumberType {
  const { unit, service, sentence, court, region } = question;
  return {
    unit,
    offence: offenceOf(articles),
    articles: [...articles],
    ...(service && { service }),
    ...(sentence && { sentence }),
    ...(court && { court }),
    ...(region && { region }),
  };
}
