import { deliver } from "../desk/deliver.ts";
import { deliverThemes } from "../desk/themes/deliver.ts";
import { keepReleasedFiles } from "../store/released-files.ts";
import { tick } from "./tick.ts";
import type { World } from "./world.ts";

/**
 * All that the cron trigger does, each part to its end: an edition that can't be delivered keeps no notice from being
 * sent.
 * @throws the first failure, once all have ended: the platform counts such a run as failed
 */
export async function runSchedule(world: World): Promise<void> {
  const { env, context } = world;
  const ended = await Promise.allSettled([
    deliver(env, context),
    deliverThemes(env, context),
    // Assets have no origin of their own; theirs is asked under any.
    keepReleasedFiles(env, "https://assets.local"),
    tick(world),
  ]);
  for (const one of ended) if (one.status === "rejected") throw one.reason;
}
