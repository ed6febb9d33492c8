import type { Context } from "hono";
import type { SessionBody } from "../contract/session.ts";
import type { Failure } from "../problem.ts";
import { findSession } from "../store/sessions.ts";
import { findToken } from "../store/tokens.ts";
import { isOwnWish } from "./access-origin.ts";
import { sessionSecret } from "./session-cookie.ts";

/** Who asks. */
export interface Holder extends SessionBody {
  /** Id of the token. */
  id: string;
}

export type Desk = { Bindings: Env; Variables: { holder: Holder } };

/**
 * Who asks: by the token of the Authorization header, else by the session of the cookie.
 * @param now instant in UTC
 */
export async function holderOf(c: Context<Desk>, now: string): Promise<Holder | Failure> {
  const authorization = c.req.header("Authorization");
  if (authorization !== undefined) {
    const secret = /^Bearer (\S+)$/.exec(authorization)?.[1];
    const token = secret ? await findToken(c.env.DB, secret, now) : null;
    return token ? { ...token, via: "token" } : TOKEN_NOT_IN_FORCE;
  }
  const secret = sessionSecret(c);
  if (secret === undefined) return NOBODY;
  if (!isOwnWish(c)) return { kind: "foreign-origin" };
  const signedIn = await findSession(c.env.DB, secret, now);
  return signedIn ? { ...signedIn, via: "token" } : SESSION_OVER;
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
