import type { Handler } from "hono";
import { CACHE_NEVER } from "../config.ts";
import type { HealthBody } from "../contract/health.ts";
import { NoQuery } from "../contract/query.ts";
import { SENT_WITH_ALL, sendFailure } from "../http/answer.ts";
import type { Clock } from "../http/clock.ts";
import { readParameters } from "../http/parameters.ts";
import type { CurrentEdition } from "../store/current-edition.ts";
import { ping } from "../store/ping.ts";

/** 200 while something can be served, 503 only if nothing can. */
export function health(current: CurrentEdition, clock: Clock): Handler<{ Bindings: Env }> {
  return async (c) => {
    const parameters = readParameters(NoQuery, new URL(c.req.url).searchParams);
    if ("errors" in parameters) return sendFailure({ kind: "bad-parameters", errors: parameters.errors });
    const now = clock.now();
    const [d1, held] = await Promise.all([
      ping(c.env.DB),
      current.at(c.env.EDITIONS, now).catch(() => undefined),
    ]);
    const kv = held === undefined || held?.stale ? "down" : "ok";
    const body: HealthBody = {
      status: held ? (kv === "ok" && d1 ? "ok" : "degraded") : "down",
      edition: held?.edition.id ?? null,
      age_s: held ? Math.round((now - held.checkedAt) / 1000) : null,
      storage: { d1: d1 ? "ok" : "down", kv },
    };
    return c.json(body, held ? 200 : 503, { ...SENT_WITH_ALL, "Cache-Control": CACHE_NEVER });
  };
}
