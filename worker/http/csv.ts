import { stringify } from "csv-stringify/browser/esm/sync";

/** Rows as CSV: RFC 4180, a header, CRLF; no cell can start a spreadsheet formula. */
export function toCsv<Row>(
  rows: readonly Row[],
  columns: Record<string, (row: Row) => string | number | null>,
): string {
  const names = Object.keys(columns);
  const cells = rows.map((row) => names.map((name) => columns[name]!(row)));
  return stringify(cells, {
    header: true,
    columns: names,
    escape_formulas: true,
    record_delimiter: "windows",
  });
}

export const CSV = "text/csv; charset=utf-8; header=present";
