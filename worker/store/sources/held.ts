import { toReview } from "./held-review.ts";
import type { HeldReview } from "./runs.ts";

export interface HeldRow {
  source: string;
  run: string;
  held_at: string;
  batch: string;
  review: HeldReview;
}

/** What waits for a person, newest first. */
export async function listHeld(db: D1Database): Promise<HeldRow[]> {
  const { results } = await db
    .prepare(
      `SELECT source, source_run.id AS run, ended_at AS held_at, batch_id AS batch, review
       FROM source_run JOIN batch ON batch.id = batch_id
       WHERE source_run.state = 'held' AND batch.state = 'sealed' AND batch.id NOT IN (SELECT batch_id FROM embargo WHERE problem IS NULL)
       ORDER BY ended_at DESC`,
    )
    .all<Omit<HeldRow, "review"> & { review: string }>();
  return results.map(({ review, ...row }) => ({ ...row, review: toReview(review, row.batch) }));
}

/** What a source's earlier runs hold for a person, but this one: the batches that still wait. */
export async function heldBatches(db: D1Database, source: string, but: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT DISTINCT batch.id FROM source_run JOIN batch ON batch.id = source_run.batch_id
       WHERE source = ?1 AND source_run.state = 'held' AND batch.state = 'sealed' AND source_run.id <> ?2
         AND batch.id NOT IN (SELECT batch_id FROM embargo WHERE problem IS NULL)`,
    )
    .bind(source, but)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** Marks what earlier runs of a source hold as replaced; what a person has published or discarded meanwhile isn't. */
export function replaceHeld(db: D1Database, source: string, but: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE source_run SET state = 'replaced' WHERE source = ?1 AND id <> ?2 AND state = 'held'
         AND batch_id IN (SELECT id FROM batch WHERE state = 'sealed' AND batch.id NOT IN (SELECT batch_id FROM embargo WHERE problem IS NULL))`,
    )
    .bind(source, but);
}

/** Whether what a source holds for a person was compared with an edition that is no longer in force. */
export async function hasOutdatedHeld(db: D1Database, source: string): Promise<boolean> {
  const row = await db
    .prepare(
      `SELECT 1 FROM source_run JOIN batch ON batch.id = source_run.batch_id
       WHERE source = ? AND source_run.state = 'held' AND batch.state = 'sealed'
         AND batch.id NOT IN (SELECT batch_id FROM embargo WHERE problem IS NULL)
         AND batch.base < (SELECT max(sequence) FROM edition)`,
    )
    .bind(source)
    .first();
  return row !== null;
}

/** Sources whose held edition was overtaken by another are looked at again at once. */
export function hastenOutdated(db: D1Database, now: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE source SET next_run_at = ?1 WHERE next_run_at > ?1 AND failures = 0 AND slug IN (
         SELECT source_run.source FROM source_run JOIN batch ON batch.id = source_run.batch_id
         WHERE source_run.state = 'held' AND batch.state = 'sealed'
           AND batch.base < (SELECT max(sequence) FROM edition))`,
    )
    .bind(now);
}
