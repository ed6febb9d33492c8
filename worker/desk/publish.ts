import type { CasesDiff } from "../contract/changes.ts";
import type { Batch, FigureChange } from "../contract/imports.ts";
import type { Objection } from "../contract/objection.ts";
import { instantOf } from "../domain/calendar.ts";
import { type Edition, nextEditionId } from "../domain/edition.ts";
import type { Failure } from "../problem.ts";
import { audit } from "../store/audit.ts";
import { compareBatch, countSame } from "../store/cases/comparison.ts";
import { courtsOf } from "../store/cases/coverage.ts";
import { publishCases, revertCases } from "../store/cases/versions.ts";
import {
  type EditionRow,
  editionOf,
  findEdition,
  insertEdition,
  latestEdition,
  markPublished,
  readingDays,
} from "../store/editions.ts";
import { readFigures } from "../store/ledger.ts";
import { diffCases, mergeDiffs, NO_DIFF } from "./cases-diff.ts";
import { countsIn, guardDiff } from "./facts.ts";
import { diffLedgers } from "./ledger-diff.ts";
import { silentIn } from "./silence.ts";
import { startOfWatch } from "./watch.ts";

export interface PublishOrder {
  actor: string;
  note: string;
  override: string | null;
  /** Milliseconds since 1970. */
  now: number;
}

/** What publishing a batch would change, and why the guard would stop it. */
export interface Preview {
  figures: FigureChange[];
  cases: CasesDiff | null;
  guard: Objection[];
}

type Published = { edition: EditionRow } | { failure: Failure };

/** @param current the edition in force, as distributed */
export async function previewBatch(
  db: D1Database,
  batch: Batch,
  current: Edition | null,
  now: number,
): Promise<Preview> {
  const reason = await whyTooLate(db, batch, await latestEdition(db));
  if (reason) return { figures: [], cases: null, guard: [{ code: "too-late", text: reason }] };
  if (batch.kind === "ledger") {
    const figures = diffLedgers(current?.figures ?? [], await readFigures(db, batch.id));
    return { figures, cases: null, guard: [] };
  }
  let cases: CasesDiff = { ...NO_DIFF, same: await countSame(db, batch.id) };
  const before = countsIn(current);
  for await (const page of compareBatch(db, batch.id)) cases = mergeDiffs(cases, diffCases(page, 0, before));
  const silent = await silentIn(db, await courtsOf(db, batch.id), batch.mode, cases);
  return { figures: [], cases, guard: guardDiff(cases, current, silent, now) };
}

/** Commits a batch as the next edition, in one transaction, or says why not. Distribution comes after. */
export async function publishBatch(
  db: D1Database,
  batch: Batch,
  current: Edition | null,
  order: PublishOrder,
): Promise<Published> {
  // What is compared with `latest` here is committed as the edition after it, or not at all.
  const latest = await latestEdition(db);
  const reason = await whyTooLate(db, batch, latest);
  if (reason) return conflict(reason);
  if (batch.state !== "sealed")
    return conflict(`The batch is ${batch.state}. Stage the file again to go on.`);
  const preview = await previewBatch(db, batch, current, order.now);
  if (changesNothing(preview)) return conflict("Nothing would change: the edition in force says the same.");
  if (preview.guard.length > 0 && order.override === null) {
    return { failure: { kind: "blocked-by-guard", reasons: textsOf(preview.guard) } };
  }
  const edition = nextEdition(latest, order, {
    kind: batch.kind,
    batch_id: batch.id,
    reverts_to: null,
    ledger_id: batch.kind === "ledger" ? batch.id : (latest?.ledger_id ?? null),
    read_on:
      batch.kind === "cases" ? laterOf(latest?.read_on ?? null, batch.read_on) : (latest?.read_on ?? null),
    override_reason: preview.guard.length > 0 ? order.override : null,
  });
  return commit(db, edition, [
    ...(batch.kind === "cases" ? await publishRecords(db, batch, edition.sequence) : []),
    markPublished(db, batch.id),
    audit(db, edition.published_at, order.actor, "publish", edition.id, {
      batch: batch.id,
      guard: textsOf(preview.guard),
      override: edition.override_reason,
    }),
  ]);
}

/** Publishes the state of an earlier edition as a new one. */
export async function revertTo(db: D1Database, id: string, order: PublishOrder): Promise<Published> {
  const [target, latest] = await Promise.all([findEdition(db, id), latestEdition(db)]);
  if (!target || !latest) return { failure: { kind: "not-found", what: `edition ${id}` } };
  if (target.sequence === latest.sequence) return conflict(`Edition ${id} is the one in force.`);
  const edition = nextEdition(latest, order, {
    kind: "revert",
    batch_id: null,
    reverts_to: target.sequence,
    ledger_id: target.ledger_id,
    read_on: target.read_on,
    override_reason: null,
  });
  return commit(db, edition, [
    ...revertCases(db, target.sequence, edition.sequence),
    audit(db, edition.published_at, order.actor, "revert", edition.id, { to: id }),
  ]);
}

async function publishRecords(
  db: D1Database,
  { id, read_on }: Batch,
  sequence: number,
): Promise<D1PreparedStatement[]> {
  return publishCases(db, id, sequence, startOfWatch(await readingDays(db), read_on), read_on);
}

/** An old dump that is imported late makes the records no older. */
function laterOf(before: string | null, day: string): string {
  return before !== null && before > day ? before : day;
}

type EditionKind = Pick<
  EditionRow,
  "kind" | "batch_id" | "reverts_to" | "ledger_id" | "read_on" | "override_reason"
>;

function nextEdition(latest: EditionRow | null, order: PublishOrder, kind: EditionKind): EditionRow {
  return {
    ...kind,
    sequence: (latest?.sequence ?? 0) + 1,
    id: nextEditionId(latest?.id ?? null, order.now),
    published_at: instantOf(order.now),
    published_by: order.actor,
    note: order.note,
  };
}

/** All or nothing. A broken constraint means that another publication took the number or the batch. */
async function commit(db: D1Database, edition: EditionRow, steps: D1PreparedStatement[]): Promise<Published> {
  try {
    await db.batch([insertEdition(db, edition), ...steps]);
    return { edition };
  } catch (error) {
    if (!(error instanceof Error && /constraint/i.test(error.message))) throw error;
    return conflict("Another publication came first. Stage the file again to see what it would change now.");
  }
}

/** Why a batch has nothing left to publish: it is out, or it was compared with an edition that is no longer in force. */
async function whyTooLate(db: D1Database, batch: Batch, latest: EditionRow | null): Promise<string | null> {
  if (batch.state === "published") {
    return `The batch was published as edition ${await editionOf(db, batch.id)}. A batch is published once.`;
  }
  if (batch.base === (latest?.sequence ?? 0)) return null;
  return `Edition ${latest?.id} came first. Stage the file again to see what it would change now.`;
}

function textsOf(guard: readonly Objection[]): string[] {
  return guard.map(({ text }) => text);
}

function changesNothing({ figures, cases }: Preview): boolean {
  return figures.length === 0 && (!cases || cases.added + cases.changed + cases.vanished === 0);
}

function conflict(detail: string): Published {
  return { failure: { kind: "conflict", detail } };
}
