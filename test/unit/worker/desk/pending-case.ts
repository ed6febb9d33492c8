import type { CourtCase } from "../../../../worker/contract/court-case.ts";

/** A case that a court has received and not decided, with the given differences. */
export function pendingCase(fields: Partial<CourtCase> = {}): CourtCase {
  return {
    case_uid: null,
    court_code: "27GV0008",
    case_number: "1-81/2024",
    earlier_numbers: [],
    defendant: 1,
    articles: ["337.5"],
    received_on: "2024-01-10",
    decided_on: null,
    outcome: "pending",
    sentence: "unknown",
    term_months: null,
    service: "unknown",
    source_url: null,
    first_seen_on: null,
    removed_on: null,
    ...fields,
  };
}
