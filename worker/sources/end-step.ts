import { SOURCE_FAILURES_TOLD } from "../config.ts";
import type { RunProblem } from "../contract/sources.ts";
import { instantOf } from "../domain/calendar.ts";
import { auditIfChanged } from "../store/audit.ts";
import { discardBatch, emptyDiscarded, readBatch } from "../store/batches.ts";
import { heldBatches, replaceHeld } from "../store/sources/held.ts";
import { dropParts } from "../store/sources/parts.ts";
import { rememberFailure, rememberTable } from "../store/sources/remembered.ts";
import { endRun, type HeldReview, type OpenRun, type SeenTable } from "../store/sources/runs.ts";
import type { SourceRow } from "../store/sources/sources.ts";
import { actorOf } from "./actor.ts";
import { backoffMs, EVERY_MS, isPassing } from "./when.ts";

/** How a run ended. */
export type End =
  | { end: "published" | "nothing-new"; table?: SeenTable | null }
  | { end: "held"; review: HeldReview }
  | { end: "failed"; problem: RunProblem; retryAfterS: number | null };

/** Ends a run, in one transaction with all that follows from it. Repeating it changes nothing. */
export async function endStep(
  db: D1Database,
  run: OpenRun,
  source: SourceRow,
  end: End,
  now: number,
): Promise<void> {
  const at = instantOf(now);
  const shared = [dropParts(db, run.id)];
  if (end.end === "failed") {
    const failures = source.failures + 1;
    const tell = !isPassing(end.problem) || failures >= SOURCE_FAILURES_TOLD;
    const failingSince = source.failing_since ?? (tell ? at : null);
    const nextRunAt = instantOf(now + backoffMs(source.every, failures, end.retryAfterS));
    await db.batch([
      endRun(db, run.id, at, { state: "failed", problem: end.problem }),
      rememberFailure(db, source.slug, { failures, failingSince, nextRunAt }),
      ...shared,
    ]);
    return;
  }
  const nextRunAt = instantOf(now + EVERY_MS[source.every]);
  const seen = ("table" in end && end.table) || run.table?.seen || null;
  await db.batch([
    endRun(db, run.id, at, { state: end.end, ...(end.end === "held" && { review: end.review }) }),
    rememberTable(db, source.slug, seen, nextRunAt),
    // What an earlier run holds says what the table no longer does; the same table leaves it as it is.
    ...(run.table ? await letGo(db, run, source.slug, end, at) : []),
    ...shared,
  ]);
}

/** What was held before, and what turned out to be nothing new, is discarded. */
async function letGo(
  db: D1Database,
  run: OpenRun,
  slug: string,
  { end }: End,
  at: string,
): Promise<D1PreparedStatement[]> {
  const actor = actorOf(slug);
  const earlier = (await heldBatches(db, slug, run.id)).filter((id) => id !== run.batch_id);
  const own = run.batch_id === null ? null : await readBatch(db, run.batch_id);
  const isOwn = end === "nothing-new" && own?.created_by === actor;
  const gone = [...earlier, ...(isOwn && own ? [own.id] : [])];
  return [
    replaceHeld(db, slug, run.id),
    ...gone.flatMap((id) => [
      discardBatch(db, id),
      auditIfChanged(db, at, actor, "discard", id),
      ...emptyDiscarded(db, id),
    ]),
  ];
}
