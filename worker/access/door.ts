import type { MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import { CACHE_NEVER } from "../config.ts";
import type { Role } from "../contract/tokens.ts";
import { sendFailure } from "../http/answer.ts";
import type { Clock } from "../http/clock.ts";
import { isWithin, TOO_MANY } from "../http/rate-limit.ts";
import { patient } from "../store/patient.ts";
import { schemaGap } from "../store/schema.ts";
import { AccessVerifier, type FetchKeys } from "./assertion.ts";
import { holderOf } from "./find-holder.ts";
import type { Desk } from "./holder.ts";
import { isSafe } from "./origin.ts";

/** What the desk is told is for no cache, and of no other type than it says. */
export const unshared = createMiddleware(async (c, next) => {
  await next();
  c.header("Cache-Control", CACHE_NEVER);
  c.header("X-Content-Type-Options", "nosniff");
});

/** Lets requests pass whose sender has one of these roles. */
export type Allow = (...roles: [Role, ...Role[]]) => MiddlewareHandler<Desk>;

/** The desk's one door. What it takes to verify who asks is kept behind it; who passes waits for no store for ever. */
export function openDoor(clock: Clock, fetchKeys: FetchKeys): Allow {
  const verifier = new AccessVerifier(fetchKeys);
  return (...roles) =>
    createMiddleware<Desk>(async (c, next) => {
      c.env = patient(c.env);
      const holder = await holderOf(c, clock.now(), verifier);
      if ("kind" in holder) return sendFailure(holder, CACHE_NEVER);
      const { role, via } = holder;
      if (!roles.includes(role)) {
        return sendFailure({ kind: "forbidden", needs: roles.join(" or "), has: role, via }, CACHE_NEVER);
      }
      const gap = await schemaGap(c.env.DB);
      if (gap) return sendFailure({ kind: "schema-differs", ...gap }, CACHE_NEVER);
      const { WRITES }: { WRITES?: RateLimit } = c.env;
      if (!isSafe(c) && !(await isWithin(WRITES, holder.id))) return sendFailure(TOO_MANY, CACHE_NEVER);
      c.set("holder", holder);
      return next();
    });
}
