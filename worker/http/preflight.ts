import { CACHE_NEVER } from "../config.ts";

/**
 * What may be sent with a question: validators, what monitoring scripts add to every `fetch`, and, for browsers that
 * know it, anything but a token (the Fetch standard, 4.8: `*` grants all but `Authorization`).
 */
const GRANTED = [
  "If-None-Match",
  "If-Modified-Since",
  "Content-Type",
  "Cache-Control",
  "Pragma",
  "sentry-trace",
  "baggage",
  "traceparent",
  "tracestate",
  "X-Requested-With",
  "*",
];

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
      "Access-Control-Allow-Headers": GRANTED.join(", "),
      "Access-Control-Max-Age": "86400",
      "Cache-Control": CACHE_NEVER,
    },
  });
}
