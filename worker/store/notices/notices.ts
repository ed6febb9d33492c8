import type { Delivery, HookEvent } from "../../contract/hooks.ts";
import type { Objection } from "../../contract/objection.ts";
import type { RunProblem } from "../../contract/sources.ts";
import { isObject, orElse, storedJson } from "../spoilt.ts";

/** What is told of something, without the words for it. */
export type Facts =
  | { event: "test" }
  | { event: "edition-published"; edition: string; before: string | null }
  | { event: "edition-held"; source: string | null; batch: string; codes: Objection["code"][] }
  | { event: "source-failing"; source: string; code: RunProblem["code"] }
  | {
      event: "court-silent";
      source: string | null;
      batch: string;
      /** Of a published import: its edition. */
      edition: string | null;
      courts: string[];
      more: number;
    }
  | { event: "evidence-old"; edition: string; days: number }
  | {
      event: "final-week-corrected";
      edition: string;
      weeks: { start: string; before: number; after: number }[];
    };

export interface NoticeRow {
  id: string;
  at: string;
  facts: Facts;
}

/** A delivery whose time has come. */
export interface Due extends Omit<NoticeRow, "facts"> {
  /** null: they were spoilt, and nobody knows what it was about. */
  facts: Facts | null;
  hook: string;
  tries: number;
}

/**
 * Takes note of what happened, for each hook that wants it and was there when it did. What has the same key was told
 * before.
 * @param hooks those that are to be told; null: all that want the event
 */
export function tell(
  db: D1Database,
  notice: { id: string; key: string; at: string; facts: Facts },
  hooks: readonly string[] | null = null,
): D1PreparedStatement[] {
  const { id, key, at, facts } = notice;
  return [
    db
      .prepare("INSERT INTO notice (id, key, event, at, facts) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
      .bind(id, key, facts.event, at, JSON.stringify(facts)),
    db
      .prepare(
        `INSERT INTO delivery (notice_id, hook_id, state, next_try_at)
         SELECT notice.id, hook.id, 'pending', ?2 FROM notice, hook
         WHERE notice.id = ?1 AND hook.created_at <= ?2
           AND (?3 IS NOT NULL AND hook.id IN (SELECT value FROM json_each(?3))
             OR ?3 IS NULL AND EXISTS (
               SELECT 1 FROM json_each(iif(json_valid(hook.events), hook.events, '[]')) WHERE value = notice.event))
         ON CONFLICT DO NOTHING`,
      )
      .bind(id, at, hooks && JSON.stringify(hooks)),
  ];
}

/** Which of these keys were told before. */
export async function toldOf(db: D1Database, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const { results } = await db
    .prepare("SELECT key FROM notice WHERE key IN (SELECT value FROM json_each(?))")
    .bind(JSON.stringify(keys))
    .all<{ key: string }>();
  return new Set(results.map(({ key }) => key));
}

export async function dueDeliveries(db: D1Database, now: string, limit: number): Promise<Due[]> {
  const { results } = await db
    .prepare(
      `SELECT notice.id, notice.at, facts, hook_id AS hook, tries FROM delivery JOIN notice ON notice.id = notice_id
       WHERE state = 'pending' AND next_try_at <= ? ORDER BY next_try_at, notice.at LIMIT ?`,
    )
    .bind(now, limit)
    .all<Omit<Due, "facts"> & { facts: string }>();
  return results.map(({ facts, ...row }) => ({ ...row, facts: toFacts(facts, row.id) }));
}

function toFacts(text: string, id: string): Facts | null {
  const isFacts = (value: unknown) => isObject(value) && typeof value.event === "string";
  return orElse<Facts | null>(() => storedJson(text, `Notice ${id}, facts`, "facts as JSON", isFacts), null);
}

/** Notes a try. `nextTryAt` null: there is none after it. */
export function noteTry(
  db: D1Database,
  { id, hook }: Pick<Due, "id" | "hook">,
  tried: { at: string; answered: string; delivered: boolean; nextTryAt: string | null },
): D1PreparedStatement {
  const state = tried.delivered ? "delivered" : tried.nextTryAt === null ? "given-up" : "pending";
  return db
    .prepare(
      `UPDATE delivery SET state = ?3, tries = tries + 1, tried_at = ?4, next_try_at = ?5, answered = ?6
       WHERE notice_id = ?1 AND hook_id = ?2`,
    )
    .bind(id, hook, state, tried.at, tried.delivered ? null : tried.nextTryAt, tried.answered);
}

/** A hook's deliveries, newest first. */
export async function listDeliveries(db: D1Database, hook: string, limit: number): Promise<Delivery[]> {
  const { results } = await db
    .prepare(
      `SELECT notice_id AS notice, event, at, state, tries, tried_at, next_try_at, answered
       FROM delivery JOIN notice ON notice.id = notice_id WHERE hook_id = ? ORDER BY at DESC, notice_id LIMIT ?`,
    )
    .bind(hook, limit)
    .all<Delivery>();
  return results;
}

/** Notices of long ago; what would be told again stays told, as its cause is longer past than anybody looks. */
export function forgetNotices(db: D1Database, before: string): D1PreparedStatement[] {
  return [
    db.prepare("DELETE FROM delivery WHERE notice_id IN (SELECT id FROM notice WHERE at < ?)").bind(before),
    db.prepare("DELETE FROM notice WHERE at < ?").bind(before),
  ];
}

/** What waits for a person, by whom it was left: a run of a source, or (null) the desk's machine. */
export interface HeldToTell {
  run: string;
  source: string | null;
  batch: string;
  base: number;
  at: string;
  review: string;
}

/** An import that was published though courts are missing from it. */
export interface SilentToTell {
  edition: string;
  batch: string;
  base: number;
  at: string;
  silent: string;
}

/** What is to be told of since then: what is held, silent courts of what is published, which sources began to fail. */
export async function toBeTold(
  db: D1Database,
  since: string,
): Promise<{
  held: HeldToTell[];
  silent: SilentToTell[];
  failing: { source: string; at: string; problem: string | null }[];
}> {
  const [held, silent, failing] = await Promise.all([
    db
      .prepare(
        `SELECT source_run.id AS run, source, batch_id AS batch, base, ended_at AS at, review
         FROM source_run JOIN batch ON batch.id = batch_id
         WHERE source_run.state = 'held' AND batch.state = 'sealed' AND ended_at >= ?1
         UNION ALL
         SELECT batch_id, NULL, batch_id, base, held_at, review FROM hold JOIN batch ON batch.id = batch_id
         WHERE batch.state = 'sealed' AND held_at >= ?1`,
      )
      .bind(since)
      .all<HeldToTell>(),
    db
      .prepare(
        `SELECT edition.id AS edition, batch_id AS batch, base, published_at AS at, detail -> '$.silent' AS silent
         FROM edition JOIN batch ON batch.id = batch_id
           JOIN audit ON audit.action = 'publish' AND audit.target = edition.id AND json_valid(detail)
         WHERE published_at >= ? AND detail -> '$.silent' IS NOT NULL`,
      )
      .bind(since)
      .all<SilentToTell>(),
    db
      .prepare(
        `SELECT slug AS source, failing_since AS at,
           (SELECT problem FROM source_run WHERE source = slug AND state = 'failed' ORDER BY started_at DESC LIMIT 1)
             AS problem
         FROM source WHERE failing_since >= ? AND paused = 0`,
      )
      .bind(since)
      .all<{ source: string; at: string; problem: string | null }>(),
  ]);
  return { held: held.results, silent: silent.results, failing: failing.results };
}

export type { HookEvent };
