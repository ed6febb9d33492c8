import type { EditionFacts } from "../../domain/methodology/edition-facts.ts";
import type { MethodologyTerms } from "./methodology-terms.ts";

/** Running text. `**strong**`, `[label](address)` and `` `code` `` are marks, all else is said as it stands. */
export type Prose = string;

/** The sections in their order; also their anchors, the same in every language. */
export const SECTIONS = [
  "counted",
  "units",
  "articles",
  "courts",
  "weeks",
  "evidence",
  "rates",
  "lateness",
  "completeness",
  "vanished",
  "editions",
  "shares",
  "conflicts",
  "licence",
  "citing",
] as const;
export type SectionId = (typeof SECTIONS)[number];

export interface SectionText {
  title: string;
  prose(facts: EditionFacts): readonly Prose[];
  /** What follows the section's table, list or chart. */
  after?(facts: EditionFacts): readonly Prose[];
}

/** All that the page on how the numbers are made says, in one language. */
export interface MethodologyText {
  title: string;
  /** For search engines and link previews. */
  description: string;
  kicker: string;
  standfirst: string;
  /** That the page is as of an earlier edition, of this date; `now` is the edition in force. */
  frozen(id: string, date: string, now: string): Prose;
  sections: Readonly<Record<SectionId, SectionText>>;
  notCounted: { title: string; items: readonly Prose[] };
  /** How completeness is estimated, step by step. */
  steps: readonly Prose[];
  terms: MethodologyTerms;
}
