import type { Batch, WithdrawRequest } from "../contract/imports.ts";
import { sha256Hex } from "../domain/digest.ts";
import { type StagedCase, stageCase } from "../domain/staged-case.ts";
import type { Failure } from "../problem.ts";
import { auditIfChanged } from "../store/audit.ts";
import { openBatch, readBatch, receivePart, sealBatch } from "../store/batches.ts";
import { readKnown } from "../store/cases/known.ts";
import { insertStaged } from "../store/cases/staging.ts";
import { type EditionRow, latestEdition } from "../store/editions.ts";
import type { InForce } from "./in-force.ts";
import { caseOf } from "./merge.ts";
import type { PublishOrder } from "./next-edition.ts";
import { numberAlias } from "./normalise/aliases.ts";
import { publishBatch } from "./publish.ts";

/** Withdrawn, staged for review as a batch like any other. */
export interface StagedWithdrawal {
  batch: Batch;
  /** Defendants' records that are touched. */
  records: number;
}

/** What the files of a withdrawal are called in provenance; there is no file. */
const WITHDRAWAL = "withdrawal";

/** Whether a batch withdraws records, or puts some back. */
export function isWithdrawal({ provenance }: Batch): boolean {
  return provenance.some(({ format }) => format === WITHDRAWAL);
}

/**
 * Stages the withdrawal of records that were never what they say, or their return. A withdrawn record stays in the store
 * with its cards, so that the next import of the same card doesn't bring it back.
 */
export async function stageWithdrawal(
  db: D1Database,
  request: WithdrawRequest,
  { actor, at, today }: { actor: string; at: string; today: string },
): Promise<StagedWithdrawal | { failure: Failure }> {
  const staged = await stagedFor(db, request);
  if (staged.length === 0) {
    const what = request.case_uid ?? `${request.court_code} ${request.case_number}`;
    return { failure: { kind: "not-found", what: `record of ${what} that this would change` } };
  }
  const latest = await latestEdition(db);
  const base = latest?.sequence ?? 0;
  const sha256 = await sha256Hex(JSON.stringify({ ...request, base }));
  const id = sha256.slice(0, 16);
  const rows = staged.length;
  const file = { sha256, format: WITHDRAWAL, rows, taken: rows, rejected: 0, kept_out: {}, warnings: [] };
  const batch = { kind: "cases", content: sha256, parts: 1, mode: "partial" } as const;
  const { covers } = latest ?? {};
  const stated = covers && !covers.unstated && covers.days.length > 0 ? { covers: [...covers.days] } : {};
  const { case_uid, court_code, case_number, defendant, reason, restore } = request;
  const action = restore ? "restore" : "withdraw";
  const detail = { action, case_uid, court_code, case_number, defendant, reason, records: rows };
  // Nobody reads the courts' sites for it, so the records are as old as they were.
  const read_on = latest?.read_on ?? today;
  await db.batch([
    openBatch(db, id, base, { ...batch, provenance: [file], ...stated, read_on }, at, actor),
    ...insertStaged(db, id, staged),
    receivePart(db, id, 0, at),
    sealBatch(db, id),
    auditIfChanged(db, at, actor, "withdraw", id, detail),
  ]);
  return { batch: (await readBatch(db, id))!, records: rows };
}

/** Withdraws records, or puts them back, as an edition of its own with the reason as its note. */
export async function withdraw(
  db: D1Database,
  request: WithdrawRequest,
  inForce: InForce,
  order: PublishOrder,
  when: { at: string; today: string },
): Promise<{ edition: EditionRow; records: number } | { failure: Failure }> {
  const staged = await stageWithdrawal(db, request, { actor: order.actor, ...when });
  if ("failure" in staged) return staged;
  const { reason } = request;
  const published = await publishBatch(db, staged.batch, inForce, {
    ...order,
    note: reason,
    override: reason,
  });
  return "failure" in published ? published : { edition: published.edition, records: staged.records };
}

async function stagedFor(db: D1Database, request: WithdrawRequest): Promise<StagedCase[]> {
  const { case_uid, court_code, case_number, defendant, reason, restore = false } = request;
  const name = case_uid ?? numberAlias(court_code ?? "", case_number ?? "");
  const known = await readKnown(db, [name]);
  return [...known].flatMap(([case_key, defendants]) =>
    [...defendants].flatMap(([ordinal, { state }]) => {
      if (defendant !== undefined && defendant !== ordinal) return [];
      if (case_uid === undefined && !isOf(state.cards, court_code, case_number)) return [];
      if ((state.coding.withdrawn !== undefined) !== restore) return [];
      const { withdrawn: _, ...coding } = state.coding;
      const after = { ...state, coding: restore ? coding : { ...coding, withdrawn: reason } };
      return [stageCase(caseOf(after, ordinal), after, { case_key, change: "changed", day: null })];
    }),
  );
}

/** A number that was another case's, too, names those whose own it is. */
function isOf(
  cards: readonly { court_code: string; case_number: string }[],
  court: string | undefined,
  number: string | undefined,
): boolean {
  return cards.some((card) => card.court_code === court && card.case_number === number);
}
