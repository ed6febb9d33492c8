import type { Handler } from "hono";
import { serveDocument } from "../../reading/document.ts";
import type { Reading } from "../../reading/reading.ts";
import { openApiDocument } from "./document.ts";

/** The interface in the machine-readable form of its contract. */
export function openApi(readings: readonly Reading[]): Handler<{ Bindings: Env }> {
  return serveDocument({
    contentType: "application/json",
    make: () => JSON.stringify(openApiDocument(readings)),
  });
}
