import type { CourtChange } from "../../contract/changes.ts";
import { WITHDRAWN } from "./columns.ts";

/** What the records of a court are in one edition against another. */
export interface CourtDifference extends CourtChange {
  same: number;
  /** By how much its convictions differ. */
  convictions: number;
}

const at = (sequence: string) => `SELECT case_key, defendant, court_code, outcome, removed_on,
    json_array(court_code, scope, articles, received_on, decided_on, outcome, sentence, term_months, service) AS said
  FROM case_version WHERE since_edition <= ${sequence} AND (until_edition IS NULL OR until_edition > ${sequence})
    AND outcome <> '${WITHDRAWN}'`;

/**
 * The records of two editions, court by court: by what they say, whichever edition wrote it.
 * @param from sequence of the one edition
 * @param to sequence of the other, which may be the earlier one
 */
export async function compareEditions(db: D1Database, from: number, to: number): Promise<CourtDifference[]> {
  const gone = "(after.removed_on IS NOT NULL AND before.removed_on IS NULL)";
  const { results } = await db
    .prepare(
      `WITH before AS MATERIALIZED (${at("?1")}), after AS MATERIALIZED (${at("?2")})
       SELECT coalesce(after.court_code, before.court_code) AS court,
         sum(before.case_key IS NULL) AS added,
         coalesce(sum(before.said <> after.said AND NOT ${gone}), 0) AS changed,
         sum(before.case_key IS NOT NULL AND (after.case_key IS NULL OR ${gone})) AS vanished,
         coalesce(sum(before.said = after.said AND NOT ${gone}), 0) AS same,
         coalesce(sum(after.outcome = 'convicted'), 0) - coalesce(sum(before.outcome = 'convicted'), 0) AS convictions
       FROM before FULL OUTER JOIN after
         ON after.case_key = before.case_key AND after.defendant = before.defendant
       GROUP BY 1 ORDER BY 1`,
    )
    .bind(from, to)
    .all<CourtDifference>();
  return results;
}
