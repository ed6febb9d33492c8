import type { Context } from "hono";
import { instantOf } from "../domain/calendar.ts";
import { logFailure } from "../log.ts";
import type { Failure } from "../problem.ts";
import { findSession } from "../store/sessions.ts";
import { findToken } from "../store/tokens.ts";
import { type AccessVerifier, assertionOf } from "./assertion.ts";
import type { Desk, Holder } from "./holder.ts";
import { isOwnWish } from "./origin.ts";
import { personOf } from "./person.ts";
import { sessionSecret } from "./session-cookie.ts";
import { accessSettings } from "./settings.ts";

/**
 * Who asks: by the token of the Authorization header; else by the session of the cookie, if it is in force; else by
 * Cloudflare Access, where the deployment uses it. Browsers send the last two by themselves, so a change has to come
 * from a page of this origin.
 * @param now ms since 1970
 */
export async function holderOf(
  c: Context<Desk>,
  now: number,
  verifier: AccessVerifier,
): Promise<Holder | Failure> {
  const at = instantOf(now);
  const authorization = c.req.header("Authorization");
  if (authorization !== undefined) {
    const secret = /^Bearer (\S+)$/.exec(authorization)?.[1];
    const token = secret ? await findToken(c.env.DB, secret, at) : null;
    return token ? { ...token, via: "token" } : TOKEN_NOT_IN_FORCE;
  }
  const secret = sessionSecret(c);
  const access = accessSettings(c.env);
  if (access && "faults" in access) logFailure("access-shut", undefined, { setting: named(access.faults) });
  const assertion = access ? assertionOf(c) : undefined;
  if (secret === undefined && assertion === undefined) return NOBODY;
  if (!isOwnWish(c)) return { kind: "foreign-origin" };
  const signedIn = secret === undefined ? null : await findSession(c.env.DB, secret, at);
  if (signedIn) return { ...signedIn, via: "token" };
  if (!access || assertion === undefined) return SESSION_OVER;
  if ("faults" in access) return { kind: "access-shut" };
  const verified = await verifier.verify(assertion, access.settings, now);
  return "failure" in verified ? verified.failure : personOf(verified.payload, access.settings.rules);
}

/** The settings that faults are of, without a word of what stands in them. */
function named(faults: readonly string[]): string {
  return [...new Set(faults.map((fault) => fault.split(/[.:]/, 1)[0]))].join(", ");
}

export const TOKEN_NOT_IN_FORCE: Failure = {
  kind: "unauthorised",
  detail: "The token is unknown, expired or revoked. Ask an admin for a new one.",
};

const SESSION_OVER: Failure = { kind: "unauthorised", detail: "The session is over. Sign in again." };

const NOBODY: Failure = {
  kind: "unauthorised",
  detail: "This address is the desk's. Sign in at /studio, or send a token: Authorization: Bearer …",
};
