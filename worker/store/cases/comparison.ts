import type { ComparedCase } from "../../domain/compared-case.ts";

/** Cases in one answer of D1: about a megabyte. */
const PAGE_SIZE = 4_000;

interface ComparedRow {
  case_key: string;
  change: ComparedCase["change"];
  court_code: string;
  before: string | null;
  after: string;
}

const standing = (table: string) => `json_object('scope', ${table}.scope, 'outcome', ${table}.outcome,
  'received_week', ${table}.received_week, 'decided_week', ${table}.decided_week)`;

/** The staged cases `?1` of a page, `?2` to `?3`, that would change, and the other defendants of their cases. */
const COMPARED = `
  WITH staged AS (SELECT * FROM batch_case WHERE batch_id = ?1 AND case_key > ?2 AND case_key <= ?3)
  SELECT staged.case_key AS case_key, staged.change AS change, staged.court_code AS court_code,
    CASE WHEN known.rowid IS NOT NULL THEN ${standing("known")} END AS before, ${standing("staged")} AS after
  FROM staged LEFT JOIN case_version AS known
    ON known.case_key = staged.case_key AND known.defendant = staged.defendant AND known.until_edition IS NULL
  WHERE staged.change <> 'same'
  UNION ALL
  SELECT known.case_key, 'untouched', known.court_code, ${standing("known")}, ${standing("known")}
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
  return { ...row, before: before === null ? null : JSON.parse(before), after: JSON.parse(after) };
}
