import { Hono } from "hono";
import { type Allow, unshared } from "../access/door.ts";
import type { Desk } from "../access/holder.ts";
import { AUDIT_PAGE, CACHE_NEVER } from "../config.ts";
import { AuditQuery } from "../contract/audit.ts";
import { sendFailure } from "../http/answer.ts";
import { readParameters } from "../http/parameters.ts";
import { listAudit } from "../store/audit.ts";

/** Who changed what, when: for admins. */
export function auditTrail(allow: Allow): Hono<Desk> {
  const desk = new Hono<Desk>();
  desk.use(unshared);
  desk.use(allow("admin"));

  desk.get("/", async (c) => {
    const parameters = readParameters(AuditQuery, new URL(c.req.url).searchParams);
    if ("errors" in parameters) {
      return sendFailure({ kind: "bad-parameters", errors: parameters.errors }, CACHE_NEVER);
    }
    return c.json(await listAudit(c.env.DB, parameters.query.before ?? null, AUDIT_PAGE));
  });

  return desk;
}
