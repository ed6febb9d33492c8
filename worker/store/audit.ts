import type { AuditAction, AuditBody, AuditEntry } from "../contract/audit.ts";
import { isObject, orElse, storedJson } from "./spoilt.ts";

type Line = [
  at: string,
  actor: string,
  action: AuditAction,
  target: string,
  detail?: Record<string, unknown>,
];

/** One line of the audit, for the transaction that makes the change it tells of. */
export function audit(db: D1Database, ...line: Line): D1PreparedStatement {
  return insert(db, line, "true");
}

/** The same, where the statement before it in the transaction changed something. */
export function auditIfChanged(db: D1Database, ...line: Line): D1PreparedStatement {
  return insert(db, line, "changes() > 0");
}

/**
 * A page of the audit, newest first.
 * @param before number of the line that the page before ended with; null: the newest page
 */
export async function listAudit(db: D1Database, before: number | null, limit: number): Promise<AuditBody> {
  const { results } = await db
    .prepare(
      `SELECT id, at, actor AS who, action, target AS subject, detail FROM audit
       WHERE ?1 IS NULL OR id < ?1 ORDER BY id DESC LIMIT ?2`,
    )
    .bind(before, limit + 1)
    .all<AuditRow>();
  const page = results.slice(0, limit);
  const last = page.at(-1);
  return {
    entries: page.map(({ id: _, detail, ...entry }) => ({ ...entry, detail: toDetail(detail) })),
    ...(last && results.length > limit && { next: last.id }),
  };
}

/** One line that was spoilt hides none of the others. */
function toDetail(text: string): Record<string, unknown> {
  return orElse(() => storedJson(text, "Audit, detail", "an object as JSON", isObject), { spoilt: true });
}

interface AuditRow extends Omit<AuditEntry, "detail"> {
  id: number;
  detail: string;
}

function insert(
  db: D1Database,
  [at, actor, action, target, detail = {}]: Line,
  condition: string,
): D1PreparedStatement {
  return db
    .prepare(`INSERT INTO audit (at, actor, action, target, detail) SELECT ?, ?, ?, ?, ? WHERE ${condition}`)
    .bind(at, actor, action, target, JSON.stringify(detail));
}
