import type { CourtCase } from "../../contract/court-case.ts";
import { COURT_CASE_COLUMNS, WITHDRAWN } from "./columns.ts";
import { type CourtCaseRow, toCourtCase } from "./court-case-row.ts";

interface ExportRow extends CourtCaseRow {
  row: number;
  case_key: string;
}

/**
 * A page of what is in force, after row `after` in the order of the store; `next` is null on the last.
 * @param edition sequence of the edition whose records they are; null: of the newest
 */
export async function exportCases(
  db: D1Database,
  after: number,
  limit: number,
  edition: number | null = null,
): Promise<{ cases: CourtCase[]; next: number | null }> {
  const { results } = await db
    .prepare(
      `SELECT rowid AS row, case_key, ${COURT_CASE_COLUMNS}
       FROM case_version WHERE ${edition === null ? "until_edition IS NULL AND ?3 IS NULL" : "since_edition <= ?3 AND (until_edition IS NULL OR until_edition > ?3)"} AND outcome <> '${WITHDRAWN}' AND rowid > ?1 ORDER BY rowid LIMIT ?2`,
    )
    .bind(after, limit, edition)
    .all<ExportRow>();
  const cases = results.map(({ row: _, case_key, ...version }) => toCourtCase(version, case_key));
  return { cases, next: results.length === limit ? (results.at(-1)?.row ?? null) : null };
}
