/** Which records are counted: those of an edition (null: the newest), or those of the cases that a staged batch touches. */
export type Counted = number | null | Touched;

/** The touched cases whole, with all their defendants: as they are in force, or as the batch would leave them. */
export interface Touched {
  batch: string;
  as: "in force" | "staged";
}

const COUNTED_COLUMNS = `case_key, defendant, scope, service, sentence, court_code, received_court, received_week,
  received_on, decided_week, decided_on, outcome, removed_on, verdict_seen_day`;

/** The records, for a FROM. The newest edition's are read by index; an earlier one's are found in the history. */
export function recordsOf(counted: Counted, index = ""): string {
  if (counted === null) return `case_version ${index} WHERE until_edition IS NULL`;
  if (typeof counted === "number") {
    return `case_version
      WHERE since_edition <= ${counted} AND (until_edition IS NULL OR until_edition > ${counted})`;
  }
  const batch = quoted(counted.batch);
  const inForce = `SELECT ${COUNTED_COLUMNS} FROM (${touchedBy(counted.batch)}) AS touched
    CROSS JOIN case_version AS known INDEXED BY case_in_force USING (case_key) WHERE known.until_edition IS NULL`;
  if (counted.as === "in force") return `(${inForce}) AS counted WHERE true`;
  return `(
    ${inForce} AND NOT EXISTS (
      SELECT 1 FROM batch_case AS staged WHERE batch_id = ${batch} AND change <> 'same'
        AND staged.case_key = known.case_key AND staged.defendant = known.defendant
    )
    UNION ALL
    SELECT ${COUNTED_COLUMNS} FROM batch_case
    WHERE batch_id = ${batch} AND change NOT IN ('same', 'absorbed')
  ) AS counted WHERE true`;
}

/** The lasting names of the cases that a batch touches, for a FROM or an IN. */
export function touchedBy(batch: string): string {
  return `SELECT DISTINCT case_key FROM batch_case WHERE batch_id = ${quoted(batch)} AND change <> 'same'`;
}

function quoted(batch: string): string {
  return `'${batch.replace(/[^0-9a-f]/g, "")}'`;
}
