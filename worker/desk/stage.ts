import type { CourtCase } from "../contract/court-case.ts";
import type { Figure } from "../contract/figure.ts";
import type { CaseState } from "../domain/case-state.ts";
import { printsOfFigures } from "../domain/prints.ts";
import { dayOf, type StagedCase, stageCase } from "../domain/staged-case.ts";
import { type KnownRecords, readKnown } from "../store/cases/known.ts";
import { insertStaged } from "../store/cases/staging.ts";
import { insertFigures } from "../store/ledger.ts";
import { receivePrints } from "../store/prints.ts";
import { caseOf } from "./merge.ts";
import { caseAliases } from "./normalise/aliases.ts";
import { isSame, type Settled, settle } from "./settle.ts";

/** A part of an import beside what is in force. */
export interface StagedPart {
  staged: StagedCase[];
  /** All defendants in force of the cases that the part touches. */
  known: KnownRecords;
}

/** Cases that share a number with one that shares a number with the part's: further on nothing depends on them. */
const ROUNDS = 3;

/**
 * Sorts a part and what is in force into cases; nothing is written.
 * @param readOn Moscow date on which the courts' sites were read for it
 */
export async function mergePart(
  db: D1Database,
  cases: readonly CourtCase[],
  readOn: string,
): Promise<StagedPart> {
  const known = await knownOf(db, cases);
  const states = new Map(
    [...known].map(([key, defendants]) => [
      key,
      new Map([...defendants].map(([defendant, { state }]) => [defendant, state])),
    ]),
  );
  const staged = settle(states, cases, readOn).flatMap((one) => stagedOf(one, known));
  return { staged, known };
}

/** The statements that put a part into its batch. Repeating them changes nothing. */
export async function stagePart(
  db: D1Database,
  batchId: string,
  cases: readonly CourtCase[],
  readOn: string,
): Promise<D1PreparedStatement[]> {
  return insertStaged(db, batchId, (await mergePart(db, cases, readOn)).staged);
}

/** The statements that put a ledger into its batch, with its prints. Repeating them changes nothing. */
export function stageLedger(
  db: D1Database,
  batchId: string,
  figures: readonly Figure[],
): D1PreparedStatement[] {
  return [insertFigures(db, batchId, figures), receivePrints(db, batchId, printsOfFigures(figures))];
}

function stagedOf({ case_key, defendant, before, after, rows }: Settled, known: KnownRecords): StagedCase[] {
  const days = rows.flatMap((row) => dayOf(row) ?? []).sort();
  const day = days.at(-1) ?? null;
  if (after === null) {
    const { inForce, state } = known.get(case_key)!.get(defendant)!;
    const row = { ...inForce, received_court: inForce.court_code };
    return [stageCase(row, state, { case_key, change: "absorbed", day: null })];
  }
  const same = before !== null && isSame(before, after, defendant);
  // What isn't in the import and stays as it is, is no part of it.
  if (same && rows.length === 0) return [];
  const change = before === null ? "new" : same ? "same" : "changed";
  return [stageCase(caseOf(after, defendant), after, { case_key, change, day })];
}

/** The cases that the part's rows may be, and those that have a number in common with these. */
async function knownOf(db: D1Database, cases: readonly CourtCase[]): Promise<KnownRecords> {
  const asked = new Set<string>();
  const known: KnownRecords = new Map();
  let names = new Set(cases.flatMap(namesOf));
  for (let round = 0; round < ROUNDS && names.size > 0; round++) {
    for (const name of names) asked.add(name);
    const found = await readKnown(db, [...names]);
    for (const [key, defendants] of found) known.set(key, defendants);
    const further = [...found.values()].flatMap((defendants) => [...defendants.values()].flatMap(namesIn));
    names = new Set(further.filter((name) => !asked.has(name)));
  }
  return known;
}

function namesOf(one: CourtCase): string[] {
  const cards = (one.cards ?? []).flatMap((card) => caseAliases({ ...card, case_uid: null }));
  return [...caseAliases(one), ...cards];
}

function namesIn({ inForce, state }: { inForce: CourtCase; state: CaseState }): string[] {
  return namesOf({ ...inForce, cards: [...state.cards] });
}
