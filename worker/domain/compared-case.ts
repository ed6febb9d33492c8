import type { CourtCase } from "../contract/court-case.ts";
import type { Outcome } from "../contract/terms.ts";
import { scopeOf } from "./scope.ts";
import { weekIndex } from "./week-index.ts";

/** How a defendant of a touched case stands before and after. `untouched`: another defendant of the same case. */
export interface ComparedCase {
  case_key: string;
  change: "new" | "changed" | "vanished" | "untouched";
  court_code: string;
  before: Standing | null;
  after: Standing;
}

/** What of a case the tally counts. */
export interface Standing {
  scope: string;
  outcome: Outcome;
  received_week: number | null;
  decided_week: number | null;
}

export function standingOf({ articles, outcome, received_on, decided_on }: CourtCase): Standing {
  return {
    scope: scopeOf(articles),
    outcome,
    received_week: received_on === null ? null : weekIndex(received_on),
    decided_week: decided_on === null ? null : weekIndex(decided_on),
  };
}
