import { readRows } from "../desk/formats/csv-rows.ts";
import type { Rejection } from "../desk/rejection.ts";
import { DAYS_A_WEEK, dayNumber, isIsoDate } from "../domain/calendar.ts";
import type { Observation } from "../domain/completeness/triangle.ts";

const COLUMNS = ["reference_date", "report_date", "count"] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Record<Column, string>;

export interface ReportingFile {
  /** Weeks are numbered from the earliest reference date of the file. */
  observations: Observation[];
  /** Number of weeks up to the last reference date or the last report within the maximum delay. */
  weeks: number;
  rejected: Rejection[];
}

/**
 * Reads weekly reports: `reference_date,report_date,count` in any order of rows and columns, other columns
 * ignored. Dates are ISO 8601 and whole weeks apart. A count is the number that was added (or, below 0,
 * withdrawn) in that report week; a pair of dates that isn't listed had none.
 */
export function readReportingFile(text: string, maxDelay: number): ReportingFile {
  const { rows, broken } = readRows(text);
  const [header, ...body] = rows;
  const names = header?.cells.map((cell) => cell.trim()) ?? [];
  const missing = COLUMNS.filter((column) => !names.includes(column));
  const good: Cells[] = [];
  const rejected: Rejection[] = missing.map((column) =>
    rejection(header?.line ?? 1, column, null, `a header with ${COLUMNS.join(",")}`),
  );
  const lines = new Map<string, number>();
  for (const { line, cells } of missing.length > 0 ? [] : body) {
    const cell = (column: Column) => cells[names.indexOf(column)]?.trim() ?? "";
    const row = {
      reference_date: cell("reference_date"),
      report_date: cell("report_date"),
      count: cell("count"),
    };
    const pair = `${row.reference_date} ${row.report_date}`;
    const [column, expected] = fault(row, good[0]) ?? repeated(lines.get(pair)) ?? [];
    if (column && expected) {
      rejected.push(rejection(line, column, row[column] || null, expected));
    } else {
      good.push(row);
      lines.set(pair, line);
    }
  }
  if (broken) {
    rejected.push(rejection(broken.line, names[broken.field] ?? COLUMNS[0], null, "closed quotation marks"));
  }
  if (rejected.length === 0 && good.length === 0) {
    rejected.push(rejection(2, COLUMNS[0], null, "at least one row"));
  }
  return { ...numbered(good, maxDelay), rejected };
}

type Fault = readonly [column: Column, expected: string];

/** What is wrong with a row; `first` is the first good one, whose weekday the others keep. */
function fault({ reference_date, report_date, count }: Cells, first: Cells | undefined): Fault | null {
  if (!isIsoDate(reference_date)) return ["reference_date", "a real date, as in 2025-06-30"];
  const start = first?.reference_date ?? reference_date;
  if (!wholeWeeks(start, reference_date)) return ["reference_date", `a date whole weeks from ${start}`];
  if (!isIsoDate(report_date)) return ["report_date", "a real date, as in 2025-06-30"];
  if (report_date < reference_date || !wholeWeeks(reference_date, report_date)) {
    return ["report_date", `${reference_date} or whole weeks after it`];
  }
  return /^-?\d{1,9}$/.test(count) ? null : ["count", "a whole number"];
}

function repeated(earlier: number | undefined): Fault | null {
  return earlier ? ["report_date", `one row per pair of dates; line ${earlier} has the same pair`] : null;
}

function wholeWeeks(from: string, to: string): boolean {
  return (dayNumber(to) - dayNumber(from)) % DAYS_A_WEEK === 0;
}

function rejection(line: number, column: string, value: string | null, expected: string): Rejection {
  return { line, column, value, expected };
}

/** Reports beyond the maximum delay count for nothing, so none of them ends the series either. */
function numbered(rows: readonly Cells[], maxDelay: number): { observations: Observation[]; weeks: number } {
  const references = rows.map(({ reference_date }) => dayNumber(reference_date));
  const start = references.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  let weeks = 0;
  const observations: Observation[] = [];
  for (const [i, { report_date, count }] of rows.entries()) {
    const week = (references[i]! - start) / DAYS_A_WEEK;
    const delay = (dayNumber(report_date) - references[i]!) / DAYS_A_WEEK;
    const counts = delay <= maxDelay;
    if (counts) observations.push({ week, delay, count: Number(count) });
    weeks = Math.max(weeks, week + (counts ? delay : 0) + 1);
  }
  return { observations, weeks };
}
