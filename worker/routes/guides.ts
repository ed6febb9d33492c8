import type { Handler } from "hono";
import { CACHE_CURRENT } from "../config.ts";
import { sendFailure } from "../http/answer.ts";
import type { Clock } from "../http/clock.ts";
import { contextOf } from "../http/context.ts";
import type { CurrentEdition } from "../store/current-edition.ts";

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const SAMPLE = '<p class="notice">SAMPLE – generated data, not real.</p>';

/**
 * The project's guides as pages of this deployment: files, as the build made them of `docs/`, with this deployment's own
 * address wherever a line is to be copied.
 */
export function guides(current: CurrentEdition, clock: Clock): Handler<{ Bindings: Env }> {
  return async (c) => {
    const { origin, pathname } = new URL(c.req.url);
    const file = await c.env.ASSETS.fetch(`${origin}${pathname}`, { method: c.req.method });
    if (file.status === 404) return sendFailure({ kind: "not-found", what: `address ${pathname}` });
    const headers = new Headers(file.headers);
    headers.delete("ETag");
    headers.delete("Content-Length");
    headers.set("Cache-Control", CACHE_CURRENT);
    // The page names the host that was asked, which Cloudflare's cache doesn't tell apart.
    headers.set("Cloudflare-CDN-Cache-Control", "no-store");
    headers.set("Content-Security-Policy", POLICY);
    if (!file.ok) return new Response(null, { status: file.status, headers });
    const held = await current.at(c.env.EDITIONS, clock.now(), contextOf(c)).catch(() => null);
    const text = (await file.text()).replaceAll("https://HOST", origin);
    const marked = held?.edition.sample
      ? text.replace('<main id="content">', `<main id="content">${SAMPLE}`)
      : text;
    return new Response(c.req.method === "HEAD" ? null : marked, { headers });
  };
}
