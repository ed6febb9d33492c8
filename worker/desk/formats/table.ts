import { readDate } from "../normalise/dates.ts";
import { type CsvRecord, csvRecords } from "./csv-records.ts";
import { takeHead } from "./head.ts";

/** What parts the cells of a table as spreadsheets save it: a comma, a semicolon in most of Europe, a tab in UTF-16. */
export type Delimiter = "," | ";" | "\t";

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];
const HEAD = 5_000;
/** The line in which Excel is told what parts the cells: no part of the table. */
const SEP = /^\uFEFF?"?sep=(.)"?\r?$/i;

export interface Table {
  delimiter: Delimiter;
  /** From the header on, without rows that are empty. */
  records: AsyncIterable<CsvRecord>;
}

/** A table as a spreadsheet or a program wrote it. */
export async function tableOf(chunks: AsyncIterable<string>): Promise<Table> {
  const { head, chunks: whole } = await takeHead(chunks, HEAD);
  const delimiter = delimiterIn(head);
  return { delimiter, records: filled(csvRecords(whole, delimiter), saysSep(head)) };
}

/** What parts the cells, by the first lines of a table. */
export function delimiterIn(head: string): Delimiter {
  const said = SEP.exec(firstLine(head))?.[1];
  const known = DELIMITERS.find((delimiter) => delimiter === said);
  if (known) return known;
  const header = headerLine(head).replace(/"[^"]*"/g, "");
  const [most] = DELIMITERS.map((delimiter) => ({ delimiter, cells: header.split(delimiter).length })).sort(
    (a, b) => b.cells - a.cells,
  );
  return most?.delimiter ?? ",";
}

/** Whether the first line only tells what parts the cells. */
export function saysSep(head: string): boolean {
  return SEP.test(firstLine(head));
}

/** The line of the columns' names, where it is in these first lines. */
export function headerLine(head: string): string {
  return head.split("\n", 2)[saysSep(head) ? 1 : 0] ?? "";
}

/** A row's cells without the empty ones behind the last column, which spreadsheets add. */
export function within(cells: readonly string[], columns: number): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== "");
  return cells.slice(0, Math.max(columns, last + 1));
}

export function isEmptyRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** A spreadsheet of most of Europe writes `31.05.2024` where it read `2024-05-31`. */
export function asWritten(cell: string): string {
  return /^\d{2}\.\d{2}\.\d{4}$/.test(cell) ? (readDate(cell) ?? cell) : cell;
}

function firstLine(head: string): string {
  return head.split("\n", 1)[0] ?? "";
}

async function* filled(records: AsyncIterable<CsvRecord>, skipsFirst: boolean): AsyncGenerator<CsvRecord> {
  for await (const record of records) {
    if (skipsFirst && record.line === 1) continue;
    if (record.cells === null || !isEmptyRow(record.cells)) yield record;
  }
}
