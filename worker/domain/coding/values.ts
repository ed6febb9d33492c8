import type { CodedValues, StandingCoding } from "../../contract/coding.ts";
import type { Coding } from "../case-state.ts";

/** Whether two codings say the same. */
export function sayTheSame(one: StandingCoding, other: StandingCoding): boolean {
  return (
    one.outcome === other.outcome &&
    one.sentence === other.sentence &&
    one.term_months === other.term_months &&
    one.service === other.service
  );
}

/**
 * What a coder read, over what was written before. A decision is one word: with another outcome or sentence the earlier
 * term goes. What the text doesn't say isn't written, and so stays open.
 */
export function codingWith(before: Coding, { outcome, sentence, term_months, service }: CodedValues): Coding {
  const { outcome: _, sentence: __, term_months: ___, service: ____, ...others } = before;
  return {
    ...others,
    outcome,
    ...(sentence !== "unknown" && { sentence }),
    ...(term_months !== null && { term_months }),
    ...(service !== "unknown" && { service }),
  };
}
