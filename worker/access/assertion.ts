import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from "jose";
import { ACCESS_CLOCK_TOLERANCE_S } from "../config.ts";
import type { Failure } from "../problem.ts";
import type { AccessSettings } from "./settings.ts";

/** Asks a team's address for its keys; `fetch`, outside of tests. */
export type FetchKeys = (url: string, init: RequestInit) => Promise<Response>;

/**
 * What Access signed for this request. It adds the header on the addresses that it guards; to all others, the browser
 * sends the cookie that Access gave it, with the same content.
 */
export function assertionOf(c: Context): string | undefined {
  return c.req.header("Cf-Access-Jwt-Assertion") ?? getCookie(c, "CF_Authorization");
}

/** Verifies what Cloudflare Access signed. Keys are kept as long as the isolate, renewed and rotated by jose. */
export class AccessVerifier {
  readonly #keys = new Map<string, JWTVerifyGetKey>();
  readonly #fetchKeys: FetchKeys;

  constructor(fetchKeys: FetchKeys) {
    this.#fetchKeys = fetchKeys;
  }

  /** @param now ms since 1970 */
  async verify(
    assertion: string,
    { team, audience }: AccessSettings,
    now: number,
  ): Promise<{ payload: JWTPayload } | { failure: Failure }> {
    const issuer = `https://${team}`;
    const keys = this.#keysOf(issuer);
    try {
      const { payload } = await jwtVerify(assertion, keys, {
        issuer,
        audience,
        algorithms: ["RS256"],
        requiredClaims: ["exp", "iat", "sub"],
        currentDate: new Date(now),
        clockTolerance: ACCESS_CLOCK_TOLERANCE_S,
      });
      return { payload };
    } catch (error) {
      if (error instanceof KeysUnreachable) return { failure: { kind: "access-unreachable" } };
      if (error instanceof errors.JOSEError) return { failure: notTaken(error.message) };
      throw error;
    }
  }

  #keysOf(issuer: string): JWTVerifyGetKey {
    const kept = this.#keys.get(issuer);
    if (kept) return kept;
    const find = createRemoteJWKSet(new URL("/cdn-cgi/access/certs", issuer), {
      [customFetch]: this.#fetchKeys,
    });
    const keys: JWTVerifyGetKey = async (header, token) => {
      try {
        return await find(header, token);
      } catch (error) {
        // A key that isn't among them is the assertion's fault; anything else is that they can't be had.
        if (error instanceof errors.JWKSNoMatchingKey) throw error;
        throw new KeysUnreachable(`The keys of ${issuer} can't be had.`, { cause: error });
      }
    };
    this.#keys.set(issuer, keys);
    return keys;
  }
}

class KeysUnreachable extends Error {}

/** The reason names a claim or the signature, never a value. */
export function notTaken(reason: string): Failure {
  return {
    kind: "unauthorised",
    detail: `What Cloudflare Access says of you isn't accepted here: ${reason}. Open /studio again to sign in.`,
  };
}
