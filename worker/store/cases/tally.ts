import type { DelayCount, RecordCounts } from "../../domain/records/counts.ts";
import type { CountedCases } from "../../domain/tally.ts";
import { WITHDRAWN } from "./columns.ts";
import { type Counted, recordsOf } from "./counted.ts";

interface PackedRow extends Omit<CountedCases, "weeks" | "counts" | "early"> {
  weeks: string;
  counts: string;
  early: string;
}

/** Cases with more than one defendant, or whose only one isn't the first. */
const severalDefendants = (counted: Counted) => `(
  SELECT case_key FROM ${recordsOf(counted, "INDEXED BY other_defendant_in_force")} AND defendant > 1)`;

const packed = (inner: string) => `
  SELECT scope, service, sentence, court_code AS court,
    json_group_array(week) AS weeks, json_group_array(n) AS counts, json_group_array(early) AS early
  FROM (${inner}) GROUP BY scope, service, sentence, court_code`;

/** How many dates of a week come before the turn of the month, if it has one: those that aren't of a month's first days. */
const beforeTurn = (date: string) => `sum(substr(${date}, 9) > '06')`;

/**
 * Convictions by scope, service, sentence, court and week of the verdict.
 * @param counted null: the newest edition
 */
export function tallyConvictions(db: D1Database, counted: Counted): Promise<CountedCases[]> {
  return unpack(
    db.prepare(
      packed(`
        SELECT scope, service, sentence, court_code, decided_week AS week, count(*) AS n,
          ${beforeTurn("decided_on")} AS early
        FROM ${recordsOf(counted)} AND outcome = 'convicted' AND decided_week IS NOT NULL AND scope <> ''
        GROUP BY scope, service, sentence, court_code, decided_week`),
    ),
  );
}

/**
 * Cases received, each once whatever its number of defendants, by scope, court and week of receipt, with all kinds of
 * service that its defendants have; what is alike may come twice.
 */
export async function tallyReceipts(db: D1Database, counted: Counted): Promise<CountedCases[]> {
  const several = severalDefendants(counted);
  const withOne = packed(`
    SELECT scope, service, 'unknown' AS sentence, received_court AS court_code, received_week AS week,
      count(*) AS n, ${beforeTurn("received_on")} AS early
    FROM ${recordsOf(counted)} AND received_week IS NOT NULL AND scope <> '' AND case_key NOT IN ${several}
    GROUP BY scope, service, received_court, received_week`);
  const withSeveral = packed(`
    SELECT scope, service, 'unknown' AS sentence, court_code, week, count(*) AS n, ${beforeTurn("day")} AS early
    FROM (
      SELECT min(received_week) AS week, min(received_on) AS day,
        group_concat(DISTINCT nullif(scope, '')) AS scope,
        group_concat(DISTINCT service) AS service, min(received_court) AS court_code
      FROM ${recordsOf(counted)} AND case_key IN ${several} AND outcome <> '${WITHDRAWN}' GROUP BY case_key
    )
    WHERE week IS NOT NULL AND scope IS NOT NULL
    GROUP BY scope, service, court_code, week`);
  return [...(await unpack(db.prepare(withOne))), ...(await unpack(db.prepare(withSeveral)))];
}

/**
 * The reporting triangle's counts as they stand at the end of day `at`. A verdict's delay is the number of whole
 * weeks, counted back from `at`, after which it was seen: so every column is observed in full, on any weekday.
 * Verdicts that nobody knows the delay of are left out.
 * @param at days since Monday 5 January 1970
 */
export async function readDelays(
  db: D1Database,
  counted: Counted,
  fromWeek: number,
  at: number,
): Promise<DelayCount[]> {
  const { results } = await db
    .prepare(
      `SELECT scope, decided_week AS week,
         max(0, (verdict_seen_day - decided_week * 7 - CAST(?2 AS INTEGER) + 6) / 7) AS delay, count(*) AS count
       FROM ${recordsOf(counted)} AND outcome = 'convicted' AND scope <> '' AND decided_week >= ?1
         AND verdict_seen_day BETWEEN decided_week * 7 AND ?3
       GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    )
    .bind(fromWeek, at % 7, at)
    .all<DelayCount>();
  return results;
}

async function unpack(statement: D1PreparedStatement): Promise<CountedCases[]> {
  const { results } = await statement.all<PackedRow>();
  return results.map((row) => ({
    ...row,
    weeks: JSON.parse(row.weeks),
    counts: JSON.parse(row.counts),
    early: JSON.parse(row.early),
  }));
}

/** Totals of what is in force; null where no record was ever imported. */
export async function countRecords(db: D1Database, counted: Counted): Promise<RecordCounts | null> {
  const counts = await db
    .prepare(
      `SELECT count(*) - (
           SELECT count(*) - count(DISTINCT case_key) FROM ${recordsOf(counted)}
             AND case_key IN ${severalDefendants(counted)}
         ) - coalesce(sum(outcome = '${WITHDRAWN}'), 0) AS cases,
         count(*) - coalesce(sum(outcome = '${WITHDRAWN}'), 0) AS defendants,
         coalesce(sum(outcome = 'convicted'), 0) AS convictions, count(removed_on) AS removed
       FROM ${recordsOf(counted)}`,
    )
    .first<RecordCounts>();
  return counts && counts.defendants > 0 ? counts : null;
}
