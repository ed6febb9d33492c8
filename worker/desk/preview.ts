import type { RowsDiff } from "../contract/changes.ts";
import type { Batch } from "../contract/imports.ts";
import { compareBatch, countSame, farApart, numbersTwice, uncoveredIn } from "../store/cases/comparison.ts";
import { courtsOf } from "../store/cases/coverage.ts";
import { type EditionRow, editionOf, latestEdition } from "../store/editions.ts";
import { type BuiltOfBatch, buildAhead, type Draft } from "./ahead.ts";
import { objectionsTo } from "./altered.ts";
import { diffCases, mergeDiffs, NAMED, NO_DIFF } from "./cases-diff.ts";
import type { InForce } from "./in-force.ts";
import { editionOfBatch } from "./next-edition.ts";
import { implausible, MOST_DAYS } from "./plausible.ts";
import { type Review, reviewCases, reviewFigures } from "./review.ts";
import { silentIn } from "./silence.ts";

/** What publishing a batch would change, and why the guard would stop it. */
export async function previewBatch(
  db: D1Database,
  batch: Batch,
  inForce: InForce,
  now: number,
): Promise<Review> {
  const latest = await latestEdition(db);
  const reason = await whyTooLate(db, batch, latest);
  if (reason) return tooLate(reason);
  const edition = editionOfBatch(batch, latest, { actor: "", note: "", override: null, now });
  const draft = { batch, latest, edition };
  const ahead = await buildAhead(db, draft, inForce);
  if ("unbuildable" in ahead) return tooLate(ahead.unbuildable);
  return reviewBatch(db, draft, inForce, ahead, now);
}

/** @param ahead what the batch would become, built */
export async function reviewBatch(
  db: D1Database,
  { batch, latest }: Pick<Draft, "batch" | "latest">,
  inForce: InForce,
  ahead: BuiltOfBatch,
  now: number,
): Promise<Review> {
  const objections = await objectionsTo(db, latest, ahead.before);
  const review =
    batch.kind === "ledger"
      ? reviewFigures(inForce, ahead.built, now)
      : await reviewRecords(db, batch, inForce, ahead, now);
  return { ...review, guard: [...objections, ...review.guard] };
}

async function reviewRecords(
  db: D1Database,
  batch: Batch,
  inForce: InForce,
  ahead: BuiltOfBatch,
  now: number,
): Promise<Review> {
  let rows: RowsDiff = { ...NO_DIFF, same: await countSame(db, batch.id) };
  for await (const page of compareBatch(db, batch.id)) rows = mergeDiffs(rows, diffCases(page, 0));
  rows.implausible = implausible(await farApart(db, batch.id, MOST_DAYS + 1, NAMED));
  rows.numbers_twice = await numbersTwice(db, batch.id, NAMED);
  const silentCourts = await silentIn(db, await courtsOf(db, batch.id), batch.mode, rows);
  const coverage = ahead.built.records?.coverage;
  const uncovered = coverage && (await uncoveredIn(db, batch.id, coverage, NAMED));
  const codedBefore = ahead.before?.convictions ?? [];
  return reviewCases({ rows, silentCourts, uncovered, codedBefore }, inForce, ahead, now);
}

/** Why a batch has nothing left to publish: it is out, or it was compared with an edition that is no longer in force. */
export async function whyTooLate(
  db: D1Database,
  batch: Batch,
  latest: EditionRow | null,
): Promise<string | null> {
  if (batch.state === "published") {
    return `The batch was published as edition ${await editionOf(db, batch.id)}. A batch is published once.`;
  }
  if (batch.base === (latest?.sequence ?? 0)) return null;
  return `Edition ${latest?.id} came first. Stage the file again to see what it would change now.`;
}

function tooLate(text: string): Review {
  return { figures: [], cases: null, guard: [{ code: "too-late", text }], headlines: [] };
}
