import type { RowsDiff } from "../contract/changes.ts";
import type { Batch } from "../contract/imports.ts";
import { compareBatch, countSame, farApart, numbersTwice, uncoveredIn } from "../store/cases/comparison.ts";
import { courtsOf } from "../store/cases/coverage.ts";
import { tallyConvictions } from "../store/cases/tally.ts";
import { type EditionRow, editionOf, latestEdition } from "../store/editions.ts";
import { type Built, buildAhead } from "./ahead.ts";
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
  const ahead = await buildAhead(db, batch, edition, inForce);
  if ("unbuildable" in ahead) return tooLate(ahead.unbuildable);
  return reviewBatch(db, batch, inForce, ahead, now);
}

/** @param ahead the edition that it would become */
export async function reviewBatch(
  db: D1Database,
  batch: Batch,
  inForce: InForce,
  ahead: Built,
  now: number,
): Promise<Review> {
  if (batch.kind === "ledger") return reviewFigures(inForce, ahead.built, now);
  let rows: RowsDiff = { ...NO_DIFF, same: await countSame(db, batch.id) };
  for await (const page of compareBatch(db, batch.id)) rows = mergeDiffs(rows, diffCases(page, 0));
  rows.implausible = implausible(await farApart(db, batch.id, MOST_DAYS + 1, NAMED));
  rows.numbers_twice = await numbersTwice(db, batch.id, NAMED);
  const silentCourts = await silentIn(db, await courtsOf(db, batch.id), batch.mode, rows);
  const coverage = ahead.built.records?.coverage;
  const uncovered = coverage && (await uncoveredIn(db, batch.id, coverage, NAMED));
  const codedBefore = await tallyConvictions(db, null);
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
