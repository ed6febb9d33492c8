import type { HeadlineChange } from "../../contract/headline-change.ts";
import type { FileProvenance } from "../../contract/imports.ts";
import type { Objection } from "../../contract/objection.ts";
import type { RunProblem, SourceRun } from "../../contract/sources.ts";

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

function toOpen({ table_read, ...run }: Stored): OpenRun {
  return { ...run, table: table_read === null ? null : JSON.parse(table_read) };
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

/** What a source's run that ended well leaves with it. */
export function rememberTable(
  db: D1Database,
  source: string,
  table: SeenTable | null,
  nextRunAt: string,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE source SET next_run_at = ?2, failures = 0, failing_since = NULL,
         etag = iif(?6, ?3, etag), last_modified = iif(?6, ?4, last_modified), content = coalesce(?5, content)
       WHERE slug = ?1`,
    )
    .bind(
      source,
      nextRunAt,
      table?.etag ?? null,
      table?.lastModified ?? null,
      table?.sha256 ?? null,
      Number(table !== null),
    );
}

/** What a source's run that failed leaves with it. */
export function rememberFailure(
  db: D1Database,
  source: string,
  { failures, failingSince, nextRunAt }: { failures: number; failingSince: string | null; nextRunAt: string },
): D1PreparedStatement {
  return db
    .prepare("UPDATE source SET next_run_at = ?2, failures = ?3, failing_since = ?4 WHERE slug = ?1")
    .bind(source, nextRunAt, failures, failingSince);
}

export function putPart(db: D1Database, run: string, number: number, body: string): D1PreparedStatement {
  return db
    .prepare("INSERT OR REPLACE INTO source_part (run_id, number, body) VALUES (?, ?, ?)")
    .bind(run, number, body);
}

export async function readPart(db: D1Database, run: string, number: number): Promise<string | null> {
  const row = await db
    .prepare("SELECT body FROM source_part WHERE run_id = ? AND number = ?")
    .bind(run, number)
    .first<{ body: string }>();
  return row?.body ?? null;
}

export function dropParts(db: D1Database, run: string): D1PreparedStatement {
  return db.prepare("DELETE FROM source_part WHERE run_id = ?").bind(run);
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

/** A run that has got further keeps its lease. */
export function renewLease(db: D1Database, id: string, until: string): D1PreparedStatement {
  return db
    .prepare("UPDATE source_run SET leased_until = ?, attempts = 0 WHERE id = ? AND ended_at IS NULL")
    .bind(until, id);
}

/** Runs that have not ended are dropped where their source is set otherwise: they read what isn't meant any more. */
export function dropOpenRuns(db: D1Database, source: string): D1PreparedStatement[] {
  const open = "SELECT id FROM source_run WHERE source = ? AND ended_at IS NULL";
  return [
    db.prepare(`DELETE FROM source_part WHERE run_id IN (${open})`).bind(source),
    db.prepare("DELETE FROM source_run WHERE source = ? AND ended_at IS NULL").bind(source),
  ];
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

const RUN = `SELECT source_run.id, source, started_at, ended_at, asked_by,
    CASE WHEN source_run.state = 'held' AND batch.state IN ('published', 'discarded') THEN batch.state
      ELSE source_run.state END AS state,
    table_read ->> '$.provenance.rows' AS rows, source_run.batch_id AS batch, edition.id AS edition, problem
  FROM source_run LEFT JOIN batch ON batch.id = source_run.batch_id
    LEFT JOIN edition ON edition.batch_id = source_run.batch_id`;

type RunRow = Omit<SourceRun, "problem"> & { problem: string | null };

function toRun({ problem, ...run }: RunRow): SourceRun {
  return { ...run, problem: problem === null ? null : JSON.parse(problem) };
}

export async function readRun(db: D1Database, id: string): Promise<SourceRun | null> {
  const row = await db.prepare(`${RUN} WHERE source_run.id = ?`).bind(id).first<RunRow>();
  return row && toRun(row);
}

/** A source's runs, newest first. */
export async function listRuns(db: D1Database, source: string, limit: number): Promise<SourceRun[]> {
  const { results } = await db
    .prepare(`${RUN} WHERE source = ? ORDER BY started_at DESC, source_run.id DESC LIMIT ?`)
    .bind(source, limit)
    .all<RunRow>();
  return results.map(toRun);
}

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
  return results.map(({ review, ...row }) => ({ ...row, review: JSON.parse(review) }));
}

/** Runs of long ago, but the newest of each source and what still waits: their log ends after three months. */
export function forgetRuns(db: D1Database, before: string): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM source_run WHERE ended_at < ? AND state IN ('nothing-new', 'failed', 'replaced')
         AND id NOT IN (SELECT id FROM source_run AS newest WHERE newest.source = source_run.source
           ORDER BY started_at DESC LIMIT 1)`,
    )
    .bind(before);
}
