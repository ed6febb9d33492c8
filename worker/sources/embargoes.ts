import type { EmbargoFault } from "../contract/embargo.ts";
import type { Batch } from "../contract/imports.ts";
import { deliver } from "../desk/deliver.ts";
import { whyTooLate } from "../desk/preview.ts";
import { publishBatch } from "../desk/publish.ts";
import { soon } from "../desk/soon.ts";
import { instantOf } from "../domain/calendar.ts";
import type { Failure } from "../problem.ts";
import { readBatch } from "../store/batches.ts";
import { readPointer } from "../store/distribution.ts";
import { latestEdition } from "../store/editions.ts";
import { dueEmbargoes, failEmbargo } from "../store/embargoes.ts";
import { SpoiltData } from "../store/spoilt.ts";
import { inForceIn } from "./in-force.ts";
import type { World } from "./world.ts";

/** Publishes what has waited for its hour. What can't be published by then says why, and waits for a person. */
export async function publishDue({ env, now, context }: World): Promise<void> {
  for (const { batch_id, hour, note, override_reason, set_by } of await dueEmbargoes(
    env.DB,
    instantOf(now()),
  )) {
    if (hour === "spoilt") {
      const { message: text } = new SpoiltData(
        `Embargo of batch ${batch_id}, until`,
        "an instant after it was set",
      );
      await failEmbargo(env.DB, batch_id, { code: "unfit", text }).run();
      continue;
    }
    const batch = await readBatch(env.DB, batch_id).catch(refused);
    if (!batch) continue;
    if ("failure" in batch) {
      await failEmbargo(env.DB, batch_id, { code: "unfit", text: batch.failure.detail }).run();
      continue;
    }
    const told = await readPointer(env.EDITIONS).catch(() => null);
    const order = { told, actor: set_by, note, override: override_reason, now: now() };
    const result = await publishBatch(env.DB, batch, await inForceIn(env, "en"), order).catch(refused);
    if ("edition" in result) await soon(deliver(env, context), null);
    else {
      await failEmbargo(env.DB, batch_id, await whyNot(env.DB, batch, result.failure)).run();
    }
  }
}

/** A spoilt store is told to whoever set the hour, as any other refusal. */
function refused(error: unknown): { failure: Extract<Failure, { kind: "data-spoilt" }> } {
  if (!(error instanceof SpoiltData)) throw error;
  return { failure: { kind: "data-spoilt", detail: error.message } };
}

async function whyNot(
  db: D1Database,
  batch: Batch,
  failure: Failure,
): Promise<{ code: EmbargoFault; text: string }> {
  if (failure.kind === "blocked-by-guard") return { code: "objections", text: failure.reasons.join(" ") };
  const text = "detail" in failure ? failure.detail : failure.kind;
  if (await whyTooLate(db, batch, await latestEdition(db))) return { code: "overtaken", text };
  return { code: failure.kind === "conflict" ? "nothing-new" : "unfit", text };
}
