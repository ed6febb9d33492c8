import type { CodingCase, StandingCoding } from "../../contract/coding.ts";
import type { CodingRound } from "../../contract/terms.ts";
import { toTexts } from "../cases/court-case-row.ts";

/** A record with what a coder is shown of it. */
export interface RecordRow
  extends Omit<CodingCase, "key" | "articles" | "stands" | "others">,
    StandingCoding {
  case_key: string;
  articles: string;
}

/** Of a version called `version`. */
export const RECORD_COLUMNS = `version.case_uid, version.case_number, version.court_code, version.articles,
  version.received_on, version.decided_on, version.source_url, version.outcome, version.sentence,
  version.term_months, version.service`;

/** The same as the coder of a round may see it: who codes a second time mustn't know what the first one read. */
export function toCodingCase(row: RecordRow, round: CodingRound): CodingCase {
  const { case_key, defendant, case_uid, case_number, court_code, articles } = row;
  const { received_on, decided_on, source_url } = row;
  return {
    ...{ key: case_key, defendant, round, case_uid, case_number, court_code },
    ...{ articles: toTexts(articles, case_key, "articles"), received_on, decided_on, source_url },
    stands: round === "second" ? null : standingIn(row),
  };
}

export function standingIn({ outcome, sentence, term_months, service }: StandingCoding): StandingCoding {
  return { outcome, sentence, term_months, service };
}
