/** Which records are counted: those of an edition (null: the newest), or those that a staged batch would leave in force. */
export type Counted = number | null | { batch: string };

const COUNTED_COLUMNS = `case_key, defendant, scope, service, sentence, court_code, received_court, received_week,
  received_on, decided_week, decided_on, outcome, removed_on, verdict_seen_day`;

/** The records, for a FROM. The newest edition's are read by index; an earlier one's are found in the history. */
export function recordsOf(counted: Counted, index = ""): string {
  if (counted === null) return `case_version ${index} WHERE until_edition IS NULL`;
  if (typeof counted === "number") {
    return `case_version
      WHERE since_edition <= ${counted} AND (until_edition IS NULL OR until_edition > ${counted})`;
  }
  const batch = `'${counted.batch.replace(/[^0-9a-f]/g, "")}'`;
  return `(
    SELECT ${COUNTED_COLUMNS} FROM case_version AS known WHERE until_edition IS NULL AND NOT EXISTS (
      SELECT 1 FROM batch_case AS staged WHERE batch_id = ${batch} AND change <> 'same'
        AND staged.case_key = known.case_key AND staged.defendant = known.defendant
    )
    UNION ALL
    SELECT ${COUNTED_COLUMNS} FROM batch_case
    WHERE batch_id = ${batch} AND change NOT IN ('same', 'absorbed')
  ) AS counted WHERE true`;
}
