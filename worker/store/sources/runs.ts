import type { HeadlineChange } from "../../contract/headline-change.ts";
import type { FileProvenance } from "../../contract/imports.ts";
import type { Objection } from "../../contract/objection.ts";
import type { RunProblem } from "../../contract/sources.ts";
import { isObject, orElse, storedJson } from "../spoilt.ts";

export type RunStep = "fetch" | "stage" | "review";

/** By what a table is known again. */
export interface SeenTable {
  etag: string | null;
  lastModified: string | null;
  sha256: string;
}

/** What a run has fetched, but its rows. */
export interface TableMeta {
  kind: "ledger" | "cases";
  content: string;
  parts: number;
  provenance: FileProvenance;
  seen: SeenTable;
  /** Moscow date on which it was read. */
  readOn: string;
}

/** Why an edition is held, and what readers would see. */
export interface HeldReview {
  guard: Objection[];
  headline: HeadlineChange | null;
}

/** A run that has not ended. */
export interface OpenRun {
  id: string;
  source: string;
  asked_by: string;
  started_at: string;
  step: RunStep;
  table: TableMeta | null;
  batch_id: string | null;
  /** Times that it was taken up since it last got further. */
  attempts: number;
}

export interface RunEnd {
  state: "nothing-new" | "published" | "held" | "failed";
  review?: HeldReview;
  problem?: RunProblem;
}

type Stored = Omit<OpenRun, "table"> & { table_read: string | null };

const OPEN = "SELECT id, source, asked_by, started_at, step, table_read, batch_id, attempts FROM source_run";

/** A run whose notes of its table are spoilt fetches it anew. */
function toOpen({ table_read, ...run }: Stored): OpenRun {
  const read = (text: string) =>
    storedJson<TableMeta>(text, `Run ${run.id}, table_read`, "a table's notes as JSON", isMeta);
  const table = table_read === null ? null : orElse<TableMeta | null>(() => read(table_read), null);
  return { ...run, table, step: table ? run.step : "fetch" };
}

function isMeta(value: unknown): boolean {
  return (
    isObject(value) && isObject(value.provenance) && isObject(value.seen) && Number.isInteger(value.parts)
  );
}

/** Begins a run, unless one is under way: the index lets a source have one alone. */
export function beginRun(
  db: D1Database,
  run: { id: string; source: string; askedBy: string; at: string },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO source_run (id, source, asked_by, started_at, step, state)
       SELECT ?1, ?2, ?3, ?4, 'fetch', 'running' WHERE EXISTS (SELECT 1 FROM source WHERE slug = ?2)
       ON CONFLICT DO NOTHING`,
    )
    .bind(run.id, run.source, run.askedBy, run.at);
}

/** Runs that have not ended and that nobody is at. */
export async function idleRuns(db: D1Database, now: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      "SELECT id FROM source_run WHERE ended_at IS NULL AND (leased_until IS NULL OR leased_until <= ?) ORDER BY started_at",
    )
    .bind(now)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** Takes a run for oneself until then. @returns null where somebody else is at it, or it has ended */
export async function leaseRun(
  db: D1Database,
  id: string,
  now: string,
  until: string,
): Promise<OpenRun | null> {
  const { meta } = await db
    .prepare(
      `UPDATE source_run SET leased_until = ?3, attempts = attempts + 1
       WHERE id = ?1 AND ended_at IS NULL AND (leased_until IS NULL OR leased_until <= ?2)`,
    )
    .bind(id, now, until)
    .run();
  return meta.changes === 1 ? readOpenRun(db, id) : null;
}

/** The run of a source that has not ended. */
export async function openRunOf(db: D1Database, source: string): Promise<string | null> {
  const row = await db
    .prepare("SELECT id FROM source_run WHERE source = ? AND ended_at IS NULL")
    .bind(source)
    .first<{ id: string }>();
  return row?.id ?? null;
}

/** A run, as far as it has come; null: it has ended. */
export async function readOpenRun(db: D1Database, id: string): Promise<OpenRun | null> {
  const row = await db.prepare(`${OPEN} WHERE id = ? AND ended_at IS NULL`).bind(id).first<Stored>();
  return row && toOpen(row);
}

/** Goes on to the next step, or back to one. */
export function stepRun(
  db: D1Database,
  id: string,
  step: RunStep,
  { table, batch }: { table?: TableMeta; batch?: string },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE source_run SET step = ?2, attempts = 0, table_read = coalesce(?3, table_read), batch_id = coalesce(?4, batch_id)
       WHERE id = ?1 AND ended_at IS NULL`,
    )
    .bind(id, step, table ? JSON.stringify(table) : null, batch ?? null);
}

/** A run that has got further keeps its lease. */
export function renewLease(db: D1Database, id: string, until: string): D1PreparedStatement {
  return db
    .prepare("UPDATE source_run SET leased_until = ?, attempts = 0 WHERE id = ? AND ended_at IS NULL")
    .bind(until, id);
}

export function endRun(
  db: D1Database,
  id: string,
  at: string,
  { state, review, problem }: RunEnd,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE source_run SET state = ?3, ended_at = ?2, leased_until = NULL, review = ?4, problem = ?5
       WHERE id = ?1 AND ended_at IS NULL`,
    )
    .bind(id, at, state, review ? JSON.stringify(review) : null, problem ? JSON.stringify(problem) : null);
}

/** Runs that have not ended are dropped where their source is set otherwise: they read what isn't meant any more. */
export function dropOpenRuns(db: D1Database, source: string): D1PreparedStatement[] {
  const open = "SELECT id FROM source_run WHERE source = ? AND ended_at IS NULL";
  return [
    db.prepare(`DELETE FROM source_part WHERE run_id IN (${open})`).bind(source),
    db.prepare("DELETE FROM source_run WHERE source = ? AND ended_at IS NULL").bind(source),
  ];
}
