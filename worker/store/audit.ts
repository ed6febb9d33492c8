type Line = [at: string, actor: string, action: string, target: string, detail?: Record<string, unknown>];

/** One line of the audit, for the transaction that makes the change it tells of. */
export function audit(db: D1Database, ...line: Line): D1PreparedStatement {
  return insert(db, line, "true");
}

/** The same, where the statement before it in the transaction changed something. */
export function auditIfChanged(db: D1Database, ...line: Line): D1PreparedStatement {
  return insert(db, line, "changes() > 0");
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
