import type { Handler } from "hono";
import { serveDocument } from "./document.ts";
import { openApiDocument } from "./openapi/document.ts";
import type { Reading } from "./reading.ts";

/** The interface in the machine-readable form of its contract. */
export function openApi(readings: readonly Reading[]): Handler<{ Bindings: Env }> {
  return serveDocument({
    contentType: "application/json",
    make: () => JSON.stringify(openApiDocument(readings)),
  });
}
