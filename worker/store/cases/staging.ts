import type { StagedCase } from "../../domain/staged-case.ts";
import { IS_OPEN } from "../batches.ts";
import { CASE_COLUMNS } from "./columns.ts";

const FIELDS = `case_key, defendant, change, day, ${CASE_COLUMNS}`
  .split(",")
  .map((column) => column.trim() as keyof StagedCase);
const LISTS: readonly string[] = ["earlier_numbers", "articles"];
/** By place, not by name, which is half the work. A list stays JSON, anything else becomes the column's own type. */
const VALUES = FIELDS.map((field, place) => `cells ${LISTS.includes(field) ? "->" : "->>"} ${place}`);

/** With their cards, so many staged cases stay well below the 2 MB that D1 takes in one piece. */
const CASES_A_STATEMENT = 500;

/** Puts cases into the batch, unless it has been closed. Repeating it changes nothing. */
export function insertStaged(
  db: D1Database,
  batchId: string,
  cases: readonly StagedCase[],
): D1PreparedStatement[] {
  const statements: D1PreparedStatement[] = [];
  for (let start = 0; start < cases.length; start += CASES_A_STATEMENT) {
    statements.push(insertSome(db, batchId, cases.slice(start, start + CASES_A_STATEMENT)));
  }
  return statements;
}

function insertSome(db: D1Database, batchId: string, cases: readonly StagedCase[]): D1PreparedStatement {
  // Without MATERIALIZED each row's JSON would be written out anew for each of its columns.
  return db
    .prepare(
      `WITH file AS MATERIALIZED (SELECT value AS cells FROM json_each(?2) WHERE ${IS_OPEN})
       INSERT OR REPLACE INTO batch_case (batch_id, ${FIELDS.join(", ")})
       SELECT ?1, ${VALUES.join(", ")} FROM file`,
    )
    .bind(batchId, JSON.stringify(cases.map((one) => FIELDS.map((field) => one[field]))));
}

/** Which courts and days a batch speaks of, and how much of what is known there it holds. */
export interface Coverage {
  /** In force, of the batch's courts, within the batch's days. */
  known: number;
  /** Of those, also in the batch. */
  matched: number;
  /** Of the batch, as they are in force, and otherwise. */
  same: number;
  changed: number;
}

const WINDOW = `
  courts AS (SELECT DISTINCT court_code FROM batch_case WHERE batch_id = ?1),
  days AS (
    SELECT min(day) AS first, max(day) AS last FROM batch_case WHERE batch_id = ?1
  ),
  known AS (
    SELECT version.rowid AS version, staged.case_key IS NOT NULL AS matched
    FROM courts CROSS JOIN days
    JOIN case_version AS version INDEXED BY court_in_force
      ON version.court_code = courts.court_code
      AND coalesce(version.decided_on, version.received_on) BETWEEN days.first AND days.last
    LEFT JOIN batch_case AS staged
      ON staged.batch_id = ?1 AND staged.case_key = version.case_key AND staged.defendant = version.defendant
    WHERE version.until_edition IS NULL AND version.removed_on IS NULL
  )`;

export async function coverageOf(db: D1Database, batchId: string): Promise<Coverage> {
  const row = await db
    .prepare(
      `WITH ${WINDOW}, staged AS (
         SELECT coalesce(sum(change = 'same'), 0) AS same, coalesce(sum(change IN ('changed', 'absorbed')), 0) AS changed
         FROM batch_case WHERE batch_id = ?1
       )
       SELECT count(version) AS known, coalesce(sum(matched), 0) AS matched, same, changed
       FROM staged LEFT JOIN known`,
    )
    .bind(batchId)
    .first<Coverage>();
  return row ?? { known: 0, matched: 0, same: 0, changed: 0 };
}

/** Adds what a complete dump should have had and hasn't, flagged as removed on the day of the reading. It stays counted. */
export function stageVanished(db: D1Database, batchId: string, readOn: string): D1PreparedStatement {
  const columns = CASE_COLUMNS.replace("removed_on", "?2");
  return db
    .prepare(
      `WITH ${WINDOW}
       INSERT OR REPLACE INTO batch_case (batch_id, case_key, defendant, change, ${CASE_COLUMNS})
       SELECT ?1, case_key, defendant, 'vanished', ${columns}
       FROM case_version WHERE rowid IN (SELECT version FROM known WHERE NOT matched)`,
    )
    .bind(batchId, readOn);
}

/** Notes how many cases of each court the batch has. */
export function countCourts(db: D1Database, batchId: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT OR REPLACE INTO batch_court (batch_id, court_code, cases)
       SELECT batch_id, court_code, count(*) FROM batch_case
       WHERE batch_id = ?1 AND change IN ('new', 'changed', 'same') AND day IS NOT NULL GROUP BY batch_id, court_code`,
    )
    .bind(batchId);
}

/** Staged rows that nobody needs any more: their batch is published or discarded, or another edition came first. */
export function clearStaged(db: D1Database): D1PreparedStatement {
  return db.prepare(
    `DELETE FROM batch_case WHERE batch_id IN (
       SELECT id FROM batch
       WHERE state IN ('published', 'discarded') OR base < (SELECT max(sequence) FROM edition)
     )`,
  );
}
