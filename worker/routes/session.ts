import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { assertionOf } from "../access/assertion.ts";
import { type Allow, unshared } from "../access/door.ts";
import { TOKEN_NOT_IN_FORCE } from "../access/find-holder.ts";
import type { Desk } from "../access/holder.ts";
import { isForeign, isOwnWish } from "../access/origin.ts";
import { giveSession, sessionSecret, takeSession } from "../access/session-cookie.ts";
import { CACHE_NEVER, SESSION_S } from "../config.ts";
import { type SessionBody, SessionRequest } from "../contract/session.ts";
import { ROLES } from "../contract/tokens.ts";
import { randomSecret } from "../desk/token-secret.ts";
import { instantOf } from "../domain/calendar.ts";
import { sendFailure } from "../http/answer.ts";
import { readBody } from "../http/body.ts";
import type { Clock } from "../http/clock.ts";
import { isWithin, senderOf, TOO_MANY } from "../http/rate-limit.ts";
import type { Failure } from "../problem.ts";
import { audit, auditIfChanged } from "../store/audit.ts";
import { patient } from "../store/patient.ts";
import { clearSessions, endSession, findSession, insertSession } from "../store/sessions.ts";
import { findToken } from "../store/tokens.ts";

/** Signing in and out, for browsers: a token becomes a cookie that no script can read. */
export function session(clock: Clock, allow: Allow): Hono<Desk> {
  const app = new Hono<Desk>();
  app.use(unshared);
  app.use((c, next) => {
    c.env = patient(c.env);
    return next();
  });

  app.get("/", orNobody, allow(...ROLES), (c) => c.json(bodyOf(c.var.holder)));

  app.post("/", async (c) => {
    if (isForeign(c)) return refuse({ kind: "foreign-origin" });
    const { SIGN_INS }: { SIGN_INS?: RateLimit } = c.env;
    const sender = senderOf(c);
    if (sender && !(await isWithin(SIGN_INS, sender))) return refuse(TOO_MANY);
    const read = await readBody(c, SessionRequest);
    if ("refused" in read) return read.refused;
    const now = instantOf(clock.now());
    const token = await findToken(c.env.DB, read.body.token, now);
    if (!token) return refuse(TOKEN_NOT_IN_FORCE);

    const secret = randomSecret();
    const ends = Math.min(clock.now() + SESSION_S * 1_000, Date.parse(token.expires_at));
    const expiresAt = instantOf(ends);
    await c.env.DB.batch([
      clearSessions(c.env.DB, now),
      await endSession(c.env.DB, sessionSecret(c) ?? ""),
      await insertSession(c.env.DB, { secret, tokenId: token.id, expiresAt }),
      audit(c.env.DB, now, token.label, "session-start", token.id),
    ]);
    giveSession(c, secret);
    return c.json(bodyOf({ ...token, via: "token", expires_at: expiresAt }));
  });

  app.delete("/", async (c) => {
    const secret = sessionSecret(c);
    if (secret !== undefined) {
      if (!isOwnWish(c)) return refuse({ kind: "foreign-origin" });
      const now = instantOf(clock.now());
      const { id, label } = (await findSession(c.env.DB, secret, now)) ?? {};
      const ended = await endSession(c.env.DB, secret);
      const told = id && label ? [auditIfChanged(c.env.DB, now, label, "session-end", id)] : [];
      await c.env.DB.batch([ended, ...told]);
    }
    takeSession(c);
    return c.body(null, 204);
  });

  return app;
}

/**
 * Nobody being signed in is no failure to a page that asks whether somebody is, but browsers write each 401 to their
 * console. A token or an assertion that isn't accepted stays one.
 */
const orNobody = createMiddleware<Desk>(async (c, next) => {
  await next();
  const isAsked = c.req.query("or") === "nobody";
  const hasProof = c.req.header("Authorization") !== undefined || assertionOf(c) !== undefined;
  if (c.res.status === 401 && isAsked && !hasProof) c.res = new Response(null, { status: 204 });
});

function bodyOf({ label, role, via, expires_at }: SessionBody): SessionBody {
  return { label, role, via, expires_at };
}

const refuse = (failure: Failure) => sendFailure(failure, CACHE_NEVER);
