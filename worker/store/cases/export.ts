import type { CourtCase } from "../../contract/court-case.ts";
import { COURT_CASE_COLUMNS, WITHDRAWN } from "./columns.ts";
import { type CourtCaseRow, toCourtCase } from "./court-case-row.ts";

interface ExportRow extends CourtCaseRow {
  row: number;
}

/** A page of what is in force, after row `after` in the order of the store; `next` is null on the last. */
export async function exportCases(
  db: D1Database,
  after: number,
  limit: number,
): Promise<{ cases: CourtCase[]; next: number | null }> {
  const { results } = await db
    .prepare(
      `SELECT rowid AS row, ${COURT_CASE_COLUMNS}
       FROM case_version WHERE until_edition IS NULL AND outcome <> '${WITHDRAWN}' AND rowid > ? ORDER BY rowid LIMIT ?`,
    )
    .bind(after, limit)
    .all<ExportRow>();
  const cases = results.map(({ row, ...version }) => toCourtCase(version));
  return { cases, next: results.length === limit ? (results.at(-1)?.row ?? null) : null };
}
