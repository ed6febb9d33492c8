import { createMiddleware } from "hono/factory";
import { CACHE_NEVER } from "../config.ts";
import type { Role } from "../contract/tokens.ts";
import { instantOf } from "../domain/calendar.ts";
import { type Desk, holderOf } from "./access-holder.ts";
import { sendFailure } from "./answer.ts";
import type { Clock } from "./reading.ts";

export type { Desk } from "./access-holder.ts";

/** What the desk is told is for no cache, and of no other type than it says. */
export const unshared = createMiddleware(async (c, next) => {
  await next();
  c.header("Cache-Control", CACHE_NEVER);
  c.header("X-Content-Type-Options", "nosniff");
});

/** Lets a request pass whose sender has one of these roles. */
export function allow(clock: Clock, ...roles: [Role, ...Role[]]) {
  return createMiddleware<Desk>(async (c, next) => {
    const holder = await holderOf(c, instantOf(clock.now()));
    if ("kind" in holder) return sendFailure(holder, CACHE_NEVER);
    if (!roles.includes(holder.role)) {
      return sendFailure({ kind: "forbidden", needs: roles.join(" or "), has: holder.role }, CACHE_NEVER);
    }
    c.set("holder", holder);
    return next();
  });
}
