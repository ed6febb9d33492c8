import type { CourtCase } from "../../contract/court-case.ts";

/** A version as D1 gives it by `COURT_CASE_COLUMNS`: lists are JSON. */
export interface CourtCaseRow extends Omit<CourtCase, "articles" | "earlier_numbers"> {
  articles: string;
  earlier_numbers: string;
}

export function toCourtCase({ articles, earlier_numbers, ...rest }: CourtCaseRow): CourtCase {
  return { ...rest, articles: JSON.parse(articles), earlier_numbers: JSON.parse(earlier_numbers) };
}
