import { PRINTS_VERSION, type Prints } from "../domain/prints.ts";
import { IS_OPEN } from "./batches.ts";

/**
 * @param subject a ledger by its batch, or an edition by its id
 * @returns null where none were kept, or by other rules: nothing can be said then. What isn't prints at all matches nothing.
 */
export async function readPrints(db: D1Database, subject: string): Promise<Prints | null> {
  const row = await db
    .prepare("SELECT prints FROM prints WHERE subject = ? AND version = ?")
    .bind(subject, PRINTS_VERSION)
    .first<{ prints: string }>();
  return row && printsIn(row.prints);
}

function printsIn(text: string): Prints {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Prints) : {};
  } catch {
    return {};
  }
}

const UNLESS_KEPT = `ON CONFLICT (subject) DO UPDATE SET version = excluded.version, prints = excluded.prints
  WHERE version <> excluded.version`;

/** Keeps prints, unless some of these rules are there: they say what came in, and mustn't follow what became of it. */
export function keepPrints(db: D1Database, subject: string, prints: Prints): D1PreparedStatement {
  return db
    .prepare(`INSERT INTO prints (subject, version, prints) VALUES (?, ?, ?) ${UNLESS_KEPT}`)
    .bind(subject, PRINTS_VERSION, JSON.stringify(prints));
}

/** For a part's transaction: those of a ledger as it arrives, unless its batch has been closed. */
export function receivePrints(db: D1Database, batchId: string, prints: Prints): D1PreparedStatement {
  return db
    .prepare(`INSERT OR REPLACE INTO prints (subject, version, prints) SELECT ?1, ?2, ?3 WHERE ${IS_OPEN}`)
    .bind(batchId, PRINTS_VERSION, JSON.stringify(prints));
}
