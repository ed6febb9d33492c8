import { CACHE_NEVER } from "../config.ts";

/**
 * Any page may ask; a preflight is remembered for a day. The desk's addresses are for its own origin: what they take
 * is told, but not granted to others.
 * @param allow the methods that the address takes
 */
export function preflight(allow: readonly string[]): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...(allow.length > 0 && { Allow: allow.join(", ") }),
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
      "Access-Control-Allow-Headers": "If-None-Match, Content-Type",
      "Access-Control-Max-Age": "86400",
      "Cache-Control": CACHE_NEVER,
    },
  });
}
