import type { CodedValues, CodingRequest, RecordName, StandingCoding } from "../../contract/coding.ts";
import type { CodingRound } from "../../contract/terms.ts";
import { isObject, storedJson } from "../spoilt.ts";
import { RECORD_COLUMNS, type RecordRow, standingIn } from "./records.ts";

/** A coding as it is stored. */
export interface CodingRow {
  case_key: string;
  defendant: number;
  round: CodingRound;
  coder: string;
  coded_at: string;
  text: "read" | "missing";
  /** Null where no text was found. */
  values: CodedValues | null;
  /** How the record stood when the coder had it. */
  seen: StandingCoding | null;
  batch_id: string | null;
  edition: number | null;
}

interface StoredRow extends Omit<CodingRow, "values" | "seen"> {
  outcome: CodedValues["outcome"] | null;
  sentence: CodedValues["sentence"];
  term_months: number | null;
  service: CodedValues["service"];
  seen: string | null;
}

export async function readSeed(db: D1Database): Promise<string> {
  const row = await db.prepare("SELECT seed FROM coding_seed").first<{ seed: string }>();
  return row!.seed;
}

/** All codings of a record. */
export async function readCodings(db: D1Database, { key, defendant }: RecordName): Promise<CodingRow[]> {
  const { results } = await db
    .prepare("SELECT * FROM coding WHERE case_key = ? AND defendant = ?")
    .bind(key, defendant)
    .all<StoredRow>();
  return results.map(toCoding);
}

/** Whether there was ever such a record. */
export async function isRecord(db: D1Database, { key, defendant }: RecordName): Promise<boolean> {
  const row = await db
    .prepare("SELECT 1 AS one FROM case_version WHERE case_key = ? AND defendant = ? LIMIT 1")
    .bind(key, defendant)
    .first();
  return row !== null;
}

/**
 * Keeps a coding, where nobody has one in its round but for a text that was missing; a coder's own stays as it is. One
 * statement, so that of two who code the same at once one is first. Whoever gets `changes` 0 looks what is there.
 */
export function keepCoding(
  db: D1Database,
  { key, defendant, text, values, seen }: CodingRequest,
  round: CodingRound,
  { coder, at, lot }: { coder: string; at: string; lot: number },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO coding (case_key, defendant, round, coder, coded_at, text, outcome, sentence, term_months,
         service, seen, lot)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
       ON CONFLICT (case_key, defendant, round) DO UPDATE
         SET coder = excluded.coder, coded_at = excluded.coded_at, text = excluded.text,
           outcome = excluded.outcome, sentence = excluded.sentence, term_months = excluded.term_months,
           service = excluded.service, seen = excluded.seen, batch_id = NULL
         WHERE coding.text = 'missing'`,
    )
    .bind(
      ...[key, defendant, round, coder, at, text],
      ...[values?.outcome ?? null, values?.sentence ?? null, values?.term_months ?? null],
      ...[values?.service ?? null, seen && JSON.stringify(seen), lot],
    );
}

/** Takes a coder's own coding back: a draft that no edition has, or a second one that nobody has looked into. */
export function dropCoding(
  db: D1Database,
  { key, defendant }: RecordName,
  round: CodingRound,
  coder: string,
): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM coding WHERE case_key = ?1 AND defendant = ?2 AND round = ?3 AND coder = ?4
         AND edition IS NULL AND NOT (round = 'second' AND EXISTS (
           SELECT 1 FROM coding AS further WHERE further.case_key = ?1 AND further.defendant = ?2
             AND further.round = 'third'))`,
    )
    .bind(key, defendant, round, coder);
}

