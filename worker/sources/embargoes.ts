import { deliver } from "../desk/deliver.ts";
import { publishBatch } from "../desk/publish.ts";
import { soon } from "../desk/soon.ts";
import { instantOf } from "../domain/calendar.ts";
import { readBatch } from "../store/batches.ts";
import { readPointer } from "../store/distribution.ts";
import { dueEmbargoes, failEmbargo } from "../store/embargoes.ts";
import { inForceIn } from "./in-force.ts";
import type { World } from "./world.ts";

/** Publishes what has waited for its hour. What can't be published by then says why, and waits for a person. */
export async function publishDue({ env, now, context }: World): Promise<void> {
  for (const { batch_id, note, override_reason, set_by } of await dueEmbargoes(env.DB, instantOf(now()))) {
    const batch = await readBatch(env.DB, batch_id);
    if (!batch) continue;
    const told = await readPointer(env.EDITIONS).catch(() => null);
    const order = { told, actor: set_by, note, override: override_reason, now: now() };
    const result = await publishBatch(env.DB, batch, await inForceIn(env, "en"), order);
    if ("edition" in result) await soon(deliver(env, context), null);
    else {
      const { failure } = result;
      const why = failure.kind === "blocked-by-guard" ? failure.reasons.join(" ") : detailOf(failure);
      await failEmbargo(env.DB, batch_id, why).run();
    }
  }
}

function detailOf(failure: { kind: string; detail?: string }): string {
  return failure.detail ?? failure.kind;
}
