import type { CourtReportsBody, RecordsSource } from "../contract/court-reports.ts";
import type { CoveredDays } from "../contract/covered-days.ts";
import { addDays, dayNumber, moscowDate } from "../domain/calendar.ts";
import type { Edition } from "../domain/edition.ts";
import { isOverdue, rhythmOf } from "../domain/records/court-rhythm.ts";
import { mondayOf, weekIndex } from "../domain/week-index.ts";
import {
  type CourtWeek,
  courtDays,
  courtTotals,
  courtWeeks,
  type ImportSource,
  importSources,
} from "../store/cases/reports.ts";
import { latestEdition } from "../store/editions.ts";

/** Weeks that are told one by one, and days by which a court's rhythm is. */
const WEEKS = 52;
const RHYTHM_DAYS = 731;

/**
 * How each court reports: what it has, since when it is silent, and which source brought what.
 * @param current the edition in force, for the days that it covers
 * @param now milliseconds since 1970
 */
export async function courtReports(
  db: D1Database,
  current: Edition | null,
  now: number,
): Promise<CourtReportsBody> {
  const today = moscowDate(now);
  const lastWeek = weekIndex(today);
  const firstWeek = lastWeek - WEEKS + 1;
  const [latest, totals, days, weeks, imports] = await Promise.all([
    latestEdition(db),
    courtTotals(db, today),
    courtDays(db, addDays(today, -RHYTHM_DAYS), today),
    courtWeeks(db, firstWeek, lastWeek),
    importSources(db),
  ]);
  const newest = latestOf(totals.map(({ last }) => last));
  const daysOf = new Map(days.map((one) => [one.court, one.days]));
  const { sources, placeOf } = sourcesOf(imports);
  const weeksOf = Map.groupBy(weeks, ({ court }) => court);
  const { convictions = [], receipts = [] } = current?.records?.coverage ?? {};
  return {
    read_on: latest?.read_on ?? null,
    newest,
    first_week: mondayOf(firstWeek),
    week_count: WEEKS,
    covered: distinct([...convictions, ...receipts]),
    sources,
    courts: totals.map(({ court, cases, convictions, last }) => {
      const rhythm = rhythmOf(daysOf.get(court) ?? []);
      const silent = last === null || newest === null ? null : dayNumber(newest) - dayNumber(last);
      return {
        ...{ court, cases, convictions, last_record: last },
        ...{ usual_gap_days: rhythm.usual, longest_gap_days: rhythm.longest, silent_days: silent },
        overdue: silent !== null && isOverdue(rhythm, silent),
        weeks: countsBySource(weeksOf.get(court) ?? [], placeOf, firstWeek),
      };
    }),
  };
}

/** Each source once, by its name, with all that its imports said. */
function sourcesOf(imports: readonly ImportSource[]): {
  sources: RecordsSource[];
  /** Of an edition's records; editions without an import of their own brought none. */
  placeOf: ReadonlyMap<number, number>;
} {
  const byName = Map.groupBy(imports, ({ name, watched }) => JSON.stringify([name, watched]));
  const placeOf = new Map<number, number>();
  const sources = [...byName.values()].map((those, place): RecordsSource => {
    for (const { edition } of those) placeOf.set(edition, place);
    const { name, watched } = those[0]!;
    return {
      ...{ name, watched, read_on: latestOf(those.map(({ read_on }) => read_on)) },
      covers: distinct(those.flatMap(({ covers }) => covers)),
    };
  });
  return { sources, placeOf };
}

function countsBySource(
  weeks: readonly CourtWeek[],
  placeOf: ReadonlyMap<number, number>,
  firstWeek: number,
): { source: number; counts: number[] }[] {
  const bySource = new Map<number, number[]>();
  for (const { week, edition, records } of weeks) {
    const source = placeOf.get(edition);
    if (source === undefined) continue;
    const counts = bySource.get(source) ?? Array<number>(WEEKS).fill(0);
    counts[week - firstWeek]! += records;
    bySource.set(source, counts);
  }
  return [...bySource].sort(([a], [b]) => a - b).map(([source, counts]) => ({ source, counts }));
}

function distinct(days: readonly CoveredDays[]): CoveredDays[] {
  return [...new Map(days.map((one) => [JSON.stringify(one), one])).values()];
}

function latestOf(days: readonly (string | null)[]): string | null {
  return (
    days
      .flatMap((day) => day ?? [])
      .sort()
      .at(-1) ?? null
  );
}
