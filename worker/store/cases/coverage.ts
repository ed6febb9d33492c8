/** How many records are in force of these courts within these days (of the verdict, else of the receipt). */
export async function countKnown(
  db: D1Database,
  courts: readonly string[],
  first: string,
  last: string,
): Promise<number> {
  const row = await db
    .prepare(
      `SELECT count(*) AS known FROM json_each(?1) AS court
       JOIN case_version INDEXED BY court_in_force
         ON court_code = court.value AND coalesce(decided_on, received_on) BETWEEN ?2 AND ?3
       WHERE until_edition IS NULL AND removed_on IS NULL`,
    )
    .bind(JSON.stringify(courts), first, last)
    .first<{ known: number }>();
  return row?.known ?? 0;
}

/** Of how many of the recent imports a court was part, and with how many cases in all. */
export interface CourtReports {
  court: string;
  imports: number;
  cases: number;
}

/** The courts of the last published imports. A few rows of one court or two say nothing of absent ones. */
export async function recentReports(db: D1Database, imports: number): Promise<CourtReports[]> {
  const { results } = await db
    .prepare(
      `WITH recent AS (
         SELECT batch.id FROM edition JOIN batch ON batch.id = edition.batch_id
         WHERE batch.kind = 'cases' AND (
           batch.mode <> 'partial' OR (SELECT count(*) FROM batch_court WHERE batch_id = batch.id) > 2
         ) ORDER BY edition.sequence DESC LIMIT ?
       )
       SELECT court_code AS court, count(*) AS imports, sum(cases) AS cases
       FROM batch_court WHERE batch_id IN recent GROUP BY court_code ORDER BY court_code`,
    )
    .bind(imports)
    .all<CourtReports>();
  return results;
}

/** The courts that a sealed batch has cases of. */
export async function courtsOf(db: D1Database, batchId: string): Promise<string[]> {
  const { results } = await db
    .prepare("SELECT court_code FROM batch_court WHERE batch_id = ?")
    .bind(batchId)
    .all<{ court_code: string }>();
  return results.map(({ court_code }) => court_code);
}
