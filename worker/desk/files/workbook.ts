import { strFromU8, unzipSync, zipSync } from "fflate";
import readWorkbook from "read-excel-file/universal";
import { SCRAPER_HEADER } from "../formats/scraper-header.ts";
import { cellsOf } from "./sheet-cells.ts";
import { UnreadableFile } from "./unreadable.ts";

/** A spreadsheet program itself struggles with more; a dump of this size comes as JSON or CSV. */
const MOST_BYTES = 30_000_000;
const MOST_UNPACKED = 150_000_000;
/** A hundred thousand rows of fifty columns. */
const MOST_CELLS = 5_000_000;
const AS_CSV = "save it as CSV UTF-8";

/** What a ZIP archive is, by the names in it. Excel's own workbooks are read; the others say what to do. */
const OTHERS: readonly (readonly [holds: RegExp, expected: string])[] = [
  [/^content\.xml$/m, `CSV UTF-8 or .xlsx: this is an OpenDocument file, as LibreOffice's; ${AS_CSV}`],
  [/^xl\/workbook\.bin$/m, `CSV UTF-8 or .xlsx: this is a binary Excel workbook (.xlsb); ${AS_CSV}`],
  [/^word\//m, `a table: this is a Word document; copy its table into a spreadsheet, and ${AS_CSV}`],
];

/**
 * The only sheet of an Excel workbook (.xlsx) as tab-separated text, a line for each of its rows, as the spreadsheet
 * numbers them. Dates are ISO 8601; numbers are as short as they can be. A number that the spreadsheet took for a date
 * stays one, and is refused where it stood for something else.
 * @throws UnreadableFile for any other archive, and for a workbook that is damaged, too large, or has several sheets
 */
export async function workbookText(bytes: Uint8Array): Promise<string> {
  const rows = await rowsOf(bytes);
  const isScraper = rows[0]?.join(";") === SCRAPER_HEADER;
  // sudrfscraper separates by ; and quotes nothing; so does whoever writes its table down again.
  const line = isScraper
    ? (row: readonly string[]) => row.map((cell) => cell.replaceAll(";", ",")).join(";")
    : (row: readonly string[]) => row.map(quoted).join("\t");
  return `${rows.map(line).join("\n")}\n`;
}

async function rowsOf(bytes: Uint8Array): Promise<string[][]> {
  if (bytes.byteLength > MOST_BYTES) throw new UnreadableFile(tooLarge(MOST_BYTES));
  const stored = restored(bytes);
  const sheets = await readWorkbook(stored).catch(() => {
    throw new UnreadableFile(`a whole Excel workbook: this one is damaged; ${AS_CSV}`);
  });
  const filled = sheets.filter(({ data }) => data.length > 0);
  if (filled.length > 1) {
    const expected = `a workbook with one sheet: this one has ${filled.length}; save the one that is meant as CSV UTF-8`;
    throw new UnreadableFile(expected);
  }
  return (filled[0]?.data ?? []).map((row) => row.map(cellText));
}

/**
 * The workbook without compression: the sizes of what is in it are looked at before any of it is unpacked, and no
 * background worker, which the studio's policy forbids, is started for it.
 */
function restored(bytes: Uint8Array): ArrayBuffer {
  const names: string[] = [];
  let size = 0;
  const open = (wanted: (name: string) => boolean) =>
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        size += originalSize;
        return wanted(name) && size <= MOST_UNPACKED;
      },
    });
  let entries: Record<string, Uint8Array>;
  try {
    entries = open((name) => /\.(?:xml|rels)$/.test(name));
  } catch {
    throw new UnreadableFile(`a whole archive: this one is cut off or damaged; copy it again`);
  }
  const found = names.join("\n");
  const other = OTHERS.find(([holds]) => holds.test(found));
  if (other) throw new UnreadableFile(other[1]);
  if (!/^xl\/workbook\.xml$/m.test(found)) {
    throw new UnreadableFile("the file itself: this is a ZIP archive; unpack it and give what is in it");
  }
  if (size > MOST_UNPACKED) throw new UnreadableFile(tooLarge(MOST_UNPACKED));
  // A workbook says itself where its sheets are, so each file of it may be one.
  for (const file of Object.values(entries)) {
    if (cellsOf(strFromU8(file), MOST_CELLS) > MOST_CELLS) throw new UnreadableFile(TOO_WIDE);
  }
  return new Uint8Array(zipSync(entries, { level: 0 })).buffer;
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : dateText(cell);
  return String(cell).replace(/[\t\r\n]+/g, " ");
}

/** A day, with its time where it has one: a spreadsheet's times have no zone. */
function dateText(date: Date): string {
  const text = date.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19).replace("T", " ");
}

function quoted(cell: string): string {
  return cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const TOO_WIDE = `a sheet of at most ${MOST_CELLS.toLocaleString("en")} cells, from its first to its last: something stands far outside of this one's table; delete it, or ${AS_CSV}`;

function tooLarge(bytes: number): string {
  return `a workbook of at most ${bytes / 1_000_000} MB: ${AS_CSV}`;
}
