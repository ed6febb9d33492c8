import type { EmbargoFault } from "../contract/embargo.ts";
import { isInstant } from "../domain/calendar.ts";

/** A batch that waits for its hour, as it is stored. */
export interface EmbargoRow {
  batch_id: string;
  until: string;
  note: string;
  override_reason: string | null;
  set_at: string;
  set_by: string;
  problem: string | null;
  problem_code: EmbargoFault | null;
}

/** Of batches that are out, or gone, nothing waits any more. */
const WAITING = `SELECT embargo.* FROM embargo JOIN batch ON batch.id = batch_id WHERE batch.state = 'sealed'`;

/** Sets the hour, anew where one is set; of a batch that isn't sealed nothing. */
export function setEmbargo(
  db: D1Database,
  row: Omit<EmbargoRow, "problem" | "problem_code">,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO embargo (batch_id, until, note, override_reason, set_at, set_by)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE EXISTS (SELECT 1 FROM batch WHERE id = ?1 AND state = 'sealed')
       ON CONFLICT (batch_id) DO UPDATE SET until = ?2, note = ?3, override_reason = ?4, set_at = ?5, set_by = ?6,
         problem = NULL, problem_code = NULL`,
    )
    .bind(row.batch_id, row.until, row.note, row.override_reason, row.set_at, row.set_by);
}

export function liftEmbargo(db: D1Database, batch: string): D1PreparedStatement {
  return db.prepare("DELETE FROM embargo WHERE batch_id = ?").bind(batch);
}

export function failEmbargo(
  db: D1Database,
  batch: string,
  { code, text }: { code: EmbargoFault; text: string },
): D1PreparedStatement {
  return db
    .prepare("UPDATE embargo SET problem = ?, problem_code = ? WHERE batch_id = ?")
    .bind(text, code, batch);
}

export async function listEmbargoes(db: D1Database): Promise<EmbargoRow[]> {
  return (await db.prepare(`${WAITING} ORDER BY until, batch_id`).all<EmbargoRow>()).results;
}

export async function readEmbargo(db: D1Database, batch: string): Promise<EmbargoRow | null> {
  return db.prepare(`${WAITING} AND batch_id = ?`).bind(batch).first<EmbargoRow>();
}

/**
 * Those whose hour has come, and of which it isn't known yet that they can't be published; with those whose hour is none
 * any more, which mustn't go out before it.
 */
export async function dueEmbargoes(
  db: D1Database,
  now: string,
): Promise<(EmbargoRow & { hour: "come" | "spoilt" })[]> {
  const due = `${WAITING} AND problem IS NULL ORDER BY until, batch_id`;
  const { results } = await db.prepare(due).all<EmbargoRow>();
  return results.flatMap((row) => {
    // Whoever set it set it ahead.
    if (!isInstant(row.until) || row.until <= row.set_at) return { ...row, hour: "spoilt" as const };
    return row.until <= now ? { ...row, hour: "come" as const } : [];
  });
}
