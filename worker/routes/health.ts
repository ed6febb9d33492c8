import type { Handler } from "hono";
import { accessSettings } from "../access/settings.ts";
import { CACHE_NEVER, DISTRIBUTED_WITHIN_MS } from "../config.ts";
import type { HealthBody } from "../contract/health.ts";
import { NoQuery } from "../contract/query.ts";
import { moscowDate } from "../domain/calendar.ts";
import { newestEvidence } from "../domain/newest-evidence.ts";
import { SENT_WITH_ALL, sendFailure } from "../http/answer.ts";
import type { Clock } from "../http/clock.ts";
import { contextOf } from "../http/context.ts";
import { readParameters } from "../http/parameters.ts";
import { checkD1, checkKv, checkSchema, checkSources } from "../store/check-stores.ts";
import type { CurrentEdition, Held } from "../store/current-edition.ts";
import type { EditionRow } from "../store/editions.ts";

/** 200 while something can be served, 503 only if nothing can. */
export function health(current: CurrentEdition, clock: Clock): Handler<{ Bindings: Env }> {
  return async (c) => {
    const parameters = readParameters(NoQuery, new URL(c.req.url).searchParams);
    if ("errors" in parameters) return sendFailure({ kind: "bad-parameters", errors: parameters.errors });
    const now = clock.now();
    const [{ state: d1, newest }, kv, schema, sources, held] = await Promise.all([
      checkD1(c.env.DB),
      checkKv(c.env.EDITIONS),
      checkSchema(c.env.DB),
      checkSources(c.env.DB),
      current.at(c.env.EDITIONS, now, contextOf(c)).catch(() => null),
    ]);
    const undistributed = newest && isHeldUp(newest, held, now) ? newest.id : null;
    const access = accessState(c.env);
    const evidence = held && newestEvidence(held.edition, moscowDate(now));
    const watched = !sources || sources.failing + sources.held === 0;
    const stored = d1 === "ok" && kv === "ok" && !schema && !held?.stale && !undistributed;
    const good = stored && watched && !evidence?.old && access.state !== "shut";
    const body: HealthBody = {
      status: held ? (good ? "ok" : "degraded") : "down",
      edition: held?.edition.id ?? null,
      age_s: held ? Math.max(0, Math.round((now - held.checkedAt) / 1000)) : null,
      ...(undistributed && { undistributed }),
      storage: { d1, kv },
      ...(schema && { schema }),
      evidence,
      ...(sources && { sources }),
      access,
    };
    return c.json(body, held ? 200 : 503, { ...SENT_WITH_ALL, "Cache-Control": CACHE_NEVER });
  };
}

/** Whether an edition that was committed a while ago hasn't reached the readers. */
function isHeldUp({ id, published_at }: EditionRow, held: Held | null, now: number): boolean {
  return held?.edition.id !== id && now - Date.parse(published_at) > DISTRIBUTED_WITHIN_MS;
}

function accessState(env: Env): HealthBody["access"] {
  const read = accessSettings(env);
  if (!read) return { state: "off" };
  return "faults" in read ? { state: "shut", faults: read.faults } : { state: "on" };
}
