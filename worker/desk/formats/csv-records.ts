// The browser build brings its own byte buffers, so the same code runs in Node, workerd and a page.
import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { type Line, linesOf } from "./lines.ts";

/** One record of a CSV file and the physical line on which it starts; `cells` is null where it's no CSV. */
export interface CsvRecord {
  line: number;
  cells: string[] | null;
}

/** A quoted cell over more lines is a stray quote, which would swallow the rest of the file. */
const MOST_LINES = 50;
/** Records are parsed together: starting the parser costs more than a record. */
const BATCH = 500;

/**
 * Splits comma-separated text (RFC 4180, CRLF or LF) into records while it's being read. A record that
 * isn't CSV is given without cells, and the reading goes on in the next line.
 * @param delimiter what stands for the comma
 */
export async function* csvRecords(chunks: AsyncIterable<string>, delimiter = ","): AsyncGenerator<CsvRecord> {
  let batch: Line[] = [];
  for await (const record of wholeRecords(linesOf(chunks))) {
    batch.push(record);
    if (batch.length < BATCH) continue;
    yield* parsed(batch, delimiter);
    batch = [];
  }
  yield* parsed(batch, delimiter);
}

/** Joins the lines of quoted cells. Blank lines are dropped; a line that is no record is marked as cut. */
async function* wholeRecords(lines: AsyncIterable<Line>): AsyncGenerator<Line> {
  const open: Line[] = [];
  for await (const line of lines) {
    if (open.length === 0 && line.text.trim() === "") continue;
    open.push(line);
    yield* settled(open, false);
  }
  yield* settled(open, true);
}

/** Takes from `open` what is certainly a record, or certainly none. */
function* settled(open: Line[], atEnd: boolean): Generator<Line> {
  for (let first = open[0]; first !== undefined; first = open[0]) {
    const length = balancedLength(open);
    if (length > 0) {
      const lines = open.splice(0, length);
      yield { ...first, text: lines.map(({ text }) => text).join("\n"), cut: lines.some(({ cut }) => cut) };
    } else if (atEnd || open.length > MOST_LINES) {
      open.shift();
      yield { ...first, cut: true };
    } else return;
  }
}

/** How many of the first lines have all their quotes closed; 0: not even all of them together. */
function balancedLength(lines: readonly Line[]): number {
  let quotes = 0;
  for (const [index, { text }] of lines.entries()) {
    quotes += text.split('"').length - 1;
    if (quotes % 2 === 0) return index + 1;
  }
  return 0;
}

function* parsed(batch: readonly Line[], delimiter: string): Generator<CsvRecord> {
  const texts = batch.map(({ text, cut }) => (cut ? "" : text));
  const rows = cellsOf(texts, delimiter) ?? texts.map((text) => cellsOf([text], delimiter)?.[0] ?? null);
  for (const [index, { number, cut }] of batch.entries()) {
    yield { line: number, cells: cut ? null : (rows[index] ?? null) };
  }
}

/** Cells of each record; null where any of them isn't CSV. */
function cellsOf(records: readonly string[], delimiter: string): string[][] | null {
  const text = records.join("\n");
  // Without quotes there is nothing to parse, and splitting is 30 times as fast.
  if (!text.includes('"')) return records.map((record) => record.split(delimiter));
  try {
    const rows = parse(text, { delimiter, relax_column_count: true, record_delimiter: "\n" });
    return rows.length === records.length ? rows : null;
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
