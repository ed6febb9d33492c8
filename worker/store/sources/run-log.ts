import type { RunProblem, SourceRun } from "../../contract/sources.ts";
import { isObject, orElse, storedJson } from "../spoilt.ts";

const RUN = `SELECT source_run.id, source, started_at, ended_at, asked_by,
    CASE WHEN source_run.state = 'held' AND batch.state IN ('published', 'discarded') THEN batch.state
      ELSE source_run.state END AS state,
    iif(json_valid(table_read), table_read ->> '$.provenance.rows', NULL) AS rows, source_run.batch_id AS batch, edition.id AS edition, problem
  FROM source_run LEFT JOIN batch ON batch.id = source_run.batch_id
    LEFT JOIN edition ON edition.batch_id = source_run.batch_id`;

/** Why a run failed; one that was spoilt hides none of the others. */
export function toProblem(text: string | null, of: string): RunProblem | null {
  if (text === null) return null;
  const isReason = (value: unknown) => isObject(value) && typeof value.code === "string";
  return orElse(() => storedJson<RunProblem>(text, `${of}, problem`, "a reason as JSON", isReason), UNKNOWN);
}

const UNKNOWN: RunProblem = { code: "internal", text: "The reason was spoilt in the database." };

type RunRow = Omit<SourceRun, "problem"> & { problem: string | null };

function toRun({ problem, ...run }: RunRow): SourceRun {
  return { ...run, problem: toProblem(problem, `Run ${run.id}`) };
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
