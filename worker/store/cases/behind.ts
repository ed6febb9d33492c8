import { BEHIND_PAGE } from "../../config.ts";
import type { CountedMeasure } from "../../contract/behind.ts";
import { WITHDRAWN } from "./columns.ts";

/** Which records are behind a number. */
export interface Behind {
  measure: CountedMeasure;
  articles: readonly string[];
  /** Weeks since Monday 5 January 1970; null: all. */
  week: number | null;
  court: string | null;
  sentence: string | null;
  service: string | null;
  /** Sequences of the editions that one source brought; null: whatever first brought a record. */
  brought: readonly number[] | null;
}

/** A defendant's record, by its place in a list: week, case, ordinal. */
export interface Place {
  week: number;
  case_key: string;
  defendant: number;
}

/** A record of a page, and whether it counts before and after. */
export interface FoundRecord extends Place {
  before: 0 | 1 | null;
  after: 0 | 1;
}

interface Column {
  /** Of a version of this name. */
  week: (table: string) => string;
  court: "court_code" | "received_court";
  stands: string;
  /** By court, by week. */
  indexes: { court: string; week: string | null };
  /** Whether it is of a group of offences. */
  isOfOffence: boolean;
}

const COLUMNS: Readonly<Record<CountedMeasure, Column>> = {
  convictions: {
    week: (table) => `${table}.decided_week`,
    ...{ court: "court_code", stands: "outcome = 'convicted'", isOfOffence: true },
    indexes: { court: "verdict_of_court", week: "verdict_in_week" },
  },
  "cases-received": {
    week: (table) => `${table}.received_week`,
    ...{ court: "received_court", stands: `outcome <> '${WITHDRAWN}'`, isOfOffence: true },
    indexes: { court: "receipt_of_court", week: "receipt_in_week" },
  },
  records: {
    week: (table) => `coalesce(${table}.decided_week, ${table}.received_week)`,
    ...{ court: "court_code", stands: `outcome <> '${WITHDRAWN}'`, isOfOffence: false },
    indexes: { court: "record_of_court", week: null },
  },
};

/** `?1` articles in JSON, `?2` week, `?3` court, `?4` sentence, `?5` service, `?6` the editions of a source in JSON. */
function counts(table: string, measure: CountedMeasure): string {
  const { week, court, stands, isOfOffence } = COLUMNS[measure];
  const ofOffence = `${table}.scope <> '' AND EXISTS (SELECT 1 FROM json_each(?1) AS article
      WHERE instr(';' || ${table}.scope || ';', ';' || article.value || ';') > 0)`;
  return `${table}.${stands} AND ${week(table)} IS NOT NULL AND (?2 IS NULL OR ${week(table)} = ?2)
    AND (?3 IS NULL OR ${table}.${court} = ?3) AND (?4 IS NULL OR ${table}.sentence = ?4)
    AND (?5 IS NULL OR ${table}.service = ?5)
    AND (?6 IS NULL OR (SELECT min(since_edition) FROM case_version AS earliest
      WHERE earliest.case_key = ${table}.case_key AND earliest.defendant = ${table}.defendant
    ) IN (SELECT value FROM json_each(?6))) AND ${isOfOffence ? ofOffence : "?1 = ?1"}`;
}

/** What counts in force, by the index that leads to it. */
function inForce({ measure, week, court }: Behind): string {
  const { week: weekOf, court: courtColumn, stands, indexes } = COLUMNS[measure];
  const isByWeek = week !== null && indexes.week !== null;
  if (!isByWeek && court === null) throw new Error("Neither a week nor a court: an edition was expected.");
  const led = isByWeek ? `${weekOf("version")} = ?2` : `version.${courtColumn} = ?3`;
  return `FROM case_version AS version INDEXED BY ${isByWeek ? indexes.week : indexes.court}
    WHERE version.until_edition IS NULL AND version.${stands} AND ${led} AND ${counts("version", measure)}`;
}

const asked = ({ articles, week, court, sentence, service, brought }: Behind) =>
  [JSON.stringify(articles), week, court, sentence, service, brought && JSON.stringify(brought)] as const;

/** What is counted: convictions and records by defendants, a case once whatever its defendants. */
const total = (measure: CountedMeasure, table: string) =>
  measure === "cases-received" ? `count(DISTINCT ${table}.case_key)` : "count(*)";

