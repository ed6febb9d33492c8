import type { CourtCase } from "../contract/court-case.ts";
import type { Outcome, Sentence, Service } from "../contract/terms.ts";
import { scopeOf } from "./scope.ts";
import { weekIndex } from "./week-index.ts";

/**
 * How a defendant of a touched case stands before and after. `untouched`: another defendant of the same case;
 * `absorbed`: the record turned out to be another known case's.
 */
export interface ComparedCase {
  case_key: string;
  change: "new" | "changed" | "vanished" | "absorbed" | "untouched";
  court_code: string;
  case_number: string;
  defendant: number;
  before: Standing | null;
  after: Standing | null;
}

/** What of a case the tally counts, and what else a person reads in its verdict. */
export interface Standing {
  scope: string;
  /** `withdrawn`: it was never what it says, and counts nowhere. */
  outcome: Outcome | "withdrawn";
  received_week: number | null;
  decided_week: number | null;
  sentence: Sentence;
  term_months: number | null;
  service: Service;
}

export function standingOf(one: CourtCase): Standing {
  const { articles, outcome, received_on, decided_on, sentence, term_months, service } = one;
  return {
    scope: scopeOf(articles),
    outcome,
    received_week: received_on === null ? null : weekIndex(received_on),
    decided_week: decided_on === null ? null : weekIndex(decided_on),
    sentence,
    term_months,
    service,
  };
}
