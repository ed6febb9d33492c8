import { Figure } from "../../contract/figure.ts";
import { isLedgerDay, ledgerDays } from "../../domain/published/ledger-days.ts";
import type { Rejection } from "../rejection.ts";
import type { Reader } from "./cells.ts";
import { breaksIn, type CsvRow, readRows } from "./csv-rows.ts";
import { headerOf, headerProblem } from "./header.ts";
import {
  LEDGER_COLUMNS,
  type LedgerColumn,
  mayBeShownOfLedger,
  READERS,
  unescapeFormula,
} from "./ledger-columns.ts";
import { asWritten, delimiterIn, isEmptyRow, saysSep, within } from "./table.ts";

const HEADER = LEDGER_COLUMNS.join(",");

/**
 * Reads the ledger of published figures (CSV with the header of `data/published-figures.csv`).
 * A row with any bad cell gives no figure and one rejection for each bad cell.
 * @param today Moscow date, by which dates are plausible or not; null: any date is
 */
export function readLedger(
  text: string,
  today: string | null = null,
): { figures: Figure[]; rejected: Rejection[] } {
  const head = text.slice(0, 5_000);
  const delimiter = delimiterIn(head);
  const { rows: all, broken } = readRows(text, delimiter);
  const rows = (saysSep(head) ? all.slice(1) : all).filter(({ cells }) => !isEmptyRow(cells));
  const figures: Figure[] = [];
  const rejected: Rejection[] = headerRejections(rows[0]);
  if (rejected.length > 0) return { figures, rejected };

  const lineOfId = new Map<string, number>();
  for (const row of rows.slice(1)) {
    const cells = within(row.cells, LEDGER_COLUMNS.length);
    const written = delimiter === "," ? cells : cells.map(asWritten);
    const { figure, problems } = readRow({ ...row, cells: [...written] }, lineOfId, today);
    if (figure) figures.push(figure);
    rejected.push(...problems);
  }
  if (broken) {
    const column = LEDGER_COLUMNS[broken.field] ?? "row";
    const expected = 'quotes around a whole cell, doubled inside it: "…""…"; rows from here on were not read';
    rejected.push({ line: broken.line, column, value: null, expected });
  }
  return { figures, rejected };
}

function headerRejections(row: CsvRow | undefined): Rejection[] {
  const line = row?.line ?? 1;
  const found = headerOf(row?.cells ?? []);
  const problem = found.length === 0 ? HEADER : headerProblem(found, LEDGER_COLUMNS);
  const inOrder = LEDGER_COLUMNS.every((column, index) => column === found[index]);
  const expected = problem ?? (inOrder ? null : `this order: ${HEADER}`);
  return expected === null ? [] : [{ line, column: "header", value: null, expected }];
}

function readRow(row: CsvRow, lineOfId: Map<string, number>, today: string | null) {
  if (row.cells.length !== LEDGER_COLUMNS.length) {
    const expected = `${LEDGER_COLUMNS.length} cells as in the header, found ${row.cells.length}`;
    return { figure: null, problems: [{ line: row.line, column: "row", value: null, expected }] };
  }
  const problems: Rejection[] = [];
  const cellOf = (column: LedgerColumn) => unescapeFormula(row.cells[LEDGER_COLUMNS.indexOf(column)] ?? "");
  const reject = (column: LedgerColumn, expected: string) => {
    problems.push({ line: lineOfCell(row, column), column, value: shown(column, cellOf(column)), expected });
    return undefined;
  };
  const day = <T extends string | null>(column: LedgerColumn, read: Reader<T>) => {
    const date = take(column, read);
    if (!date || today === null || isLedgerDay(date, today)) return date;
    return reject(column, ledgerDays(today));
  };
  const take = <T>(column: LedgerColumn, read: Reader<T>) => {
    const reading = read(cellOf(column));
    return "value" in reading ? reading.value : reject(column, reading.expected);
  };

  const figure = {
    id: take("id", READERS.id),
    unit: take("unit", READERS.unit),
    articles: take("articles", READERS.articles),
    region: take("region", READERS.region),
    service: take("service", READERS.service),
    series: take("series", READERS.series),
    period: {
      start: day("period_start", READERS.period_start),
      end: day("period_end", READERS.period_end),
    },
    kind: take("kind", READERS.kind),
    value: take("value", READERS.value),
    qualifier: take("qualifier", READERS.qualifier),
    publisher: take("publisher", READERS.publisher),
    published_on: day("published_on", READERS.published_on),
    source_url: take("source_url", READERS.source_url),
    note: take("note", READERS.note),
  };

  const { id, unit, kind, value, period } = figure;
  if (id !== undefined) {
    const earlier = lineOfId.get(id);
    if (earlier === undefined) lineOfId.set(id, row.line);
    else reject("id", `an id that no other row has; line ${earlier} has it too`);
  }
  if (period.start && period.end && period.end < period.start) {
    reject("period_end", `a date not before period_start, ${period.start}`);
  }
  if (unit && kind && (unit === "share_suspended") !== (kind === "percent")) {
    reject("kind", kind === "percent" ? `not percent, because ${unit} is a count` : `percent for ${unit}`);
  }
  if (kind === "percent" && value !== undefined && value > 100) reject("value", "a share from 0 to 100");
  if (kind === "total" && value !== undefined && !Number.isSafeInteger(value)) {
    reject("value", "a whole number, because a total counts whole cases, people or texts");
  }
  return { figure: problems.length === 0 ? Figure.parse(figure) : null, problems };
}

/** The line on which the cell starts: quoted cells before it may span several. */
function lineOfCell(row: CsvRow, column: LedgerColumn): number {
  return row.line + breaksIn(row.cells.slice(0, LEDGER_COLUMNS.indexOf(column)));
}

/** A cell that a message may repeat: in a row that slipped by a column, a name may stand anywhere. */
function shown(column: LedgerColumn, cell: string): string | null {
  return mayBeShownOfLedger(column, cell) ? cell : null;
}