/** For the transaction before `dropCoding`: the batch that holds a draft, if it isn't published, is no longer what the coder means. */
export function discardBatchOf(
  db: D1Database,
  { key, defendant }: RecordName,
  round: CodingRound,
  coder: string,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE batch SET state = 'discarded' WHERE state IN ('open', 'sealed') AND id = (
         SELECT batch_id FROM coding WHERE case_key = ? AND defendant = ? AND round = ? AND coder = ?
           AND edition IS NULL)`,
    )
    .bind(key, defendant, round, coder);
}

/** A draft, and its record as it stands, or stood last. */
export type Draft = CodingRow & { last: RecordRow };

/** What a coder has done for the records that no edition has, the newest first. */
export async function readDrafts(db: D1Database, coder: string): Promise<Draft[]> {
  const { results } = await db
    .prepare(
      `SELECT coding.case_key, coding.defendant, coding.round, coding.coder, coding.coded_at, coding.text,
         coding.seen, coding.batch_id, coding.edition,
         json_object('outcome', coding.outcome, 'sentence', coding.sentence, 'term_months', coding.term_months,
           'service', coding.service) AS coded, ${RECORD_COLUMNS}
       FROM coding INDEXED BY draft_of_coder
       JOIN case_version AS version ON version.rowid = (
         SELECT rowid FROM case_version AS last
         WHERE last.case_key = coding.case_key AND last.defendant = coding.defendant
         ORDER BY last.since_edition DESC LIMIT 1
       )
       WHERE coding.coder = ? AND coding.edition IS NULL AND coding.round <> 'second' AND coding.text = 'read'
       ORDER BY coding.coded_at DESC, coding.case_key, coding.defendant`,
    )
    .bind(coder)
    .all<
      Omit<StoredRow, "outcome" | "sentence" | "term_months" | "service"> & RecordRow & { coded: string }
    >();
  return results.map((row) => ({
    ...{ case_key: row.case_key, defendant: row.defendant, round: row.round, coder: row.coder },
    ...{ coded_at: row.coded_at, text: row.text, batch_id: row.batch_id, edition: row.edition },
    values: JSON.parse(row.coded) as CodedValues,
    seen: toSeen(row.seen, row),
    last: row,
  }));
}

export async function countDrafts(db: D1Database, coder: string): Promise<number> {
  const row = await db
    .prepare(
      `SELECT count(*) AS n FROM coding INDEXED BY draft_of_coder
       WHERE coder = ? AND edition IS NULL AND round <> 'second' AND text = 'read'`,
    )
    .bind(coder)
    .first<{ n: number }>();
  return row?.n ?? 0;
}

/**
 * Notes what has become of drafts as they stand: the batch in which they are staged, or the edition whose records say
 * them already. One that was taken back or coded anew meanwhile stays a draft.
 */
export function noteDrafts(
  db: D1Database,
  drafts: readonly CodingRow[],
  { batch_id = null, edition = null }: Partial<Pick<CodingRow, "batch_id" | "edition">>,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE coding SET batch_id = coalesce(?1, batch_id), edition = ?2 FROM json_each(?3) AS draft
       WHERE coding.case_key = draft.value ->> 0 AND coding.defendant = draft.value ->> 1
         AND coding.round = draft.value ->> 2 AND coding.coded_at = draft.value ->> 3
         AND coding.coder = draft.value ->> 4 AND coding.edition IS NULL`,
    )
    .bind(batch_id, edition, JSON.stringify(drafts.map(nameOf)));
}

const nameOf = ({ case_key, defendant, round, coded_at, coder }: CodingRow) => [
  case_key,
  defendant,
  round,
  coded_at,
  coder,
];

/** For the transaction of a publication: the codings of its batch are in the records. */
export function publishCodings(db: D1Database, batchId: string, sequence: number): D1PreparedStatement {
  return db
    .prepare("UPDATE coding SET edition = ?2 WHERE batch_id = ?1 AND edition IS NULL")
    .bind(batchId, sequence);
}

/** For the transaction of a revert: what goes out of the records is a draft again, and nobody's work is lost. */
export function revertCodings(db: D1Database, to: number): D1PreparedStatement {
  return db.prepare("UPDATE coding SET edition = NULL, batch_id = NULL WHERE edition > ?").bind(to);
}

/** What stood when it was coded. @throws SpoiltData */
function toSeen(
  seen: string | null,
  { case_key, defendant }: Pick<StoredRow, "case_key" | "defendant">,
): StandingCoding | null {
  if (seen === null) return null;
  const where = `Coding of case ${case_key}, defendant ${defendant}, seen`;
  return standingIn(storedJson(seen, where, "a coding as JSON", isObject));
}

function toCoding({ outcome, sentence, term_months, service, seen, ...row }: StoredRow): CodingRow {
  return {
    ...row,
    values: outcome === null ? null : { outcome, sentence, term_months, service },
    seen: toSeen(seen, row),
  };
}
