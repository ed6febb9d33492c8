import type { CourtCase } from "../../contract/court-case.ts";
import { type CaseState, type StateColumns, stateOf } from "../../domain/case-state.ts";
import { COURT_CASE_COLUMNS, STATE_COLUMNS } from "./columns.ts";
import { type CourtCaseRow, toCourtCase, toState } from "./court-case-row.ts";

/** A defendant of a case in force: the case as it stands, and what it was made of. */
export interface KnownCase {
  inForce: CourtCase;
  state: CaseState;
  /** When the desk first saw its verdict; null: nobody knows, or there is none. */
  verdictSeenOn: string | null;
}

/** All defendants by the case's lasting name and the ordinal. */
export type KnownRecords = Map<string, Map<number, KnownCase>>;

type KnownRow = { case_key: string; verdict_seen_on: string | null } & CourtCaseRow & StateColumns;

/**
 * All that is in force of the cases that have one of these names (УИД, court + number). A number may be that of
 * several cases.
 */
export async function readKnown(db: D1Database, names: readonly string[]): Promise<KnownRecords> {
  const { results } = await db
    .prepare(
      `SELECT ${KNOWN_COLUMNS} FROM (
         SELECT DISTINCT case_key FROM json_each(?1) AS asked JOIN case_name ON case_name.name = asked.value
       ) JOIN case_version USING (case_key) WHERE until_edition IS NULL`,
    )
    .bind(JSON.stringify(names))
    .all<KnownRow>();
  return toRecords(results);
}

/** The defendants in force of these cases, by the cases' lasting names in the store. */
export async function readByKeys(db: D1Database, keys: readonly string[]): Promise<KnownRecords> {
  const { results } = await db
    .prepare(
      `SELECT ${KNOWN_COLUMNS} FROM json_each(?1) AS asked CROSS JOIN case_version INDEXED BY case_in_force
         ON case_key = asked.value WHERE until_edition IS NULL`,
    )
    .bind(JSON.stringify([...new Set(keys)]))
    .all<KnownRow>();
  return toRecords(results);
}

/** By which names cases were known that have no record in force any more: another import may have joined them to others. */
export async function lastNames(db: D1Database, keys: readonly string[]): Promise<Map<string, string[]>> {
  const { results } = await db
    .prepare(
      `SELECT asked.value AS case_key, case_uid, court_code || '|' || case_number AS number
       FROM json_each(?1) AS asked CROSS JOIN case_version INDEXED BY version_of_case ON case_key = asked.value`,
    )
    .bind(JSON.stringify([...new Set(keys)]))
    .all<{ case_key: string; case_uid: string | null; number: string }>();
  const names = new Map<string, string[]>();
  for (const { case_key, case_uid, number } of results) {
    names.set(case_key, [...(names.get(case_key) ?? []), ...(case_uid ? [case_uid] : []), number]);
  }
  return names;
}

const KNOWN_COLUMNS = `case_key, verdict_seen_on, ${COURT_CASE_COLUMNS}, ${STATE_COLUMNS}`;

function toRecords(rows: readonly KnownRow[]): KnownRecords {
  const known: KnownRecords = new Map();
  for (const { case_key, verdict_seen_on, said_on, cards, coding, ...row } of rows) {
    const inForce = toCourtCase(row, case_key);
    const defendants = known.get(case_key) ?? new Map<number, KnownCase>();
    const state = stateOf(inForce, toState({ said_on, cards, coding }, case_key));
    defendants.set(row.defendant, { inForce, state, verdictSeenOn: verdict_seen_on });
    known.set(case_key, defendants);
  }
  return known;
}
