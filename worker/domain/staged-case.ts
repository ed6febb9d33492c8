import type { CourtCase } from "../contract/court-case.ts";
import { type Standing, standingOf } from "./compared-case.ts";

/** What an import does to what is known of a defendant of a case. */
export type StagedChange = "new" | "changed" | "same";

/** A defendant of a case as it will stand once published, with what the store derives from it on the way in. */
export interface StagedCase extends CourtCase, Standing {
  /** The case's lasting name in the store. */
  case_key: string;
  change: StagedChange;
  /** The import's own day of the case: outside of the days that its cases span, it says nothing. */
  day: string | null;
}

export function stageCase(
  courtCase: CourtCase,
  staged: Pick<StagedCase, "case_key" | "change" | "day">,
): StagedCase {
  return { ...courtCase, ...standingOf(courtCase), ...staged };
}

/** The day by which a case is found in a period: of the verdict, else of the receipt. */
export function dayOf({ decided_on, received_on }: CourtCase): string | null {
  return decided_on ?? received_on;
}
