import type { Context } from "hono";
import type { Desk } from "../../access/holder.ts";
import { CACHE_NEVER } from "../../config.ts";
import type { Batch } from "../../contract/imports.ts";
import { LANGS } from "../../contract/terms.ts";
import { deliver } from "../../desk/deliver.ts";
import type { InForce } from "../../desk/in-force.ts";
import { soon } from "../../desk/soon.ts";
import { sendFailure } from "../../http/answer.ts";
import { contextOf } from "../../http/context.ts";
import type { Failure } from "../../problem.ts";
import { inForceIn } from "../../sources/in-force.ts";
import { readBatch } from "../../store/batches.ts";

/** What a publication is compared with, looked at as readers are answered, in the language of `lang`. */
export function inForce(c: Context<Desk>): Promise<InForce> {
  return inForceIn(c.env, LANGS.find((one) => one === c.req.query("lang")) ?? "en");
}

/** Brings what is published to the readers, and says whether they have it. */
export function delivered(c: Context<Desk>, how: "invalidate" | "purge" = "invalidate"): Promise<boolean> {
  const context = contextOf(c);
  return soon(deliver(c.env, context, how), context);
}

export async function findBatch(c: Context<Desk>): Promise<Batch | Response> {
  const id = c.req.param("id") ?? "";
  return (await readBatch(c.env.DB, id)) ?? refuse({ kind: "not-found", what: `batch ${id}` });
}

export const refuse = (failure: Failure) => sendFailure(failure, CACHE_NEVER);
