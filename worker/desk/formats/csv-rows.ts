// The browser build brings its own byte buffers, so the same code runs in Node, workerd and a page.
import { CsvError, parse } from "csv-parse/browser/esm/sync";

/** One record of a CSV file and where it stood. */
export interface CsvRow {
  /** Physical line on which the record starts, from 1. */
  line: number;
  cells: string[];
}

/** Where a file stops being CSV: `field` is the index of the cell that couldn't be read, from 0. */
export interface CsvBreak {
  line: number;
  field: number;
}

/**
 * Splits comma-separated text (RFC 4180; a byte order mark, CRLF and empty lines are accepted) into rows
 * of any length. Rows before a misplaced quote are still given; nothing after it can be trusted.
 * @param delimiter what stands for the comma
 */
export function readRows(text: string, delimiter = ","): { rows: CsvRow[]; broken: CsvBreak | null } {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const rows: CsvRow[] = [];
  let lastLine = 0;
  try {
    parse(plain, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      // Collected here and not from the result, which is lost when a later row throws.
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: lines - breaksIn(cells), cells });
        lastLine = lines;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows, broken: { line: lineWithText(plain, lastLine + 1), field: Number(error.column ?? 0) } };
  }
  return { rows, broken: null };
}

/** Line breaks that stand inside quoted cells. */
export function breaksIn(cells: readonly string[]): number {
  return cells.join("").split("\n").length - 1;
}

function lineWithText(text: string, from: number): number {
  const ahead = text.split("\n").slice(from - 1);
  return from + Math.max(0, ahead.findIndex(Boolean));
}
