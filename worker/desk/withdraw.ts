import type { Batch, WithdrawRequest } from "../contract/imports.ts";
import { type StagedCase, stageCase } from "../domain/staged-case.ts";
import type { Failure } from "../problem.ts";
import { auditIfChanged } from "../store/audit.ts";
import { readBatch } from "../store/batches.ts";
import { readKnown } from "../store/cases/known.ts";
import { type EditionRow, latestEdition } from "../store/editions.ts";
import type { InForce } from "./in-force.ts";
import { makeBatch } from "./made-batch.ts";
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
  const { case_uid, court_code, case_number, defendant, reason, restore } = request;
  const action = restore ? "restore" : "withdraw";
  const records = staged.length;
  const detail = { action, case_uid, court_code, case_number, defendant, reason, records };
  const made = await makeBatch(db, staged, {
    ...{ format: WITHDRAWAL, content: JSON.stringify({ ...request, base }), latest, actor, at, today },
  });
  await db.batch([...made.statements, auditIfChanged(db, at, actor, "withdraw", made.id, detail)]);
  return { batch: (await readBatch(db, made.id))!, records };
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
