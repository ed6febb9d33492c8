import type { Batch } from "../contract/imports.ts";
import type { RunProblem } from "../contract/sources.ts";
import { deliver } from "../desk/deliver.ts";
import { editionOfBatch, type PublishOrder } from "../desk/next-edition.ts";
import { previewBatch } from "../desk/preview.ts";
import { changesNothing, publishBatch } from "../desk/publish.ts";
import { soon } from "../desk/soon.ts";
import { readBatch } from "../store/batches.ts";
import { readPointer } from "../store/distribution.ts";
import { type EditionRow, latestEdition } from "../store/editions.ts";
import { type HeldReview, type OpenRun, stepRun } from "../store/sources/runs.ts";
import type { SourceRow } from "../store/sources/sources.ts";
import { actorOf } from "./actor.ts";
import { inForceIn } from "./in-force.ts";
import { needsTwoPairs, type World } from "./world.ts";

/** Undefined: it has to be staged again, against an edition that came meanwhile. */
export type ReviewEnd =
  | undefined
  | { end: "published" | "nothing-new" }
  | { end: "held"; review: HeldReview }
  | { end: "failed"; problem: RunProblem; retryAfterS: null };

/**
 * Looks at what publishing would change, asks the guard, and publishes or leaves it to a person.
 * @throws SpoiltData
 */
export async function reviewStep(world: World, run: OpenRun, source: SourceRow): Promise<ReviewEnd> {
  const { env, now } = world;
  const batch = await readBatch(env.DB, run.batch_id!);
  if (!batch) throw new Error(`The batch of run ${run.id} is gone.`);
  // It was published by the run itself before that was killed, or by a person.
  if (batch.state === "published") return publishedNow(world);
  if (batch.state === "discarded") return { end: "held", review: { guard: [], headline: null } };
  if (await isOvertaken(env.DB, batch)) return again(env.DB, run);
  const inForce = await inForceIn(env, "en");
  const preview = await previewBatch(env.DB, batch, inForce, now());
  const told = await readPointer(env.EDITIONS).catch(() => null);
  const order: PublishOrder = { told, actor: actorOf(source.slug), note: "", override: null, now: now() };
  if (preview.guard.some(({ code }) => code === "too-late")) {
    if (await isOvertaken(env.DB, batch)) return again(env.DB, run);
    return unfit(preview.guard.map(({ text }) => text).join(" "));
  }
  const latest = await latestEdition(env.DB);
  const { covers } = editionOfBatch(batch, latest, order);
  const saysTheSame = JSON.stringify(covers) === JSON.stringify(latest?.covers) || goesOn(source, latest);
  if (latest && changesNothing(preview) && saysTheSame) return { end: "nothing-new" };
  const held = { guard: preview.guard, headline: preview.headlines[0] ?? null };
  if (held.guard.length > 0 || source.publishes === "after-review" || needsTwoPairs(env)) {
    return { end: "held", review: held };
  }
  const result = await publishBatch(env.DB, batch, inForce, order);
  if ("edition" in result) return publishedNow(world);
  if (result.failure.kind === "blocked-by-guard") return { end: "held", review: held };
  if (await isOvertaken(env.DB, batch)) return again(env.DB, run);
  return unfit("detail" in result.failure ? result.failure.detail : result.failure.kind);
}

/** Whether a table that speaks of all days up to the one on which it is read has spoken of them in an edition before. */
function goesOn({ covers }: SourceRow, latest: EditionRow | null): boolean {
  if (covers?.end !== null) return false;
  const courts = JSON.stringify(covers.courts);
  return (latest?.covers.days ?? []).some(
    (one) => one.start === covers.start && JSON.stringify(one.courts) === courts,
  );
}

async function publishedNow({ env, context }: World): Promise<ReviewEnd> {
  // What doesn't reach the readers now does so with the next schedule.
  await soon(deliver(env, context), null);
  return { end: "published" };
}

async function isOvertaken(db: D1Database, { id, base }: Batch): Promise<boolean> {
  const state = (await readBatch(db, id))?.state;
  return state !== "published" && base !== ((await latestEdition(db))?.sequence ?? 0);
}

async function again(db: D1Database, run: OpenRun): Promise<undefined> {
  await stepRun(db, run.id, "stage", {}).run();
}

function unfit(text: string): ReviewEnd {
  return { end: "failed", problem: { code: "unfit", text }, retryAfterS: null };
}
