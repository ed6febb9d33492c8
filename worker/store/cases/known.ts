import type { CourtCase } from "../../contract/court-case.ts";
import { COURT_CASE_COLUMNS } from "./columns.ts";
import { type CourtCaseRow, toCourtCase } from "./court-case-row.ts";

/** By which names a file knows a case. */
export interface FileNames {
  uid: string | null;
  /** Court + number, for each number under which the case was registered, the newest first. */
  numbers: readonly string[];
  /** The name under which the case is kept if the store doesn't know it yet. */
  own: string;
}

/**
 * The case of each row of a part: by its УИД, else by its numbers, the newest first. Two cases with different УИД are
 * two cases, whatever their numbers.
 */
const RESOLVED = `
  file AS MATERIALIZED (SELECT key, value FROM json_each(?1)),
  resolved AS MATERIALIZED (
    SELECT file.key AS place, coalesce(
      (SELECT case_key FROM case_alias WHERE alias = file.value ->> 'uid'),
      (SELECT known.case_key
       FROM json_each(file.value, '$.numbers') AS number JOIN case_alias AS known ON known.alias = number.value
       WHERE known.case_uid IS NULL OR file.value ->> 'uid' IS NULL
       ORDER BY number.key LIMIT 1),
      file.value ->> 'own'
    ) AS case_key
    FROM file
  )`;

/**
 * What is in force of the cases that a part of a file speaks of.
 * @returns the lasting name of each row's case, in the rows' order; and all defendants of these cases, by that name
 */
export async function readKnown(
  db: D1Database,
  names: readonly FileNames[],
): Promise<{ keys: string[]; known: Map<string, CourtCase[]> }> {
  const json = JSON.stringify(names);
  const [resolved, versions] = await db.batch([
    db.prepare(`WITH ${RESOLVED} SELECT case_key FROM resolved ORDER BY place`).bind(json),
    db
      .prepare(
        `WITH ${RESOLVED}
         SELECT case_key, ${COURT_CASE_COLUMNS} FROM (SELECT DISTINCT case_key FROM resolved)
         JOIN case_version USING (case_key) WHERE until_edition IS NULL`,
      )
      .bind(json),
  ]);
  const rows = (versions?.results ?? []) as ({ case_key: string } & CourtCaseRow)[];
  const known = new Map<string, CourtCase[]>();
  for (const { case_key, ...row } of rows) {
    const defendants = known.get(case_key);
    if (defendants) defendants.push(toCourtCase(row));
    else known.set(case_key, [toCourtCase(row)]);
  }
  const keys = (resolved?.results ?? []) as { case_key: string }[];
  return { keys: keys.map(({ case_key }) => case_key), known };
}
