import { DESK_COLUMNS, type DeskColumn, mayBeShown } from "./formats/desk-columns.ts";
import type { FormatName } from "./formats/format.ts";
import { headerOf } from "./formats/header.ts";
import { LEDGER_COLUMNS, type LedgerColumn, mayBeShownOfLedger } from "./formats/ledger-columns.ts";
import { linesOf } from "./formats/lines.ts";
import { tableOf } from "./formats/table.ts";
import { isWordless } from "./wordless.ts";

/** One row of a file with the cells that can't hold a name; the others are empty. */
export interface SafeRow {
  line: number;
  cells: string[];
}

/** What a person needs to correct a row of a dump by hand. Not among them: names, judge, sides, text. */
const SCRAPER_COLUMNS = [
  "id",
  "region",
  "instance",
  "caseNumber",
  "entryDate",
  "resultDate",
  "endDate",
  "cui",
];

/** The columns of a format that may be written down again. A sudrfparser file has no rows of its own. */
export function safeColumns(format: FormatName | "ledger"): readonly string[] {
  switch (format) {
    case "desk-csv":
      return DESK_COLUMNS.filter((column) => column !== "defendant" && column !== "source_url");
    case "ledger":
      return LEDGER_COLUMNS;
    case "sudrfscraper-csv":
    case "sudrfscraper-ndjson":
      return SCRAPER_COLUMNS;
    case "sudrfscraper-meta":
    case "sudrfparser-json":
      return [];
    default:
      return format satisfies never;
  }
}

/** The rows of a file, in its order, stripped of every cell in which a name could stand. */
export async function* safeRows(
  format: FormatName | "ledger",
  chunks: AsyncIterable<string>,
): AsyncGenerator<SafeRow> {
  const columns = safeColumns(format);
  if (columns.length === 0) return;
  if (format === "sudrfscraper-ndjson") {
    for await (const { number, text } of linesOf(chunks)) yield { line: number, cells: fromJson(text) };
  } else if (format === "sudrfscraper-csv") {
    for await (const { number, text } of linesOf(chunks)) yield { line: number, cells: fromScraper(text) };
  } else {
    const header: readonly string[] = format === "ledger" ? LEDGER_COLUMNS : DESK_COLUMNS;
    let places: readonly number[] | null = null;
    for await (const { line, cells } of (await tableOf(chunks)).records) {
      if (places === null) {
        const names = headerOf(cells ?? []);
        places = columns.map((column) => names.indexOf(column));
        if (names.length !== header.length) return;
      }
      const found = places.map((place) => cells?.[place] ?? "");
      yield { line, cells: found.map((cell, i) => (shownIn(format, columns[i]!, cell) ? cell : "")) };
    }
  }
}

function shownIn(format: FormatName | "ledger", column: string, cell: string): boolean {
  if (format === "ledger") return mayBeShownOfLedger(column as LedgerColumn, cell);
  return mayBeShown(column as DeskColumn, cell);
}

function fromJson(line: string): string[] {
  const fields = parse(line);
  return SCRAPER_COLUMNS.map((column) => wordless(fields[column]));
}

/** A row whose columns are shifted shows less: a cell with words is never written. */
function fromScraper(line: string): string[] {
  const cells = line.split(";");
  const places = [0, 1, 2, 4, 5, 8, 10, 12];
  return places.map((place) => wordless(cells[place]));
}

function wordless(value: unknown): string {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return isWordless(text) || text === "FIRST" || text === "APPELLATION" ? text : "";
}

function parse(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
