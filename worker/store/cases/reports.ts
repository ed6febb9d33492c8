import type { CoveredDays } from "../../contract/covered-days.ts";
import { isIsoDate } from "../../domain/calendar.ts";
import type { CourtDays } from "../../domain/records/court-reporting.ts";
import { areDays } from "../days.ts";
import { SpoiltData, storedJson } from "../spoilt.ts";
import { WITHDRAWN } from "./columns.ts";
import { type Counted, recordsOf, touchedBy } from "./counted.ts";

/** What stands on a card is dated by the verdict, else by the receipt. */
const DAY = "coalesce(decided_on, received_on)";
const IN_FORCE = `case_version WHERE until_edition IS NULL AND outcome <> '${WITHDRAWN}'`;

export interface CourtTotals {
  court: string;
  cases: number;
  convictions: number;
}

export async function courtTotals(db: D1Database): Promise<CourtTotals[]> {
  const { results } = await db
    .prepare(
      `SELECT court_code AS court, count(DISTINCT case_key) AS cases, sum(outcome = 'convicted') AS convictions
       FROM ${IN_FORCE} GROUP BY court_code ORDER BY court_code`,
    )
    .all<CourtTotals>();
  return results;
}

/**
 * The days on which the courts have records, none later than `until`.
 * @throws SpoiltData
 * @param from the first of the days that are told one by one
 */
export function courtDays(
  db: D1Database,
  counted: Counted,
  from: string,
  until: string,
): Promise<CourtDays[]> {
  const index = counted === null ? "INDEXED BY court_in_force" : "";
  return daysOf(db, recordsOf(counted, index), from, until);
}

/** The same of the records in force but those of the cases that a batch touches. */
export function courtDaysBut(
  db: D1Database,
  batch: string,
  from: string,
  until: string,
): Promise<CourtDays[]> {
  const untouched = `${recordsOf(null, "INDEXED BY court_in_force")} AND case_key NOT IN (${touchedBy(batch)})`;
  return daysOf(db, untouched, from, until);
}

async function daysOf(db: D1Database, records: string, from: string, until: string): Promise<CourtDays[]> {
  const { results } = await db
    .prepare(
      `SELECT court_code AS court, max(CASE WHEN ${DAY} <= ?2 THEN ${DAY} END) AS last,
         json_group_array(DISTINCT CASE WHEN ${DAY} BETWEEN ?1 AND ?2 THEN ${DAY} END) AS days
       FROM ${records} AND outcome <> '${WITHDRAWN}' GROUP BY court_code ORDER BY court_code`,
    )
    .bind(from, until)
    .all<{ court: string; last: string | null; days: string }>();
  return results.map(({ court, last, days }) => {
    const dated = (JSON.parse(days) as (string | null)[]).filter((day) => day !== null);
    if (![...dated, last ?? []].flat().every(isIsoDate))
      throw new SpoiltData(`Records of court ${court}, decided_on or received_on`, "a date");
    return { court, last, days: dated };
  });
}

export interface CourtWeek {
  court: string;
  week: number;
  /** Sequence of the edition that first had these records. */
  edition: number;
  records: number;
}

/** Records by court, week and the edition that brought them. @param fromWeek weeks since Monday 5 January 1970 */
export async function courtWeeks(db: D1Database, fromWeek: number, toWeek: number): Promise<CourtWeek[]> {
  const { results } = await db
    .prepare(
      `SELECT court_code AS court, coalesce(decided_week, received_week) AS week, (
           SELECT min(since_edition) FROM case_version AS earliest
           WHERE earliest.case_key = record.case_key AND earliest.defendant = record.defendant
         ) AS edition, count(*) AS records
       FROM case_version AS record
       WHERE until_edition IS NULL AND outcome <> '${WITHDRAWN}'
         AND coalesce(decided_week, received_week) BETWEEN ? AND ?
       GROUP BY 1, 2, 3`,
    )
    .bind(fromWeek, toWeek)
    .all<CourtWeek>();
  return results;
}

export interface ImportSource {
  edition: number;
  /** `table:` and the slug of a watched table, or `files:` and the format of files. */
  key: string;
  name: string;
  watched: boolean;
  read_on: string;
  covers: CoveredDays[];
}

/** What each edition's records came from, oldest first. */
export async function importSources(db: D1Database): Promise<ImportSource[]> {
  const { results } = await db
    .prepare(
      `SELECT edition.sequence AS edition, batch.read_on, batch.covers, iif(json_valid(batch.provenance), batch.provenance ->> '$[0].format', NULL) AS format,
         (SELECT source FROM source_run WHERE source_run.batch_id = batch.id LIMIT 1) AS watched
       FROM edition JOIN batch ON batch.id = edition.batch_id WHERE edition.kind = 'cases'
       ORDER BY edition.sequence`,
    )
    .all<{
      edition: number;
      read_on: string;
      covers: string | null;
      format: string | null;
      watched: string | null;
    }>();
  return results.map(({ edition, read_on, covers, format, watched }) => {
    const name = watched ?? format ?? "unknown";
    const key = `${watched === null ? "files" : "table"}:${name}`;
    return {
      ...{ edition, key, read_on, name, watched: watched !== null },
      covers: covers === null ? [] : toDays(covers, edition),
    };
  });
}

function toDays(text: string, edition: number): CoveredDays[] {
  return storedJson(text, `Batch of edition ${edition}, covers`, "a list of days as JSON", areDays);
}
