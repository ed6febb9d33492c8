import type { Context } from "hono";

/** Whether a request can change nothing, by its method (RFC 9110, 9.2.1). */
export function isSafe(c: Context): boolean {
  return ["GET", "HEAD", "OPTIONS"].includes(c.req.method);
}

/**
 * Whether a browser that is signed in may be meant to send this: a change comes from a page of this very origin.
 * Browsers put `Origin` on every request that could change something, and no page can forge it.
 */
export function isOwnWish(c: Context): boolean {
  return isSafe(c) || c.req.header("Origin") === ownOrigin(c);
}

/** Whether a page of another origin has sent this. */
export function isForeign(c: Context): boolean {
  const origin = c.req.header("Origin");
  return origin !== undefined && origin !== ownOrigin(c);
}

function ownOrigin(c: Context): string {
  return new URL(c.req.url).origin;
}
