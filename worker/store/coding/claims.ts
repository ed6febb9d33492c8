import { SECOND_LOTS } from "../../config.ts";
import type { CodedValues, CodingCase, RecordName } from "../../contract/coding.ts";
import type { CodingRound } from "../../contract/terms.ts";
import { RECORD_COLUMNS, type RecordRow, toCodingCase } from "./records.ts";

/** Who asks for records to code: a coder at one of their windows. */
export interface AtDesk {
  /** Label of the token. */
  coder: string;
  desk: string;
}

/** Which records, at which moment. */
export interface Wanted {
  round: CodingRound;
  court: string | null;
  /** Dates of the verdict, both inclusive. */
  from: string | null;
  until: string | null;
  now: string;
  /** From this instant on, a text that was missing isn't looked for again yet. */
  awaitedSince: string;
}

/** `?1` is now, `?2` the coder, `?3` court, `?4` and `?5` the verdict's dates, `?6` when a text was missing lately. */
const isFree = `NOT EXISTS (
  SELECT 1 FROM coding_claim AS claim WHERE claim.case_key = version.case_key
    AND claim.defendant = version.defendant AND claim.until > ?1)`;
const isAsked = `(?3 IS NULL OR version.court_code = ?3) AND (?4 IS NULL OR version.decided_on BETWEEN ?4 AND ?5)`;

/** Written as the partial indexes have it. */
export const UNCODED = `version.until_edition IS NULL AND version.outcome = 'convicted' AND version.scope <> ''
  AND (version.sentence = 'unknown' OR version.service = 'unknown')`;

const isRead = `EXISTS (
  SELECT 1 FROM coding WHERE coding.case_key = version.case_key AND coding.defendant = version.defendant
    AND coding.round = 'first' AND coding.text = 'read')`;

/** Somebody has coded it, or has lately looked for its text in vain. */
export const isCodedAlready = (lately: string) => `EXISTS (
  SELECT 1 FROM coding WHERE coding.case_key = version.case_key AND coding.defendant = version.defendant
    AND coding.round = 'first' AND (coding.text = 'read' OR coding.coded_at > ${lately}))`;

const IN_FORCE = `JOIN case_version AS version ON version.case_key = first.case_key
    AND version.defendant = first.defendant AND version.until_edition IS NULL AND version.outcome <> 'withdrawn'`;

const hasRound = (round: CodingRound) => `EXISTS (
  SELECT 1 FROM coding AS further WHERE further.case_key = first.case_key
    AND further.defendant = first.defendant AND further.round = '${round}'
    AND (further.text = 'read' OR further.coded_at > ?6))`;

/** Records that each round has, as `version`, in the order of its queue, for everybody but the coder `?2` where it matters. */
const QUEUES: Readonly<Record<CodingRound, (court: boolean) => string>> = {
  first: (court) => `FROM case_version AS version
    INDEXED BY ${court ? "uncoded_of_court" : "uncoded_in_force"}
    WHERE ${UNCODED} AND NOT ${isCodedAlready("?6")}`,
  second: () => `FROM coding AS first INDEXED BY drawn_codings ${IN_FORCE}
    WHERE first.round = 'first' AND first.lot < ${SECOND_LOTS} AND first.edition IS NOT NULL
      AND first.coder <> ?2 AND NOT ${hasRound("second")}`,
  third: () => `FROM coding AS second INDEXED BY further_codings
    JOIN coding AS first ON first.case_key = second.case_key AND first.defendant = second.defendant
      AND first.round = 'first' ${IN_FORCE}
    WHERE second.round <> 'first' AND second.round = 'second' AND second.text = 'read' AND NOT ${hasRound("third")}
      AND (second.outcome IS NOT first.outcome OR second.sentence IS NOT first.sentence
        OR second.term_months IS NOT first.term_months OR second.service IS NOT first.service)`,
};

const ORDER = "ORDER BY version.decided_on DESC, version.case_key DESC, version.defendant DESC";

