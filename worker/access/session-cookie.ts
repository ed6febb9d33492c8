import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { CookieOptions } from "hono/utils/cookie";
import { SESSION_S } from "../config.ts";

const NAME = "session";
/** `__Host-`: set by this host alone, over TLS, for all of it; no script and no other site's page gets to it. */
const OPTIONS = { prefix: "host", path: "/", secure: true, httpOnly: true, sameSite: "Strict" } as const;

/** The secret in the browser's cookie. */
export function sessionSecret(c: Context): string | undefined {
  return getCookie(c, NAME, "host") || undefined;
}

export function giveSession(c: Context, secret: string): void {
  setCookie(c, NAME, secret, { ...OPTIONS, maxAge: SESSION_S } satisfies CookieOptions);
}

export function takeSession(c: Context): void {
  deleteCookie(c, NAME, OPTIONS);
}
