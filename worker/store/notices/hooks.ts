import type { Hook, HookRequest } from "../../contract/hooks.ts";
import { isTexts, orElse, storedJson } from "../spoilt.ts";

/** A hook as it is used. */
export interface HookRow extends HookRequest {
  id: string;
  signing_key: string | null;
  own_host: string;
  created_at: string;
  created_by: string;
}

type Stored = Omit<HookRow, "events"> & { events: string };

export async function listHooks(db: D1Database): Promise<HookRow[]> {
  const { results } = await db.prepare("SELECT * FROM hook ORDER BY created_at, id").all<Stored>();
  return results.map(toHook);
}

export async function readHook(db: D1Database, id: string): Promise<HookRow | null> {
  const row = await db.prepare("SELECT * FROM hook WHERE id = ?").bind(id).first<Stored>();
  return row && toHook(row);
}

export function insertHook(db: D1Database, hook: HookRow): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO hook (id, label, url, shape, lang, events, old_after_days, signing_key, own_host, created_at,
         created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      ...[hook.id, hook.label, hook.url, hook.shape, hook.lang, JSON.stringify(hook.events)],
      ...[hook.old_after_days, hook.signing_key, hook.own_host, hook.created_at, hook.created_by],
    );
}

/** Sets a hook otherwise. What is on its way to it goes where it is told to go now. */
export function updateHook(db: D1Database, hook: HookRow): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE hook SET label = ?2, url = ?3, shape = ?4, lang = ?5, events = ?6, old_after_days = ?7, signing_key = ?8,
         own_host = ?9 WHERE id = ?1`,
    )
    .bind(
      ...[hook.id, hook.label, hook.url, hook.shape, hook.lang, JSON.stringify(hook.events)],
      ...[hook.old_after_days, hook.signing_key, hook.own_host],
    );
}

export function deleteHook(db: D1Database, id: string): D1PreparedStatement[] {
  return [
    db.prepare("DELETE FROM delivery WHERE hook_id = ?").bind(id),
    db.prepare("DELETE FROM hook WHERE id = ?").bind(id),
  ];
}

/** What admins are shown of a hook. */
export function shownHook({ url, signing_key: _, own_host: __, ...hook }: HookRow): Hook {
  // An address that was spoilt has none, and the next notice says that it can't be reached.
  return { ...hook, host: URL.canParse(url) ? new URL(url).host : "" };
}

function toHook({ events, ...row }: Stored): HookRow {
  return { ...row, events: toEvents(events, row.id) };
}

/** None where the list is spoilt: that hook is told of nothing until it is set anew, and every other one as before. */
function toEvents(text: string, id: string): HookRow["events"] {
  const where = `Hook ${id}, events`;
  return orElse(() => storedJson<HookRow["events"]>(text, where, "a list of events as JSON", isTexts), []);
}
