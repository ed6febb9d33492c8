import { Hono } from "hono";
import { type Allow, unshared } from "../access/door.ts";
import type { Desk } from "../access/holder.ts";
import { CACHE_NEVER } from "../config.ts";
import { TokenRequest } from "../contract/tokens.ts";
import { newTokenSecret } from "../desk/token-secret.ts";
import { instantOf } from "../domain/calendar.ts";
import { sendFailure } from "../http/answer.ts";
import { readBody } from "../http/body.ts";
import type { Clock } from "../http/clock.ts";
import { audit, auditIfChanged } from "../store/audit.ts";
import { insertToken, listTokens, revokeToken } from "../store/tokens.ts";

const DAY_MS = 86_400_000;

/** Tokens of the desk, for admins: list, make, revoke. */
export function tokens(clock: Clock, allow: Allow): Hono<Desk> {
  const desk = new Hono<Desk>();
  desk.use(unshared);
  desk.use(allow("admin"));

  desk.get("/", async (c) => c.json({ tokens: await listTokens(c.env.DB) }));

  desk.post("/", async (c) => {
    const read = await readBody(c, TokenRequest);
    if ("refused" in read) return read.refused;
    const { label, role, days } = read.body;
    const now = clock.now();
    const token = {
      id: crypto.randomUUID().slice(0, 8),
      secret: newTokenSecret(),
      label,
      role,
      createdAt: instantOf(now),
      expiresAt: instantOf(now + days * DAY_MS),
    };
    await c.env.DB.batch([
      await insertToken(c.env.DB, token),
      audit(c.env.DB, token.createdAt, c.var.holder.label, "token-create", token.id, { label, role, days }),
    ]);
    return c.json({ id: token.id, secret: token.secret, expires_at: token.expiresAt }, 201);
  });

  desk.delete("/:id", async (c) => {
    const id = c.req.param("id");
    const at = instantOf(clock.now());
    const [revoked] = await c.env.DB.batch([
      revokeToken(c.env.DB, id, at),
      auditIfChanged(c.env.DB, at, c.var.holder.label, "token-revoke", id),
    ]);
    if (revoked?.meta.changes === 0)
      return sendFailure({ kind: "not-found", what: `token ${id}` }, CACHE_NEVER);
    return c.body(null, 204);
  });

  return desk;
}
