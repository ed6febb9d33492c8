import { sha256Hex } from "../domain/digest.ts";
import type { TokenHolder } from "./tokens.ts";

/**
 * Who is signed in by this session; null where it is unknown or over, or its token is.
 * @param now instant in UTC
 */
export async function findSession(db: D1Database, secret: string, now: string): Promise<TokenHolder | null> {
  return db
    .prepare(
      `SELECT token.id, label, role, session.expires_at FROM session JOIN token ON token.id = token_id
       WHERE session.sha256 = ?1 AND session.expires_at > ?2 AND token.expires_at > ?2 AND revoked_at IS NULL`,
    )
    .bind(await sha256Hex(secret), now)
    .first<TokenHolder>();
}

/** Keeps the hash; the browser's cookie is the only one to have the secret. */
export async function insertSession(
  db: D1Database,
  { secret, tokenId, expiresAt }: { secret: string; tokenId: string; expiresAt: string },
): Promise<D1PreparedStatement> {
  return db
    .prepare("INSERT INTO session (sha256, token_id, expires_at) VALUES (?, ?, ?)")
    .bind(await sha256Hex(secret), tokenId, expiresAt);
}

export async function endSession(db: D1Database, secret: string): Promise<D1PreparedStatement> {
  return db.prepare("DELETE FROM session WHERE sha256 = ?").bind(await sha256Hex(secret));
}

/** Takes away what opens nothing any more. */
export function clearSessions(db: D1Database, now: string): D1PreparedStatement {
  return db.prepare("DELETE FROM session WHERE expires_at <= ?").bind(now);
}
