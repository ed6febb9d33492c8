import type { Role, Token } from "../contract/tokens.ts";
import { sha256Hex } from "../domain/digest.ts";

/** A token that is in force, as far as a request needs it. */
export type TokenHolder = Pick<Token, "id" | "label" | "role" | "expires_at">;

const COLUMNS = "id, label, role, created_at, expires_at, revoked_at, last_used_on";

/**
 * Who holds this token; null for one that is unknown, expired or revoked. Notes the day of its use.
 * @param now instant in UTC
 */
export async function findToken(db: D1Database, secret: string, now: string): Promise<TokenHolder | null> {
  const token = await db
    .prepare(`SELECT ${COLUMNS} FROM token WHERE sha256 = ? AND revoked_at IS NULL AND expires_at > ?`)
    .bind(await sha256Hex(secret), now)
    .first<Token>();
  if (!token) return null;
  const today = now.slice(0, 10);
  if (token.last_used_on !== today) {
    await db.prepare("UPDATE token SET last_used_on = ? WHERE id = ?").bind(today, token.id).run();
  }
  const { id, label, role, expires_at } = token;
  return { id, label, role, expires_at };
}

export async function listTokens(db: D1Database): Promise<Token[]> {
  const { results } = await db.prepare(`SELECT ${COLUMNS} FROM token ORDER BY created_at DESC`).all<Token>();
  return results;
}

export interface NewToken {
  id: string;
  secret: string;
  label: string;
  role: Role;
  createdAt: string;
  expiresAt: string;
}

/** Keeps the hash; whoever asked for the token is the only one to have the secret. */
export async function insertToken(db: D1Database, token: NewToken): Promise<D1PreparedStatement> {
  const { id, secret, label, role, createdAt, expiresAt } = token;
  return db
    .prepare("INSERT INTO token (id, sha256, label, role, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)")
    .bind(id, await sha256Hex(secret), label, role, createdAt, expiresAt);
}

export function revokeToken(db: D1Database, id: string, at: string): D1PreparedStatement {
  return db.prepare("UPDATE token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL").bind(at, id);
}
