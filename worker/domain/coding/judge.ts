import type { CodedValues, DRAFT_PROBLEMS, StandingCoding } from "../../contract/coding.ts";
import { sayTheSame } from "./values.ts";

/** What becomes of a draft: it is staged, the records say it already, or a person looks at it first. */
export type Judged = "fit" | "said" | (typeof DRAFT_PROBLEMS)[number];

/**
 * A draft beside the record that it is about. What somebody else wrote after the coder had it is never written over.
 * @param seen how the record stood when the coder had it
 * @param stands how it stands now; null: it isn't there any more
 */
export function judge(
  values: CodedValues,
  seen: StandingCoding | null,
  stands: StandingCoding | null,
): Judged {
  if (!stands) return "gone";
  if (sayTheSame(values, stands)) return "said";
  const isAsSeen = seen !== null && sayTheSame(seen, stands);
  return stands.outcome === "withdrawn" || !isAsSeen ? "changed" : "fit";
}
