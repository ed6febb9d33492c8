import type { Batch } from "../contract/imports.ts";
import type { Failure } from "../problem.ts";
import { auditIfChanged } from "../store/audit.ts";
import { sealBatch } from "../store/batches.ts";
import { type Coverage, countCourts, coverageOf, stageVanished } from "../store/cases/staging.ts";

/** A file that holds this share of what is known of its courts and days may be a new reading of them. */
const RESCRAPE_SHARE = 0.5;

/** Closes a batch whose parts are all there; finds what a new reading of the courts' sites no longer has. */
export async function seal(db: D1Database, batch: Batch, actor: string, at: string): Promise<Failure | null> {
  if (batch.state === "sealed") return null;
  if (batch.state !== "open") return { kind: "conflict", detail: `The batch is ${batch.state} already.` };
  if (batch.received.length < batch.parts) {
    const detail = `Only ${batch.received.length} of ${batch.parts} parts have arrived. Stage the file again to go on.`;
    return { kind: "conflict", detail };
  }
  const { id, kind, mode, parts, read_on } = batch;
  const found = kind === "cases" ? await whatIsMissed(db, batch) : [];
  const line = auditIfChanged(db, at, actor, "stage", id, { kind, mode, parts, read_on });
  await db.batch([...found, sealBatch(db, id), line]);
  return null;
}

async function whatIsMissed(db: D1Database, batch: Batch): Promise<D1PreparedStatement[]> {
  const vanished = (await readsAnew(db, batch)) ? [stageVanished(db, batch.id, batch.read_on)] : [];
  return [...vanished, countCourts(db, batch.id)];
}

async function readsAnew(db: D1Database, batch: Batch): Promise<boolean> {
  if (batch.mode !== "auto") return batch.mode === "complete";
  return isRescrape(await coverageOf(db, batch.id));
}

/**
 * Whether a file reads the courts' sites anew, so that what it lacks has vanished: it holds most of what is known of
 * its courts and days, and most of that as it was. A file that changes what it holds is a correction.
 */
export function isRescrape({ known, matched, same, changed }: Coverage): boolean {
  return known > 0 && matched >= known * RESCRAPE_SHARE && same > changed;
}
