import type { Context } from "hono";
import type { z } from "zod";
import { BODY_PATIENCE_MS, CACHE_NEVER, PART_MAX_BYTES } from "../config.ts";
import type { Failure } from "../problem.ts";
import { sendFailure } from "./answer.ts";
import { expectation } from "./expectation.ts";

/**
 * A request's JSON body, validated. Faults are named by their place and what was expected;
 * the value itself is never repeated, as it could hold a name.
 */
export async function readBody<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<{ body: z.output<Schema> } | { refused: Response }> {
  if (!/^application\/json\b/i.test(c.req.header("Content-Type") ?? "")) {
    return refuse({ kind: "unsupported-media-type", expected: "application/json" });
  }
  const text = await readText(c.req.raw.body, Number(c.req.header("Content-Length") ?? 0));
  if (text === "too-large") return refuse({ kind: "too-large", limit: `${PART_MAX_BYTES} bytes` });
  if (text === "too-slow") return refuse({ kind: "too-slow", limit_s: BODY_PATIENCE_MS / 1_000 });
  const result = schema.safeParse(parse(text.read));
  if (result.success) return { body: result.data };
  const errors = result.error.issues.slice(0, 20).map((issue) => ({
    parameter: issue.path.join(".") || "body",
    message:
      issue.code === "unrecognized_keys"
        ? "Has fields that aren't taken here."
        : sentence(expectation(issue)),
  }));
  return refuse({ kind: "unprocessable", errors });
}

function sentence(words: string): string {
  return `${words[0]?.toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? "" : "."}`;
}

/** The body as text, or why it isn't read to its end, found out before too much of it is in memory. */
async function readText(
  body: ReadableStream<Uint8Array> | null,
  declared: number,
): Promise<{ read: string } | "too-large" | "too-slow"> {
  if (declared > PART_MAX_BYTES) return "too-large";
  if (!body) return { read: "" };
  const patience = AbortSignal.timeout(BODY_PATIENCE_MS);
  const end = new Promise<"too-slow">((resolve) =>
    patience.addEventListener("abort", () => resolve("too-slow")),
  );
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  let refused: "too-large" | "too-slow" | null = null;
  while (!refused) {
    const next = await Promise.race([reader.read(), end]);
    if (next === "too-slow") {
      refused = next;
    } else {
      if (next.done) return { read: text + decoder.decode() };
      bytes += next.value.byteLength;
      if (bytes > PART_MAX_BYTES) refused = "too-large";
      else text += decoder.decode(next.value, { stream: true });
    }
  }
  // The sender is told to stop; nobody waits until it has heard.
  reader.cancel().catch(() => {});
  return refused;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(failure: Failure): { refused: Response } {
  return { refused: sendFailure(failure, CACHE_NEVER) };
}
