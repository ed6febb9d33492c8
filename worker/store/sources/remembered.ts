import type { SeenTable } from "./runs.ts";

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
