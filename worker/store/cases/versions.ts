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
    dateVerdicts(db, batchId, watchedSince, readOn),
    db
      .prepare(
        `UPDATE case_version SET until_edition = ?2 WHERE rowid IN (
           SELECT known.rowid FROM batch_case AS staged
           JOIN case_version AS known
             ON known.case_key = staged.case_key AND known.defendant = staged.defendant
             AND known.until_edition IS NULL
           WHERE staged.batch_id = ?1 AND staged.change IN ('changed', 'vanished', 'absorbed')
         )`,
      )
      .bind(batchId, sequence),
    db
      .prepare(
        `INSERT INTO case_version (since_edition, ${VERSION_COLUMNS})
         SELECT ?2, ${VERSION_COLUMNS} FROM batch_case
         WHERE batch_id = ?1 AND change NOT IN ('same', 'absorbed')`,
      )
      .bind(batchId, sequence),
    db.prepare(INSERT_NAMES).bind(batchId),
  ];
}

/**
 * When the desk first saw each staged verdict: the file's own date, if it isn't before the verdict; else the day of the
 * reading that brings it, if the desk was watching by then; else nobody knows (a backfill).
 */
export function dateVerdicts(
  db: D1Database,
  batchId: string,
  watchedSince: string | null,
  readOn: string,
): D1PreparedStatement {
  return db
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
    .bind(batchId, watchedSince, readOn);
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
  ];
}

/**
 * By which names cases are found: their УИД, and court + number for each number that they or their cards have. A name
 * is never taken away: one that leads to a case which no longer has it is found out when the cards are sorted.
 */
const INSERT_NAMES = `
  WITH staged AS (SELECT * FROM batch_case WHERE batch_id = ?1 AND change NOT IN ('same', 'absorbed'))
  INSERT OR IGNORE INTO case_name (name, case_key)
  SELECT case_uid, case_key FROM staged WHERE case_uid IS NOT NULL
  UNION SELECT court_code || '|' || case_number, case_key FROM staged
  UNION SELECT court_code || '|' || number.value, case_key FROM staged, json_each(earlier_numbers) AS number
  UNION SELECT card.value ->> 'court_code' || '|' || (card.value ->> 'case_number'), case_key
    FROM staged, json_each(cards) AS card
  UNION SELECT card.value ->> 'court_code' || '|' || number.value, case_key
    FROM staged, json_each(cards) AS card, json_each(card.value, '$.earlier_numbers') AS number`;
