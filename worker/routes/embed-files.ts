import type { Context, Handler } from "hono";
import { CACHE_IMMUTABLE, KV_PATIENCE_MS } from "../config.ts";
import { SENT_WITH_ALL, sendFailure } from "../http/answer.ts";
import { logFailure } from "../log.ts";
import { keepReleasedFiles, releasedFile } from "../store/released-files.ts";
import { within } from "../store/within.ts";

type Asking = Context<{ Bindings: Env }>;

/** The manifest, a file. Whoever pins a release asks it first, so its files are kept before it is told. */
export const manifest: Handler<{ Bindings: Env }> = async (c) => {
  await within(KV_PATIENCE_MS, keepReleasedFiles(c.env, new URL(c.req.url).origin)).catch((error) =>
    logFailure("release-unkept", error),
  );
  return c.env.ASSETS.fetch(c.req.raw);
};

/** A file that this release hasn't: one of an earlier release, with the bytes and headers that it had. */
export const released: Handler<{ Bindings: Env }> = async (c: Asking) => {
  const file = c.req.param("file") ?? "";
  const found = await within(KV_PATIENCE_MS, releasedFile(c.env, file)).catch((error) => {
    logFailure("release-unloaded", error);
    return "down" as const;
  });
  if (found === "down") return sendFailure({ kind: "storage-down" });
  if (!found) return sendFailure({ kind: "not-found", what: `file /embed/${file}` });
  return new Response(found, {
    headers: {
      ...SENT_WITH_ALL,
      "Cache-Control": CACHE_IMMUTABLE,
      "Content-Type": "text/javascript; charset=utf-8",
    },
  });
};
