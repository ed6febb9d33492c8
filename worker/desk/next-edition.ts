import type { Batch } from "../contract/imports.ts";
import { instantOf } from "../domain/calendar.ts";
import { nextEditionId } from "../domain/edition.ts";
import type { StatedDays } from "../domain/records/coverage.ts";
import type { Pointer } from "../store/distribution.ts";
import type { EditionRow } from "../store/editions.ts";

export interface PublishOrder {
  actor: string;
  note: string;
  override: string | null;
  /** Milliseconds since 1970. */
  now: number;
  /** The edition that readers have. A database that was taken back doesn't know of it, and mustn't name another so. */
  told?: Pointer | null;
}

type EditionKind = Pick<
  EditionRow,
  "kind" | "batch_id" | "reverts_to" | "ledger_id" | "read_on" | "override_reason" | "covers"
>;

export function nextEdition(latest: EditionRow | null, order: PublishOrder, kind: EditionKind): EditionRow {
  const { told } = order;
  const last = told && told.sequence > (latest?.sequence ?? 0) ? told : latest;
  return {
    ...kind,
    sequence: (last?.sequence ?? 0) + 1,
    id: nextEditionId(last?.id ?? null, order.now),
    published_at: instantOf(order.now),
    published_by: order.actor,
    note: order.note,
  };
}

/** What a batch becomes part of; without an id, as a check has none, it can't be committed. */
export function editionOfBatch(
  batch: Pick<Batch, "kind" | "read_on" | "covers"> & { id: string | null },
  latest: EditionRow | null,
  order: PublishOrder,
): EditionRow {
  const isLedger = batch.kind === "ledger";
  return nextEdition(latest, order, {
    kind: batch.kind,
    batch_id: batch.id,
    reverts_to: null,
    ledger_id: isLedger ? batch.id : (latest?.ledger_id ?? null),
    read_on: isLedger ? (latest?.read_on ?? null) : laterOf(latest?.read_on ?? null, batch.read_on),
    override_reason: null,
    covers: isLedger ? (latest?.covers ?? NOTHING_STATED) : coversAfter(latest, batch.covers),
  });
}

const NOTHING_STATED: StatedDays = { days: [], unstated: false };

/** What an import says of the days that it covers comes to what was said before. */
function coversAfter(latest: EditionRow | null, covers: Batch["covers"]): StatedDays {
  // An edition from before this was kept, with records, had none that said anything.
  const { days, unstated } = latest?.read_on ? latest.covers : NOTHING_STATED;
  if (!covers) return { days, unstated: true };
  const known = new Set(days.map((one) => JSON.stringify(one)));
  return { days: [...days, ...covers.filter((one) => !known.has(JSON.stringify(one)))], unstated };
}

/** An old dump that is imported late makes the records no older. */
function laterOf(before: string | null, day: string): string {
  return before !== null && before > day ? before : day;
}
