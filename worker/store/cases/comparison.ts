import type { NumberTwice, UncoveredRecord } from "../../contract/changes.ts";
import type { ComparedCase } from "../../domain/compared-case.ts";
import { type Coverage, UNCOVERED_A_WEEK } from "../../domain/records/coverage.ts";

/** Cases in one answer of D1: about a megabyte. */
const PAGE_SIZE = 4_000;

interface ComparedRow {
  case_key: string;
  change: ComparedCase["change"];
  court_code: string;
  case_number: string;
  defendant: number;
  before: string | null;
  after: string | null;
}

const standing = (table: string) => `json_object('scope', ${table}.scope, 'outcome', ${table}.outcome,
  'received_week', ${table}.received_week, 'decided_week', ${table}.decided_week,
  'sentence', ${table}.sentence, 'term_months', ${table}.term_months, 'service', ${table}.service)`;

/** The staged cases `?1` of a page, `?2` to `?3`, that would change, and the other defendants of their cases. */
const COMPARED = `
  WITH staged AS (SELECT * FROM batch_case WHERE batch_id = ?1 AND case_key > ?2 AND case_key <= ?3)
  SELECT staged.case_key AS case_key, staged.change AS change, staged.court_code AS court_code,
    staged.case_number AS case_number, staged.defendant AS defendant,
    CASE WHEN known.rowid IS NOT NULL THEN ${standing("known")} END AS before,
    CASE WHEN staged.change <> 'absorbed' THEN ${standing("staged")} END AS after
  FROM staged LEFT JOIN case_version AS known
    ON known.case_key = staged.case_key AND known.defendant = staged.defendant AND known.until_edition IS NULL
  WHERE staged.change <> 'same'
  UNION ALL
  SELECT known.case_key, 'untouched', known.court_code, known.case_number, known.defendant,
    ${standing("known")}, ${standing("known")}
  FROM (SELECT DISTINCT case_key FROM staged WHERE change <> 'same') AS touched
  JOIN case_version AS known ON known.case_key = touched.case_key AND known.until_edition IS NULL
  WHERE NOT EXISTS (
    SELECT 1 FROM staged
    WHERE staged.case_key = known.case_key AND staged.defendant = known.defendant AND staged.change <> 'same'
  )
  ORDER BY 1`;

export async function countSame(db: D1Database, batchId: string): Promise<number> {
  const row = await db
    .prepare("SELECT count(*) AS same FROM batch_case WHERE batch_id = ? AND change = 'same'")
    .bind(batchId)
    .first<{ same: number }>();
  return row?.same ?? 0;
}

/** What a batch would change, in pages that never part the defendants of a case. */
export async function* compareBatch(
  db: D1Database,
  batchId: string,
  pageSize = PAGE_SIZE,
): AsyncGenerator<ComparedCase[]> {
  for (let after = ""; ; ) {
    const last = await db
      .prepare(
        `SELECT max(case_key) AS last FROM (
           SELECT case_key FROM batch_case WHERE batch_id = ? AND case_key > ? ORDER BY case_key LIMIT ?
         )`,
      )
      .bind(batchId, after, pageSize)
      .first<{ last: string | null }>();
    if (!last?.last) return;
    const { results } = await db.prepare(COMPARED).bind(batchId, after, last.last).all<ComparedRow>();
    yield results.map(toCompared);
    after = last.last;
  }
}

function toCompared({ before, after, ...row }: ComparedRow): ComparedCase {
  const read = (standing: string | null) => (standing === null ? null : JSON.parse(standing));
  return { ...row, before: read(before), after: read(after) };
}

/** New and changed records of a batch with this many days or more between receipt and verdict. */
export async function farApart(
  db: D1Database,
  batchId: string,
  days: number,
  limit: number,
): Promise<{ court_code: string; case_number: string; received_on: string; decided_on: string }[]> {
  const { results } = await db
    .prepare(
      `SELECT court_code, case_number, received_on, decided_on FROM batch_case
       WHERE batch_id = ? AND change IN ('new', 'changed') AND outcome <> 'withdrawn'
         AND julianday(decided_on) - julianday(received_on) >= ? ORDER BY case_key, defendant LIMIT ?`,
    )
    .bind(batchId, days, limit)
    .all<{ court_code: string; case_number: string; received_on: string; decided_on: string }>();
  return results;
}

/** New records of a batch whose court's number is in force under another УИД. */
export async function numbersTwice(db: D1Database, batchId: string, limit: number): Promise<NumberTwice[]> {
  const { results } = await db
    .prepare(
      `SELECT DISTINCT staged.court_code AS court, staged.case_number, staged.case_uid, known.case_uid AS known_as
       FROM batch_case AS staged
       JOIN case_name ON case_name.name = staged.court_code || '|' || staged.case_number
       JOIN case_version AS known INDEXED BY case_in_force
         ON known.case_key = case_name.case_key AND known.until_edition IS NULL
         AND known.court_code = staged.court_code AND known.case_number = staged.case_number
       WHERE staged.batch_id = ? AND staged.change = 'new' AND known.case_uid <> staged.case_uid
       ORDER BY 1, 2, 3 LIMIT ?`,
    )
    .bind(batchId, limit)
    .all<NumberTwice>();
  return results;
}

/** New and changed records of a batch whose weeks, for their court, aren't among the days that would be covered. */
export async function uncoveredIn(
  db: D1Database,
  batchId: string,
  { convictions, receipts }: Coverage,
  limit: number,
): Promise<{ records: number; named: UncoveredRecord[] }> {
  const isCovered = (days: string, week: string, court: string) => `EXISTS (
    SELECT 1 FROM json_each(${days}) AS days
    WHERE ${week} BETWEEN ${weekOf("days.value ->> 'start'")} AND ${weekOf("days.value ->> 'end'")}
      AND (days.value ->> 'courts' IS NULL
        OR EXISTS (SELECT 1 FROM json_each(days.value, '$.courts') AS court WHERE court.value = ${court})))`;
  const found = `
    SELECT DISTINCT 'convictions' AS unit, court_code AS court, case_number, decided_on AS day FROM batch_case
    WHERE batch_id = ?1 AND change IN ('new', 'changed') AND outcome = 'convicted' AND scope <> ''
      AND decided_week IS NOT NULL AND NOT ${isCovered("?2", "decided_week", "court_code")}
    UNION ALL
    SELECT DISTINCT 'cases_received', received_court, case_number, received_on FROM batch_case
    WHERE batch_id = ?1 AND change IN ('new', 'changed') AND scope <> '' AND outcome <> 'withdrawn'
      AND received_week IS NOT NULL AND NOT ${isCovered("?3", "received_week", "received_court")}`;
  const { results } = await db
    .prepare(
      `SELECT unit, court, case_number, day, records FROM (
         SELECT *, count(*) OVER () AS records, row_number() OVER (
           PARTITION BY unit, ${weekOf("day")} ORDER BY day, court, case_number
         ) AS place FROM (${found})
       ) WHERE place <= ?4 ORDER BY day, court, case_number, unit LIMIT ?5`,
    )
    .bind(batchId, JSON.stringify(convictions), JSON.stringify(receipts), UNCOVERED_A_WEEK, limit)
    .all<UncoveredRecord & { records: number }>();
  return { records: results[0]?.records ?? 0, named: results.map(({ records: _, ...one }) => one) };
}

/** Index of the week of a date: weeks since Monday 5 January 1970. */
const weekOf = (date: string) => `CAST((julianday(${date}) - 2440591.5) / 7 AS INTEGER)`;
