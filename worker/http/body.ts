import type { Context } from "hono";
import type { z } from "zod";
import { CACHE_NEVER, PART_MAX_BYTES } from "../config.ts";
import type { Failure } from "../problem.ts";
import { sendFailure } from "./answer.ts";

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
  if (text === null) return refuse({ kind: "too-large", limit: `${PART_MAX_BYTES} bytes` });
  const result = schema.safeParse(parse(text));
  if (result.success) return { body: result.data };
  const errors = result.error.issues.slice(0, 20).map((issue) => ({
    parameter: issue.path.join(".") || "body",
    message:
      issue.code === "unrecognized_keys"
        ? "Has fields that aren't taken here."
        : issue.code === "custom"
          ? issue.message
          : `Not as expected (${issue.code}).`,
  }));
  return refuse({ kind: "unprocessable", errors });
}

/** The body as text; null where it is too large, found out before more than that is in memory. */
async function readText(body: ReadableStream<Uint8Array> | null, declared: number): Promise<string | null> {
  if (declared > PART_MAX_BYTES) return null;
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > PART_MAX_BYTES) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
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
