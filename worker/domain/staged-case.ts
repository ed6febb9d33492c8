import type { CourtCase } from "../contract/court-case.ts";
import { type CaseState, columnsOf, type StateColumns } from "./case-state.ts";
import { type Standing, standingOf } from "./compared-case.ts";

/** What an import does to what is known of a defendant of a case. `absorbed`: it is another known case's record. */
export type StagedChange = "new" | "changed" | "same" | "absorbed";

/** A defendant of a case as it will stand once published, with what the store derives from it on the way in. */
export interface StagedCase extends Omit<CourtCase, "outcome" | "cards" | "by_hand">, Standing, StateColumns {
  /** The case's lasting name in the store. */
  case_key: string;
  change: StagedChange;
  /** The import's own day of the case: outside of the days that its cases span, it says nothing. */
  day: string | null;
  /** The court that received the case first. */
  received_court: string;
}

export function stageCase(
  courtCase: CourtCase & { received_court: string },
  state: CaseState,
  staged: Pick<StagedCase, "case_key" | "change" | "day">,
): StagedCase {
  const standing = state.coding.withdrawn === undefined ? standingOf(courtCase) : NOWHERE;
  return { ...courtCase, ...standing, ...columnsOf(state, courtCase), ...staged };
}

/** A record that was withdrawn keeps its place and its cards, and counts nowhere. */
const NOWHERE: Standing = {
  scope: "",
  outcome: "withdrawn",
  received_week: null,
  decided_week: null,
  sentence: "unknown",
  term_months: null,
  service: "unknown",
};

/** The day by which a case is found in a period: of the verdict, else of the receipt. */
export function dayOf({
  decided_on,
  received_on,
}: Pick<CourtCase, "decided_on" | "received_on">): string | null {
  return decided_on ?? received_on;
}
