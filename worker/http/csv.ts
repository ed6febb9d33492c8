import { stringify } from "csv-stringify/browser/esm/sync";

/**
 * Rows as CSV: RFC 4180, a header, CRLF; no cell can start a spreadsheet formula.
 * @param decimal with a comma, for spreadsheets in languages that write 0,5: cells are parted by semicolons then
 */
export function toCsv<Row>(
  rows: readonly Row[],
  columns: Record<string, (row: Row) => string | number | null>,
  decimal: "." | "," = ".",
): string {
  const names = Object.keys(columns);
  const written = (cell: string | number | null) =>
    typeof cell === "number" && decimal === "," ? String(cell).replace(".", ",") : cell;
  const cells = rows.map((row) => names.map((name) => written(columns[name]!(row))));
  return stringify(cells, {
    header: true,
    delimiter: decimal === "," ? ";" : ",",
    columns: names,
    escape_formulas: true,
    record_delimiter: "windows",
  });
}

export const CSV = "text/csv; charset=utf-8; header=present";
