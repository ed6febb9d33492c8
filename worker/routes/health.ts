import type { Handler } from "hono";
import { CACHE_NEVER, DISTRIBUTED_WITHIN_MS } from "../config.ts";
import type { HealthBody } from "../contract/health.ts";
import { NoQuery } from "../contract/query.ts";
import { SENT_WITH_ALL, sendFailure } from "../http/answer.ts";
import type { Clock } from "../http/clock.ts";
import { readParameters } from "../http/parameters.ts";
import type { CurrentEdition, Held } from "../store/current-edition.ts";
import { type EditionRow, latestEdition } from "../store/editions.ts";

/** 200 while something can be served, 503 only if nothing can. */
export function health(current: CurrentEdition, clock: Clock): Handler<{ Bindings: Env }> {
  return async (c) => {
    const parameters = readParameters(NoQuery, new URL(c.req.url).searchParams);
    if ("errors" in parameters) return sendFailure({ kind: "bad-parameters", errors: parameters.errors });
    const now = clock.now();
    const [newest, held] = await Promise.all([
      newestIn(c.env.DB),
      current.at(c.env.EDITIONS, now).catch(() => undefined),
    ]);
    const d1 = newest !== undefined;
    const undistributed = newest && isHeldUp(newest, held ?? null, now) ? newest.id : null;
    const kv = held === undefined || held?.stale ? "down" : "ok";
    const body: HealthBody = {
      status: held ? (kv === "ok" && d1 && !undistributed ? "ok" : "degraded") : "down",
      edition: held?.edition.id ?? null,
      age_s: held ? Math.round((now - held.checkedAt) / 1000) : null,
      storage: { d1: d1 ? "ok" : "down", kv },
      ...(undistributed && { undistributed }),
    };
    return c.json(body, held ? 200 : 503, { ...SENT_WITH_ALL, "Cache-Control": CACHE_NEVER });
  };
}

/** The newest edition by D1, null before the first; undefined where D1 doesn't answer. */
async function newestIn(db: D1Database): Promise<EditionRow | null | undefined> {
  try {
    return await latestEdition(db);
  } catch {
    return undefined;
  }
}

/** Whether an edition that was committed a while ago hasn't reached the readers. */
function isHeldUp({ id, published_at }: EditionRow, held: Held | null, now: number): boolean {
  return held?.edition.id !== id && now - Date.parse(published_at) > DISTRIBUTED_WITHIN_MS;
}
