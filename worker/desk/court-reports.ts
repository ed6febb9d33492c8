import type { CourtReportsBody, RecordsSource } from "../contract/court-reports.ts";
import type { CoveredDays } from "../contract/covered-days.ts";
import { moscowDate } from "../domain/calendar.ts";
import type { Edition } from "../domain/edition.ts";
import { firstDayOfRhythm, newestDay, reportingOf } from "../domain/records/court-reporting.ts";
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

/** Weeks that are told one by one. */
const WEEKS = 52;

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
  const latest = await latestEdition(db);
  // As of the day by which the edition knows its records, so that both say the same.
  const day = latest ? (latest.read_on ?? moscowDate(Date.parse(latest.published_at))) : today;
  const [totals, days, weeks, imports] = await Promise.all([
    courtTotals(db),
    courtDays(db, null, firstDayOfRhythm(day), day),
    courtWeeks(db, firstWeek, lastWeek),
    importSources(db),
  ]);
  const newest = newestDay(days);
  const daysOf = new Map(days.map((one) => [one.court, one]));
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
    courts: totals.map(({ court, cases, convictions }) => {
      const own = daysOf.get(court) ?? { court, last: null, days: [] };
      const { rhythm, silentDays, overdue } = reportingOf(own, newest);
      return {
        ...{ court, cases, convictions, last_record: own.last },
        ...{ usual_gap_days: rhythm.usual, longest_gap_days: rhythm.longest, silent_days: silentDays },
        overdue,
        weeks: countsBySource(weeksOf.get(court) ?? [], placeOf, firstWeek),
      };
    }),
  };
}

/** Each source once, with all that its imports said. */
function sourcesOf(imports: readonly ImportSource[]): {
  sources: RecordsSource[];
  /** Of an edition's records; editions without an import of their own brought none. */
  placeOf: ReadonlyMap<number, number>;
} {
  const byKey = Map.groupBy(imports, ({ key }) => key);
  const placeOf = new Map<number, number>();
  const sources = [...byKey].map(([key, those], place): RecordsSource => {
    for (const { edition } of those) placeOf.set(edition, place);
    const { name, watched } = those[0]!;
    return {
      ...{ key, name, watched, read_on: latestOf(those.map(({ read_on }) => read_on)) },
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
