import { toReview } from "./sources/held-review.ts";
import type { HeldReview } from "./sources/runs.ts";

/** A batch that the desk's machine left for a person. */
export interface HoldRow {
  batch: string;
  held_at: string;
  held_by: string;
  review: HeldReview;
}

/** Under embargo a batch waits for its hour, and for nobody. */
const WAITS =
  "batch.state = 'sealed' AND batch.id NOT IN (SELECT batch_id FROM embargo WHERE problem IS NULL)";

/** Leaves a sealed batch for a person; one that was left before is looked at anew. */
export function putHold(db: D1Database, row: HoldRow & { own_host: string }): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO hold (batch_id, held_at, held_by, own_host, review)
       SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 FROM batch WHERE id = ?1 AND state = 'sealed')
       ON CONFLICT (batch_id) DO UPDATE SET review = ?5`,
    )
    .bind(row.batch, row.held_at, row.held_by, row.own_host, JSON.stringify(row.review));
}

/** What waits for a person, newest first. */
export async function listHolds(db: D1Database): Promise<HoldRow[]> {
  const { results } = await db
    .prepare(
      `SELECT batch_id AS batch, held_at, held_by, review FROM hold JOIN batch ON batch.id = batch_id
       WHERE ${WAITS} ORDER BY held_at DESC`,
    )
    .all<Omit<HoldRow, "review"> & { review: string }>();
  return results.map(({ review, ...row }) => ({ ...row, review: toReview(review, row.batch) }));
}

/**
 * What a batch takes the place of: batches that the same holder left before, if all that they name is in it. What only
 * an earlier one names would be lost, so that one waits on.
 */
export async function replacedBy(db: D1Database, batch: string, heldBy: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT batch.id FROM hold JOIN batch ON batch.id = batch_id
       WHERE held_by = ?2 AND batch.id <> ?1 AND ${WAITS}
         AND batch.kind = (SELECT kind FROM batch WHERE id = ?1)
         AND NOT EXISTS (
           SELECT 1 FROM batch_case AS earlier WHERE earlier.batch_id = batch.id AND earlier.change <> 'vanished'
             AND NOT EXISTS (SELECT 1 FROM batch_case AS later WHERE later.batch_id = ?1
               AND later.case_key = earlier.case_key AND later.defendant = earlier.defendant
               AND later.change <> 'vanished'))`,
    )
    .bind(batch, heldBy)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}
