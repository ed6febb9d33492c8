import type { Batch } from "../contract/imports.ts";
import type { Objection } from "../contract/objection.ts";
import type { EditionContent } from "../domain/edition.ts";
import { printsOfFigures, printsOfRecords } from "../domain/prints.ts";
import type { Failure } from "../problem.ts";
import { audit } from "../store/audit.ts";
import { publishCases, revertCases } from "../store/cases/versions.ts";
import { publishCodings, revertCodings } from "../store/coding/codings.ts";
import {
  type EditionRow,
  findEdition,
  insertEdition,
  latestEdition,
  markPublished,
  readingDays,
} from "../store/editions.ts";
import { keepPrints } from "../store/prints.ts";
import { buildAhead, buildFrom } from "./ahead.ts";
import { asCounted } from "./altered.ts";
import { readContent } from "./content.ts";
import type { InForce } from "./in-force.ts";
import { editionOfBatch, nextEdition, type PublishOrder } from "./next-edition.ts";
import { reviewBatch, whyTooLate } from "./preview.ts";
import type { Review } from "./review.ts";
import { startOfWatch } from "./watch.ts";

type Published = { edition: EditionRow } | { failure: Failure };

/** Commits a batch as the next edition, in one transaction, or says why not. Distribution comes after. */
export async function publishBatch(
  db: D1Database,
  batch: Batch,
  inForce: InForce,
  order: PublishOrder,
): Promise<Published> {
  // What is compared with `latest` here is committed as the edition after it, or not at all.
  const latest = await latestEdition(db);
  const reason = await whyTooLate(db, batch, latest);
  if (reason) return conflict(reason);
  if (batch.state !== "sealed")
    return conflict(`The batch is ${batch.state}. Stage the file again to go on.`);
  const draft = editionOfBatch(batch, latest, order);
  const ahead = await buildAhead(db, { batch, latest, edition: draft }, inForce);
  if ("unbuildable" in ahead) return conflict(ahead.unbuildable);
  const preview = await reviewBatch(db, { batch, latest }, inForce, ahead, order.now);
  if (changesNothing(preview) && JSON.stringify(draft.covers) === JSON.stringify(latest?.covers)) {
    return conflict("Nothing would change: the edition in force says the same.");
  }
  if (preview.guard.length > 0 && order.override === null) {
    return { failure: { kind: "blocked-by-guard", reasons: textsOf(preview.guard) } };
  }
  const edition = { ...draft, override_reason: preview.guard.length > 0 ? order.override : null };
  return commit(db, edition, [
    ...(batch.kind === "cases" ? await publishRecords(db, batch, edition.sequence) : []),
    ...keptPrints(db, edition, ahead.content),
    markPublished(db, batch.id),
    audit(db, edition.published_at, order.actor, "publish", edition.id, {
      batch: batch.id,
      guard: textsOf(preview.guard),
      override: edition.override_reason,
      ...silenceIn(preview.guard),
    }),
  ]);
}

/** Publishes the state of an earlier edition as a new one, whatever became of those after it. */
export async function revertTo(
  db: D1Database,
  id: string,
  sample: boolean,
  order: PublishOrder,
): Promise<Published> {
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
    covers: target.covers,
  });
  const read = () => readContent(db, edition, target.sequence, false);
  const ahead = await buildFrom(edition, read, { current: null, sample });
  if ("unbuildable" in ahead) return conflict(ahead.unbuildable);
  await asCounted(db, id, ahead.content.records);
  return commit(db, edition, [
    ...keptPrints(db, edition, ahead.content),
    ...revertCases(db, target.sequence, edition.sequence),
    revertCodings(db, target.sequence),
    audit(db, edition.published_at, order.actor, "revert", edition.id, { to: id }),
  ]);
}

async function publishRecords(
  db: D1Database,
  { id, read_on }: Batch,
  sequence: number,
): Promise<D1PreparedStatement[]> {
  return [
    ...publishCases(db, id, sequence, startOfWatch(await readingDays(db), read_on), read_on),
    publishCodings(db, id, sequence),
  ];
}

/** What the edition is counted from, for those that are built after it. The ledger's are there, unless it is from before. */
function keptPrints(
  db: D1Database,
  { id, ledger_id }: EditionRow,
  { figures, records }: EditionContent,
): D1PreparedStatement[] {
  const ledger = ledger_id === null ? [] : [keepPrints(db, ledger_id, printsOfFigures(figures))];
  return [...ledger, keepPrints(db, id, printsOfRecords(records))];
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

/** Courts that an import is published without: whoever is told of silent courts is told of them here, too. */
function silenceIn(guard: readonly Objection[]): { silent?: { courts: string[]; more: number } } {
  const silent = guard.find(({ code }) => code === "silent-courts");
  return silent?.code === "silent-courts" ? { silent: { courts: silent.courts, more: silent.more } } : {};
}

function textsOf(guard: readonly Objection[]): string[] {
  return guard.map(({ text }) => text);
}

/** Whether readers and the desk would have what they have. */
export function changesNothing({ figures, cases }: Review): boolean {
  return figures.length === 0 && (!cases || cases.added + cases.changed + cases.vanished === 0);
}

function conflict(detail: string): Published {
  return { failure: { kind: "conflict", detail } };
}
