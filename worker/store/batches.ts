import type { Batch, BatchRequest } from "../contract/imports.ts";
import { nameless } from "../domain/nameless.ts";
import { areDays } from "./days.ts";
import { isObjects, storedJson } from "./spoilt.ts";

interface BatchRow extends Omit<Batch, "provenance" | "received" | "covers"> {
  provenance: string;
  covers: string | null;
  received: string;
}

const SELECT = `SELECT id, kind, state, created_at, created_by, base, mode, read_on, parts, provenance, covers,
  (SELECT json_group_array(number) FROM (SELECT number FROM batch_part WHERE batch_id = batch.id ORDER BY number))
    AS received
  FROM batch`;

/** For statements that write into the batch `?1`: it may have been sealed since it was looked at. */
export const IS_OPEN = "EXISTS (SELECT 1 FROM batch WHERE id = ?1 AND state = 'open')";

/** Opens a batch, or leaves the one that is there as it is; a discarded one is opened again. */
export function openBatch(
  db: D1Database,
  id: string,
  base: number,
  request: BatchRequest & { read_on: string },
  at: string,
  actor: string,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO batch (id, kind, state, created_at, created_by, base, mode, read_on, parts, provenance, covers)
       VALUES (?1, ?2, 'open', ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
       ON CONFLICT (id) DO UPDATE SET state = 'open' WHERE state = 'discarded'`,
    )
    .bind(
      id,
      request.kind,
      at,
      actor,
      base,
      request.mode,
      request.read_on,
      request.parts,
      JSON.stringify(request.provenance.map(nameless)),
      request.covers ? JSON.stringify(request.covers) : null,
    );
}

export async function readBatch(db: D1Database, id: string): Promise<Batch | null> {
  const row = await db.prepare(`${SELECT} WHERE id = ?`).bind(id).first<BatchRow>();
  return row && toBatch(row);
}

/** The newest batches first. */
export async function listBatches(db: D1Database, limit: number): Promise<Batch[]> {
  const { results } = await db
    .prepare(`${SELECT} ORDER BY created_at DESC LIMIT ?`)
    .bind(limit)
    .all<BatchRow>();
  return results.map(toBatch);
}

/** For a part's transaction: notes that it has arrived, unless the batch has been closed. */
export function receivePart(db: D1Database, id: string, number: number, at: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT OR REPLACE INTO batch_part (batch_id, number, received_at) SELECT ?1, ?2, ?3 WHERE ${IS_OPEN}`,
    )
    .bind(id, number, at);
}

/** A sealed batch takes no more parts and can be published. */
export function sealBatch(db: D1Database, id: string): D1PreparedStatement {
  return db.prepare("UPDATE batch SET state = 'sealed' WHERE id = ? AND state = 'open'").bind(id);
}

/** Changes nothing where the batch is published, however lately, or discarded already. */
export function discardBatch(db: D1Database, id: string): D1PreparedStatement {
  return db
    .prepare("UPDATE batch SET state = 'discarded' WHERE id = ? AND state IN ('open', 'sealed')")
    .bind(id);
}

/** Takes away what a discarded batch held; that of any other stays. */
export function emptyDiscarded(db: D1Database, id: string): D1PreparedStatement[] {
  const discarded = "(SELECT id FROM batch WHERE id = ? AND state = 'discarded')";
  return [
    db.prepare(`DELETE FROM batch_part WHERE batch_id = ${discarded}`).bind(id),
    db.prepare(`DELETE FROM batch_case WHERE batch_id = ${discarded}`).bind(id),
    db.prepare(`DELETE FROM figure WHERE ledger_id = ${discarded}`).bind(id),
    db.prepare(`DELETE FROM prints WHERE subject = ${discarded}`).bind(id),
  ];
}

/** @throws SpoiltData */
function toBatch(row: BatchRow): Batch {
  const { provenance, received, covers, ...batch } = row;
  const list = <Value>(text: string, column: string, fits: (value: unknown) => boolean) =>
    storedJson<Value>(text, `Batch ${batch.id}, ${column}`, "a list as JSON", fits);
  return {
    ...batch,
    provenance: list(provenance, "provenance", isObjects),
    received: JSON.parse(received),
    ...(covers !== null && { covers: list(covers, "covers", areDays) }),
  };
}
