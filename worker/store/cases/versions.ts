import { CASE_COLUMNS } from "./columns.ts";

const VERSION_COLUMNS = `case_key, defendant, ${CASE_COLUMNS}, verdict_seen_on, verdict_seen_day`;

/**
 * The statements that put a batch's staged cases in force: date the verdicts, end the versions that change,
 * begin their successors. For a transaction whose first statement is `insertEdition`.
 * @param watchedSince first day of the desk's unbroken watch; null while it isn't watching
 * @param readOn Moscow date on which the courts' sites were read
 */
export function publishCases(
  db: D1Database,
  batchId: string,
  sequence: number,
  watchedSince: string | null,
  readOn: string,
): D1PreparedStatement[] {
  return [
    // When the desk first saw a verdict: the file's own date, if it isn't before the verdict; else the day of
    // the reading that brings it, if the desk was watching by then; else nobody knows (a backfill).
    db
      .prepare(
        `UPDATE batch_case SET verdict_seen_on = seen.day, verdict_seen_day = seen.number
         FROM (
           SELECT case_key, defendant, day, CAST(julianday(day) - 2440591.5 AS INTEGER) AS number
           FROM (
             SELECT staged.case_key, staged.defendant,
               CASE
                 WHEN known.outcome = 'convicted' THEN known.verdict_seen_on
                 WHEN staged.first_seen_on >= staged.decided_on THEN staged.first_seen_on
                 WHEN staged.decided_on >= ?2 THEN ?3
               END AS day
             FROM batch_case AS staged
             LEFT JOIN case_version AS known
               ON known.case_key = staged.case_key AND known.defendant = staged.defendant
               AND known.until_edition IS NULL
             WHERE staged.batch_id = ?1 AND staged.change <> 'same'
               AND staged.outcome = 'convicted' AND staged.decided_on IS NOT NULL
           )
         ) AS seen
         WHERE batch_id = ?1 AND batch_case.case_key = seen.case_key AND batch_case.defendant = seen.defendant`,
      )
      .bind(batchId, watchedSince, readOn),
    db
      .prepare(
        `UPDATE case_version SET until_edition = ?2 WHERE rowid IN (
           SELECT known.rowid FROM batch_case AS staged
           JOIN case_version AS known
             ON known.case_key = staged.case_key AND known.defendant = staged.defendant
             AND known.until_edition IS NULL
           WHERE staged.batch_id = ?1 AND staged.change IN ('changed', 'vanished')
         )`,
      )
      .bind(batchId, sequence),
    db
      .prepare(
        `INSERT INTO case_version (since_edition, ${VERSION_COLUMNS})
         SELECT ?2, ${VERSION_COLUMNS} FROM batch_case WHERE batch_id = ?1 AND change <> 'same'`,
      )
      .bind(batchId, sequence),
    db.prepare(insertAliases("batch_case", "batch_id = ?1 AND change <> 'same'")).bind(batchId),
  ];
}

/** The statements that bring back the state of an earlier edition as edition `sequence`. */
export function revertCases(db: D1Database, to: number, sequence: number): D1PreparedStatement[] {
  return [
    db
      .prepare(
        "UPDATE case_version SET until_edition = ?2 WHERE until_edition IS NULL AND since_edition > ?1",
      )
      .bind(to, sequence),
    db
      .prepare(
        `INSERT INTO case_version (since_edition, ${VERSION_COLUMNS})
         SELECT ?2, ${VERSION_COLUMNS} FROM case_version
         WHERE since_edition <= ?1 AND until_edition > ?1 AND until_edition <= ?2`,
      )
      .bind(to, sequence),
    // By which names a case is known is taken back with it.
    db.prepare(`DELETE FROM case_alias WHERE case_key IN (${TOUCHED})`).bind(sequence),
    db
      .prepare(insertAliases("case_version", `until_edition IS NULL AND case_key IN (${TOUCHED})`))
      .bind(sequence),
  ];
}

/** The cases that edition `?1` began or ended a version of. */
const TOUCHED = "SELECT case_key FROM case_version WHERE since_edition = ?1 OR until_edition = ?1";

/** The names of cases: their УИД, and court + number for each number they were registered under. */
function insertAliases(table: "batch_case" | "case_version", condition: string): string {
  return `
    INSERT INTO case_alias (alias, case_key, case_uid)
    SELECT alias, case_key, case_uid FROM (
      SELECT case_uid AS alias, case_key, case_uid FROM ${table} WHERE ${condition} AND case_uid IS NOT NULL
      UNION ALL
      SELECT court_code || '|' || case_number, case_key, case_uid FROM ${table} WHERE ${condition}
      UNION ALL
      SELECT court_code || '|' || number.value, case_key, case_uid
      FROM ${table}, json_each(earlier_numbers) AS number WHERE ${condition}
    )
    WHERE true
    ON CONFLICT (alias) DO UPDATE SET case_uid = coalesce(case_alias.case_uid, excluded.case_uid)`;
}
