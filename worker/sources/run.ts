import { RUN_ATTEMPTS_MAX, RUN_LEASE_MS } from "../config.ts";
import type { SourceRun } from "../contract/sources.ts";
import { instantOf } from "../domain/calendar.ts";
import { readRun } from "../store/sources/run-log.ts";
import {
  beginRun,
  endRun,
  leaseRun,
  type OpenRun,
  openRunOf,
  readOpenRun,
  renewLease,
} from "../store/sources/runs.ts";
import { readSource, type SourceRow } from "../store/sources/sources.ts";
import { SpoiltData } from "../store/spoilt.ts";
import { type End, endStep } from "./end-step.ts";
import { fetchStep } from "./fetch-step.ts";
import { reviewStep } from "./review-step.ts";
import { stageStep } from "./stage-step.ts";
import type { World } from "./world.ts";

/**
 * Begins a run of a source, or finds the one under way.
 * @returns its id; null: there is no such source
 */
export async function begin({ env, now }: World, source: string, askedBy: string): Promise<string | null> {
  const run = { id: crypto.randomUUID(), source, askedBy, at: instantOf(now()) };
  await beginRun(env.DB, run).run();
  return openRunOf(env.DB, source);
}

/**
 * Takes a run as far as it goes: fetch → stage, part by part → review → publish or hold. Each step is done once more
 * where whoever did it was killed, and that changes nothing; nobody else is at it meanwhile.
 * @throws what the store throws: the run is taken up again when its lease is over
 */
export async function carryOn(world: World, id: string): Promise<void> {
  const { env, now } = world;
  const leased = await leaseRun(env.DB, id, instantOf(now()), leaseEnd(now()));
  if (!leased) return;
  let run: OpenRun | null = leased;
  while (run) {
    const source = await readSource(env.DB, run.source).catch(spoilt);
    if (!source || "problem" in source) {
      const end = { state: "failed", problem: source?.problem ?? NO_SOURCE } as const;
      return void (await endRun(env.DB, id, instantOf(now()), end).run());
    }
    const end: End | undefined =
      run.attempts > RUN_ATTEMPTS_MAX ? STUCK : await step(world, run, source).catch(spoilt);
    if (end) return endStep(env.DB, run, source, end, now());
    await renewLease(env.DB, id, leaseEnd(now())).run();
    run = await readOpenRun(env.DB, id);
  }
}

/** A run from its beginning to its end, as far as nobody else is at it. */
export async function runSource(world: World, source: string, askedBy: string): Promise<SourceRun | null> {
  const id = await begin(world, source, askedBy);
  if (id === null) return null;
  await carryOn(world, id);
  return readRun(world.env.DB, id);
}

async function step(world: World, run: OpenRun, source: SourceRow): Promise<End | undefined> {
  switch (run.step) {
    case "fetch":
      return fetchStep(world, run, source);
    case "stage":
      return void (await stageStep(world, run, source));
    case "review":
      return reviewStep(world, run, source);
  }
}

/** Trying again doesn't mend a spoilt store: such a run ends, and says which row it is. */
function spoilt(error: unknown): Extract<End, { end: "failed" }> {
  if (!(error instanceof SpoiltData)) throw error;
  return { end: "failed", problem: { code: "unfit", text: error.message }, retryAfterS: null };
}

const STUCK: End = {
  end: "failed",
  problem: {
    code: "internal",
    text: `The run was taken up ${RUN_ATTEMPTS_MAX} times and got no further: the table may be too large for this plan.`,
  },
  retryAfterS: null,
};
const NO_SOURCE = { code: "internal", text: "The source was deleted." } as const;

const leaseEnd = (now: number) => instantOf(now + RUN_LEASE_MS);