/**
 * The statements of one transaction after which the window has up to `count` records that nobody else has: its own are
 * renewed, free ones of the queue are added. What another window has claimed in between isn't taken from it.
 * @param until instant at which the claims expire
 */
export function claimRecords(
  db: D1Database,
  { coder, desk }: AtDesk,
  wanted: Wanted,
  count: number,
  until: string,
): D1PreparedStatement[] {
  const { round, now } = wanted;
  const queue = QUEUES[round](wanted.court !== null);
  const renewed = db
    .prepare("UPDATE coding_claim SET until = ?4 WHERE coder = ?1 AND desk = ?2 AND until > ?3")
    .bind(coder, desk, now, until);
  const idle = dropIdleClaims(db, { coder, desk });
  if (count === 0) return [idle, renewed];
  return [
    idle,
    renewed,
    db
      .prepare(
        `INSERT INTO coding_claim (case_key, defendant, round, coder, desk, until, place)
         SELECT case_key, defendant, '${round}', ?2, ?7, ?8,
           (SELECT max(coalesce(max(place), 0), 0) FROM coding_claim WHERE coder = ?2 AND desk = ?7)
             + row_number() OVER (ORDER BY decided_on DESC, case_key DESC, defendant DESC)
         FROM (
           SELECT version.case_key, version.defendant, version.decided_on ${queue} AND ${isAsked} AND ${isFree}
           ${ORDER} LIMIT max(0, ?9 - (
             SELECT count(*) FROM coding_claim WHERE coder = ?2 AND desk = ?7 AND until > ?1
           ))
         ) WHERE true
         ON CONFLICT (case_key, defendant) DO UPDATE
           SET round = excluded.round, coder = excluded.coder, desk = excluded.desk, until = excluded.until,
             place = excluded.place
           WHERE coding_claim.until <= ?1`,
      )
      .bind(...inQueue(wanted, coder), desk, until, count),
  ];
}

/**
 * A window's claims end on records that were withdrawn or joined to another case, and on those that are wholly coded by
 * now, or that somebody else has read: nobody reads a verdict in vain. What the coder opened again, at a place below zero, they have opened to decide
 * over what is coded.
 */
export function dropIdleClaims(db: D1Database, { coder, desk }: AtDesk): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM coding_claim WHERE coder = ? AND desk = ? AND NOT EXISTS (
         SELECT 1 FROM case_version AS version WHERE version.case_key = coding_claim.case_key
           AND version.defendant = coding_claim.defendant AND version.until_edition IS NULL
           AND version.outcome <> 'withdrawn'
           AND (coding_claim.round <> 'first' OR coding_claim.place < 0
             OR (${UNCODED} AND NOT ${isRead})))`,
    )
    .bind(coder, desk);
}

/** What a window has before it, in the order of its queue. For the transaction that claims it. */
export function claimsOf(db: D1Database, { coder, desk }: AtDesk, now: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT claim.case_key, claim.defendant, claim.round, ${RECORD_COLUMNS}
       FROM coding_claim AS claim INDEXED BY claims_of_desk
       JOIN case_version AS version ON version.case_key = claim.case_key AND version.defendant = claim.defendant
         AND version.until_edition IS NULL
       WHERE claim.coder = ? AND claim.desk = ? AND claim.until > ? ORDER BY claim.place`,
    )
    .bind(coder, desk, now);
}

/** The claimed records as a coder is shown them; those of the third round with what both others read. */
export async function shownClaims(db: D1Database, rows: readonly RecordRow[]): Promise<CodingCase[]> {
  const third = rows.filter(({ round }) => round === "third");
  const others = third.length > 0 ? await readOthers(db, third) : new Map<string, CodedValues[]>();
  return rows.map((row) => {
    const shown = toCodingCase(row, row.round);
    return row.round === "third" ? { ...shown, others: others.get(nameOf(row)) ?? [] } : shown;
  });
}

