import { RUNS_KEPT_MS } from "../config.ts";
import { tellCache } from "../desk/tell-cache.ts";
import { instantOf } from "../domain/calendar.ts";
import { logFailure } from "../log.ts";
import { patient } from "../store/patient.ts";
import { schemaGap } from "../store/schema.ts";
import { hastenOutdated } from "../store/sources/held.ts";
import { forgetRuns } from "../store/sources/run-log.ts";
import { idleRuns } from "../store/sources/runs.ts";
import { dueSources } from "../store/sources/sources.ts";
import { readDaily } from "./daily.ts";
import { publishDue } from "./embargoes.ts";
import { collect } from "./notices/collect.ts";
import { sendDue } from "./notices/send.ts";
import { begin, carryOn } from "./run.ts";
import { dayHasTurned } from "./turn-of-day.ts";
import type { World } from "./world.ts";

/**
 * What the schedule does: takes up runs that were cut off, looks at the tables whose time has come, and tells people what
 * happened. A source that throws keeps nobody else from theirs.
 */
export async function tick(given: World): Promise<void> {
  const world = { ...given, env: patient(given.env) };
  const { env, now } = world;
  if (dayHasTurned(now())) await tellCache(world.context, "purge");
  if (await schemaGap(env.DB)) return;
  const at = instantOf(now());
  await env.DB.batch([hastenOutdated(env.DB, at), forgetRuns(env.DB, instantOf(now() - RUNS_KEPT_MS))]);
  for (const id of await idleRuns(env.DB, at)) await guarded(() => carryOn(world, id));
  await guarded(() => publishDue(world));
  for (const source of await dueSources(env.DB, at)) {
    await guarded(async () => {
      const id = await begin(world, source, "schedule");
      if (id !== null) await carryOn(world, id);
    });
  }
  await guarded(() => readDaily(world));
  await guarded(() => collect(env, now()));
  await guarded(() => sendDue(world));
}

async function guarded(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    logFailure("task-cut-off", error);
  }
}
