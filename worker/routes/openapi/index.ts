import type { Handler } from "hono";
import { CURRENT_TAG } from "../../config.ts";
import type { Clock } from "../../http/clock.ts";
import { contextOf } from "../../http/context.ts";
import { serveDocument } from "../../reading/document.ts";
import type { Readers } from "../../reading/readers.ts";
import { openApiDocument } from "./document.ts";

/** The interface in the machine-readable form of its contract. Its examples name the edition in force. */
export function openApi({ current, readings }: Readers, clock: Clock): Handler<{ Bindings: Env }> {
  return serveDocument({
    contentType: "application/json",
    headers: { "Cache-Tag": CURRENT_TAG },
    edition: async (c) => {
      const held = await current.at(c.env.EDITIONS, clock.now(), contextOf(c)).catch(() => null);
      return held?.edition ?? null;
    },
    make: (_origin, edition) => JSON.stringify(openApiDocument(readings, edition?.id)),
  });
}
