import type { CourtCase } from "../contract/court-case.ts";
import { dayOf, type StagedCase, stageCase } from "../domain/staged-case.ts";
import { readKnown } from "../store/cases/known.ts";
import { insertStaged } from "../store/cases/staging.ts";
import { isSame, mergeCase } from "./merge.ts";
import { caseAliases } from "./normalise/aliases.ts";

/** A part of an import beside what is in force. */
export interface StagedPart {
  staged: StagedCase[];
  /** All defendants in force of the part's cases, by the case's lasting name. */
  known: ReadonlyMap<string, readonly CourtCase[]>;
}

/** Merges a part with what is in force; nothing is written. */
export async function mergePart(db: D1Database, cases: readonly CourtCase[]): Promise<StagedPart> {
  const { keys, known } = await readKnown(db, cases.map(namesOf));
  const merged = new Map<string, CourtCase>();
  const staged = new Map<string, StagedCase>();
  for (const [place, imported] of cases.entries()) {
    const case_key = keys[place]!;
    const inForce = known.get(case_key)?.find(({ defendant }) => defendant === imported.defendant);
    // Rows that only the store knows to be the same defendant are merged one after the other.
    const name = `${case_key} ${imported.defendant}`;
    const before = merged.get(name) ?? inForce;
    const after = before ? mergeCase(before, imported) : imported;
    const change = !inForce ? "new" : isSame(inForce, after) ? "same" : "changed";
    merged.set(name, after);
    staged.set(name, stageCase(after, { case_key, change, day: dayOf(imported) }));
  }
  return { staged: [...staged.values()], known };
}

/** The statement that puts a part into its batch. Repeating it changes nothing. */
export async function stagePart(
  db: D1Database,
  batchId: string,
  cases: readonly CourtCase[],
): Promise<D1PreparedStatement> {
  return insertStaged(db, batchId, (await mergePart(db, cases)).staged);
}

function namesOf(one: CourtCase) {
  const aliases = caseAliases(one);
  const numbers = one.case_uid === null ? aliases : aliases.slice(1);
  return { uid: one.case_uid, numbers, own: aliases[0] };
}
