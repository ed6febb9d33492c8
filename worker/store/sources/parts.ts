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
