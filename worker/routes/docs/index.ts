import type { Handler } from "hono";
import { CURRENT_TAG } from "../../config.ts";
import type { Clock } from "../../http/clock.ts";
import { contextOf } from "../../http/context.ts";
import { serveDocument } from "../../reading/document.ts";
import type { Readers } from "../../reading/readers.ts";
import { openApiDocument } from "../openapi/document.ts";
import { docsPage } from "./page.ts";
import type { Reference } from "./shape.ts";

/** Before the first edition: what an id looks like. */
const EXAMPLE_EDITION = "2025-06-30.1";

const HEADERS = {
  "Cache-Tag": CURRENT_TAG,
  // The page names the host that was asked, which Cloudflare's cache doesn't tell apart.
  "Cloudflare-CDN-Cache-Control": "no-store",
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "strict-origin-when-cross-origin",
};

/** The reference for people. Every line to copy asks the deployment and an edition that the reader is looking at. */
export function docs({ current, readings }: Readers, clock: Clock): Handler<{ Bindings: Env }> {
  return serveDocument({
    contentType: "text/html; charset=utf-8",
    headers: HEADERS,
    anyQuery: true,
    edition: async (c) => {
      const held = await current.at(c.env.EDITIONS, clock.now(), contextOf(c)).catch(() => null);
      return held?.edition ?? null;
    },
    make: (origin, edition) =>
      docsPage({
        reference: JSON.parse(JSON.stringify(openApiDocument(readings))) as Reference,
        examples: new Map(readings.flatMap(({ path, example }) => (example ? [[path, example]] : []))),
        at: { origin, editionId: edition?.id ?? EXAMPLE_EDITION },
        sample: edition?.sample ?? false,
      }),
  });
}