async function readOthers(db: D1Database, rows: readonly RecordRow[]): Promise<Map<string, CodedValues[]>> {
  const { results } = await db
    .prepare(
      `SELECT coding.case_key, coding.defendant, outcome, sentence, term_months, service
       FROM json_each(?) AS asked JOIN coding ON coding.case_key = asked.value ->> 0
         AND coding.defendant = asked.value ->> 1 AND coding.round IN ('first', 'second')
       ORDER BY coding.round`,
    )
    .bind(JSON.stringify(rows.map(({ case_key, defendant }) => [case_key, defendant])))
    .all<CodedValues & { case_key: string; defendant: number }>();
  const others = new Map<string, CodedValues[]>();
  for (const { case_key, defendant, ...values } of results) {
    const name = nameOf({ case_key, defendant });
    others.set(name, [...(others.get(name) ?? []), values]);
  }
  return others;
}

const nameOf = ({ case_key, defendant }: { case_key: string; defendant: number }) =>
  `${case_key} ${defendant}`;

/**
 * A window's claims are anybody's again.
 * @param until only those that end no later; null: all
 * @param keep but these
 */
export function releaseClaims(
  db: D1Database,
  { coder, desk }: AtDesk,
  { until, keep }: { until: string | null; keep: readonly RecordName[] },
): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM coding_claim WHERE coder = ?1 AND desk = ?2 AND (?3 IS NULL OR until <= ?3)
         AND NOT EXISTS (SELECT 1 FROM json_each(?4) AS kept
           WHERE kept.value ->> 0 = coding_claim.case_key AND kept.value ->> 1 = coding_claim.defendant)`,
    )
    .bind(coder, desk, until, JSON.stringify(keep.map(({ key, defendant }) => [key, defendant])));
}

export function releaseClaim(
  db: D1Database,
  { coder, desk }: AtDesk,
  { key, defendant }: RecordName,
): D1PreparedStatement {
  return db
    .prepare("DELETE FROM coding_claim WHERE case_key = ? AND defendant = ? AND coder = ? AND desk = ?")
    .bind(key, defendant, coder, desk);
}

/** Claims one record before all others of the window, at a place below zero, unless somebody has it. */
export function claimAgain(
  db: D1Database,
  { coder, desk }: AtDesk,
  { key, defendant }: RecordName,
  round: CodingRound,
  now: string,
  until: string,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO coding_claim (case_key, defendant, round, coder, desk, until, place)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6,
         (SELECT min(coalesce(min(place), 0), 0) - 1 FROM coding_claim WHERE coder = ?4 AND desk = ?5)
       ON CONFLICT (case_key, defendant) DO UPDATE
         SET round = excluded.round, coder = excluded.coder, desk = excluded.desk, until = excluded.until,
           place = excluded.place
         WHERE coding_claim.until <= ?7 OR (coding_claim.coder = ?4 AND coding_claim.desk = ?5)`,
    )
    .bind(key, defendant, round, coder, desk, until, now);
}

/** How many records the further rounds have for a coder. */
export async function countFurther(
  db: D1Database,
  coder: string,
  { now, awaitedSince }: Pick<Wanted, "now" | "awaitedSince">,
): Promise<{ second: number; third: number }> {
  const all = { court: null, from: null, until: null, now, awaitedSince };
  const count = (round: CodingRound) =>
    db
      .prepare(
        `SELECT count(*) AS n ${QUEUES[round](false)} AND ${isAsked} AND ?1 = ?1 AND ?2 = ?2 AND ?6 = ?6`,
      )
      .bind(...inQueue({ round, ...all }, coder));
  const [second, third] = await db.batch<{ n: number }>([count("second"), count("third")]);
  return { second: second?.results[0]?.n ?? 0, third: third?.results[0]?.n ?? 0 };
}

function inQueue({ now, court, from, until, awaitedSince }: Wanted, coder: string) {
  return [now, coder, court, from, until, awaitedSince] as const;
}