export async function countInForce(db: D1Database, behind: Behind): Promise<number> {
  const row = await db
    .prepare(`SELECT ${total(behind.measure, "version")} AS n ${inForce(behind)}`)
    .bind(...asked(behind))
    .first<{ n: number }>();
  return row?.n ?? 0;
}

/** A page of what counts in force: the newest week first. */
export async function findInForce(
  db: D1Database,
  behind: Behind,
  after: Place | null,
): Promise<FoundRecord[]> {
  const week = COLUMNS[behind.measure].week("version");
  const { results } = await db
    .prepare(
      `SELECT ${week} AS week, version.case_key, version.defendant, NULL AS before, 1 AS after
       ${inForce(behind)} AND (?7 IS NULL OR ${week} < ?7 OR (${week} = ?7
         AND (version.case_key > ?8 OR (version.case_key = ?8 AND version.defendant > ?9))))
       ORDER BY ${week} DESC, version.case_key, version.defendant LIMIT ?10`,
    )
    .bind(...asked(behind), ...placed(after), BEHIND_PAGE + 1)
    .all<FoundRecord>();
  return results;
}

/** Defendants of whom a version begins or ends between two editions, as `known` before and `now` after. `?7` and `?8` are their sequences. */
const touched = (measure: CountedMeasure) => `
  FROM (
    SELECT case_key, defendant FROM case_version INDEXED BY version_since
    WHERE since_edition > ?7 AND since_edition <= ?8
    UNION SELECT case_key, defendant FROM case_version INDEXED BY version_until
    WHERE until_edition > ?7 AND until_edition <= ?8
  ) AS one
  LEFT JOIN case_version AS known ON known.case_key = one.case_key AND known.defendant = one.defendant
    AND known.since_edition <= ?7 AND (known.until_edition IS NULL OR known.until_edition > ?7)
  LEFT JOIN case_version AS now ON now.case_key = one.case_key AND now.defendant = one.defendant
    AND now.since_edition <= ?8 AND (now.until_edition IS NULL OR now.until_edition > ?8)
  WHERE (known.rowid IS NOT NULL OR now.rowid IS NOT NULL)
    AND ((known.rowid IS NOT NULL AND ${counts("known", measure)})
      OR (now.rowid IS NOT NULL AND ${counts("now", measure)}))`;

const isCounted = (table: string, measure: CountedMeasure) =>
  `(${table}.rowid IS NOT NULL AND ${counts(table, measure)})`;

/** A page of the records between two editions that count in either: those of the one and of the other beside each other. */
export async function findBetween(
  db: D1Database,
  behind: Behind,
  between: { from: number; to: number },
  after: Place | null,
): Promise<FoundRecord[]> {
  const { measure } = behind;
  const { results } = await db
    .prepare(
      `SELECT 0 AS week, one.case_key, one.defendant, ${isCounted("known", measure)} AS before,
         ${isCounted("now", measure)} AS after ${touched(measure)}
         AND (?9 IS NULL OR one.case_key > ?10 OR (one.case_key = ?10 AND one.defendant > ?11))
       ORDER BY one.case_key, one.defendant LIMIT ?12`,
    )
    .bind(...asked(behind), between.from, between.to, ...placed(after), BEHIND_PAGE + 1)
    .all<FoundRecord>();
  return results;
}

/** How many of the touched records count before, and how many after. */
export async function countBetween(
  db: D1Database,
  behind: Behind,
  between: { from: number; to: number },
): Promise<{ before: number; after: number }> {
  const { measure } = behind;
  const sum = (table: string) =>
    measure === "cases-received"
      ? `count(DISTINCT CASE WHEN ${isCounted(table, measure)} THEN one.case_key END)`
      : `coalesce(sum(${isCounted(table, measure)}), 0)`;
  const row = await db
    .prepare(`SELECT ${sum("known")} AS before, ${sum("now")} AS after ${touched(measure)}`)
    .bind(...asked(behind), between.from, between.to)
    .first<{ before: number; after: number }>();
  return row ?? { before: 0, after: 0 };
}

function placed(after: Place | null) {
  return after ? ([after.week, after.case_key, after.defendant] as const) : ([null, null, null] as const);
}
