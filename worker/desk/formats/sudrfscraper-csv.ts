import { readCaseUid } from "../normalise/case-uid.ts";
import { readDate } from "../normalise/dates.ts";
import type { Format, ReadItem, SourceRow } from "./format.ts";
import { textOf } from "./json-value.ts";
import { type Line, linesOf } from "./lines.ts";
import { SCRAPER_HEADER } from "./scraper-header.ts";
import { finishedOnlyWatch, type ScraperCells, scraperRow } from "./sudrfscraper-row.ts";

const COLUMNS = {
  caseUid: "cui",
  court: "court_name",
  caseNumber: "caseNumber",
  receivedOn: "entryDate",
  decidedOn: "resultDate",
  firstSeenOn: "publishedDate",
  removedOn: "row",
  row: "row",
} as const;

const HEADER_START = SCRAPER_HEADER.slice(0, SCRAPER_HEADER.indexOf(";consideredBy"));
/** Running number, region, instance: how every record begins and hardly any line of a verdict's text. */
const RECORD_START = /^[^;]{0,20};(?:\d{0,3}|-|null);(?:[A-Z_]{3,20}|-|null);/;
/** Places of the columns before the text, by the header above. */
const [COURT, NUMBER, ENTRY, NAMES, RESULT, DECISION, END] = [3, 4, 5, 6, 8, 9, 10] as const;
/** So many `;` too many in a court's heading are still mended. */
const MOST_SHIFTED = 3;
/** A broken record is joined to this length, far more than all columns before the text need. */
const LONGEST_HEAD = 100_000;

/**
 * sudrfscraper's `<project>.csv`: split by `;` and nothing else, without any quoting (CSVConverterService),
 * so no ordinary CSV reader gets through it. The last column is the verdict's text, over any number of lines.
 */
export const sudrfscraperCsv: Format = {
  name: "sudrfscraper-csv",
  description: `sudrfscraper's CSV: unquoted, the first line ${HEADER_START};…;text`,
  recognise: (head) => /^id;region;instance;court_name;caseNumber;/.test(head.trimStart()),
  read,
};

async function* read(chunks: AsyncIterable<string>): AsyncGenerator<ReadItem> {
  const watch = finishedOnlyWatch();
  let header: readonly string[] | null = null;
  for await (const { line, text, whole } of recordsOf(linesOf(chunks))) {
    if (header === null && !text.startsWith(HEADER_START)) {
      const expected = `a first line ${HEADER_START};…;text`;
      yield { kind: "refused", rejection: { line, column: "header", value: null, expected } };
      return;
    }
    header ??= text.split(";");
    if (text.startsWith(HEADER_START)) continue;
    const cells = text.split(";", header.length + MOST_SHIFTED);
    if (!whole || cells.length < header.length) {
      const expected = `${header.length} columns separated by ; as in the header`;
      yield { kind: "rejected", rejection: { line, column: "row", value: null, expected } };
      continue;
    }
    const row = rowOf(line, cells, header);
    watch.see(row);
    yield { kind: "row", row };
  }
  const warning = watch.warning();
  if (warning !== null) yield { kind: "warning", text: warning };
}

interface ScraperRecord {
  line: number;
  text: string;
  /** false: a line that is no record and continues none. */
  whole: boolean;
}

/** Joins records that are broken over lines, and drops the lines that continue a verdict's text. */
async function* recordsOf(lines: AsyncIterable<Line>): AsyncGenerator<ScraperRecord> {
  let columns = 0;
  let open: ScraperRecord | null = null;
  for await (const { number, text } of lines) {
    if (columns === 0) {
      columns = text.split(";").length;
      yield { line: number, text, whole: true };
    } else if (RECORD_START.test(text) || text.startsWith(HEADER_START)) {
      if (open !== null) yield open;
      open = { line: number, text, whole: true };
    } else if (open !== null && !isComplete(open.text, columns)) {
      if (open.text.length < LONGEST_HEAD) open.text += ` ${text.slice(0, LONGEST_HEAD)}`;
    } else if (open === null || !hasText(open.text, columns)) {
      if (text.trim() !== "") yield { line: number, text, whole: false };
    }
  }
  if (open !== null) yield open;
}

function isComplete(text: string, columns: number): boolean {
  return text.split(";", columns).length === columns;
}

function hasText(record: string, columns: number): boolean {
  const last = record.split(";", columns).at(-1) ?? "";
  return last.trim() === "" || textOf(last) !== null;
}

function rowOf(line: number, cells: readonly string[], header: readonly string[]): SourceRow {
  const shift = shiftOf(cells, header.length);
  const cell = (place: number) => (place < 0 ? null : textOf(cells[place + shift]));
  // Behind the decision stray ; may stand anywhere, but УИД and links are known by their look.
  const rest = cells.slice(END + shift + 1, header.length - 1 + shift).map(textOf);
  const found: ScraperCells = {
    cui: rest.find((text) => text && readCaseUid(text)) ?? cell(header.indexOf("cui")),
    courtName: textOf(cells.slice(COURT, NUMBER + shift).join(" ")),
    caseNumber: cell(NUMBER),
    names: cell(NAMES),
    separator: ",",
    entryDate: cell(ENTRY),
    resultDate: cell(RESULT),
    decision: cell(DECISION),
    link: rest.find((text) => text && /^https?:/.test(text)) ?? null,
  };
  return scraperRow(line, COLUMNS, found, null);
}

/** By how many places the columns behind the court's name moved, because the name has `;` in it. */
function shiftOf(cells: readonly string[], columns: number): number {
  const isDate = (text: string | undefined) => textOf(text) === null || readDate(textOf(text) ?? "") !== null;
  for (let shift = 0; shift <= Math.min(MOST_SHIFTED, cells.length - columns); shift++) {
    if (isDate(cells[ENTRY + shift]) && isDate(cells[RESULT + shift]) && isDate(cells[END + shift]))
      return shift;
  }
  return 0;
}
