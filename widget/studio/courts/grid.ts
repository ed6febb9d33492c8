import type { CourtReport, CourtReportsBody } from "../../../worker/contract/court-reports.ts";
import type { CoveredDays } from "../../../worker/contract/covered-days.ts";
import { addDays } from "../../../worker/domain/calendar.ts";

/** A court in a week: its records, and whether the week was read for it, wholly or in part. */
export interface Cell {
  records: number;
  isRead: boolean;
}

export interface Row {
  court: string;
  /** Null: no record of it was ever imported. */
  report: CourtReport | null;
  /** The newest week first. */
  cells: readonly Cell[];
}

export interface Grid {
  /** Mondays, the newest first. */
  weeks: readonly string[];
  rows: readonly Row[];
  /** Records of the fullest cell. */
  most: number;
}

/**
 * Courts by weeks. Those that are missed come first, the longest silent before all, then the others by their records.
 * @param courts codes of all courts that there are
 * @param source place in the body's list of the source whose records are counted; null: all sources
 */
export function gridOf(
  body: CourtReportsBody,
  courts: readonly string[],
  source: number | null,
  most: number,
): Grid {
  const all = body.week_count;
  const places = Array.from({ length: Math.min(most, all) }, (_, index) => all - 1 - index);
  const weeks = places.map((place) => addDays(body.first_week, 7 * place));
  const stated = source === null ? [] : (body.sources[source]?.covers ?? []);
  // A source that doesn't say for which days it was read counts for those that the edition covers.
  const covered = stated.length > 0 ? stated : body.covered;
  const reports = new Map(body.courts.map((report) => [report.court, report]));
  const codes = [...new Set([...courts, ...reports.keys()])];
  const rows = codes
    .map((court): Row => {
      const report = reports.get(court) ?? null;
      const counted = (report?.weeks ?? []).filter((one) => source === null || one.source === source);
      const cells = places.map((place, index) => ({
        records: counted.reduce((sum, { counts }) => sum + (counts[place] ?? 0), 0),
        isRead: isRead(covered, court, weeks[index]!),
      }));
      return { court, report, cells };
    })
    .sort(missedFirst);
  return {
    weeks,
    rows,
    most: Math.max(0, ...rows.flatMap(({ cells }) => cells.map((cell) => cell.records))),
  };
}

/** The page's totals: how many courts there are, have a record, report as usual, are missed. */
export function totalsOf(rows: readonly Row[]): Record<"all" | "known" | "overdue" | "never", number> {
  const known = rows.filter(({ report }) => report !== null);
  return {
    all: rows.length,
    known: known.length,
    overdue: known.filter(({ report }) => report?.overdue).length,
    never: rows.length - known.length,
  };
}

function isRead(covered: readonly CoveredDays[], court: string, monday: string): boolean {
  const sunday = addDays(monday, 6);
  return covered.some(
    ({ courts, start, end }) =>
      start <= sunday && end >= monday && (courts === null || courts.includes(court)),
  );
}

function missedFirst({ report: a, court: codeA }: Row, { report: b, court: codeB }: Row): number {
  const [missedA, missedB] = [a?.overdue ? (a.silent_days ?? 0) : -1, b?.overdue ? (b.silent_days ?? 0) : -1];
  return missedB - missedA || (b?.cases ?? -1) - (a?.cases ?? -1) || (codeA < codeB ? -1 : 1);
}
