import type { CodedValues, StandingCoding } from "../../../worker/contract/coding.ts";
import { words } from "./words/index.ts";

/** A coding in a line: "imprisonment, 66 months, mobilised". */
export function said({ outcome, sentence, term_months, service }: StandingCoding | CodedValues): string {
  const ended = outcome === "convicted" ? words.sentences[sentence] : words.outcomes[outcome];
  const term = term_months === null ? [] : [words.months(term_months)];
  return [ended, ...term, words.serving[service]].join(", ");
}
