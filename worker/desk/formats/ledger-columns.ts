import { FIGURE_MAX } from "../../contract/figure.ts";
import { isPlain } from "../../contract/plain-text.ts";
import { FIGURE_KINDS, QUALIFIERS, type Qualifier, SERVICES, UNITS } from "../../contract/terms.ts";
import { isWordless } from "../wordless.ts";
import { date, matching, oneOf, optional, type Reader, webAddress } from "./cells.ts";

/** Header of the ledger of published figures, in this order. */
export const LEDGER_COLUMNS = [
  "id",
  "unit",
  "articles",
  "region",
  "service",
  "series",
  "period_start",
  "period_end",
  "kind",
  "value",
  "qualifier",
  "publisher",
  "published_on",
  "source_url",
  "note",
] as const;
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

const NAMED_SCOPES = ["toughened", "ch33", "any"];
const ARTICLE = /^[1-9]\d{1,2}(\.[1-9]\d{0,5})?$/;
const DIGITS = /^(0|[1-9]\d*)(\.\d+)?$/;

/** Ledgers say `approx`, the API says `about`. */
const QUALIFIER_WORDS: Readonly<Record<string, Qualifier>> = {
  ...Object.fromEntries(QUALIFIERS.map((word) => [word, word])),
  approx: "about",
};

/** Text that is fit to be read by others, and as long as the contract takes it. */
const plain =
  (most: number): Reader<string> =>
  (cell) => {
    if (!isPlain(cell)) return { expected: "text without control characters and marks of direction" };
    return cell.length <= most ? { value: cell } : { expected: `text of at most ${most} characters` };
  };

const words =
  (most: number): Reader<string> =>
  (cell) =>
    cell !== "" && cell === cell.trim() ? plain(most)(cell) : { expected: "text without spaces around it" };

const address: Reader<string> = (cell) => {
  const short = plain(2_000)(cell);
  return "value" in short ? webAddress(cell) : short;
};

const articles: Reader<string[]> = (cell) => {
  if (NAMED_SCOPES.includes(cell)) return { value: [cell] };
  const list = cell.split(";");
  if (
    list.length <= 100 &&
    list.every((article) => ARTICLE.test(article)) &&
    new Set(list).size === list.length
  ) {
    return { value: list };
  }
  return {
    expected: `articles such as 337 or 332;337;352.1, each once, or one of ${NAMED_SCOPES.join(", ")}`,
  };
};

const number: Reader<number> = (cell) => {
  const value = Number(cell);
  if (value > FIGURE_MAX) return { expected: `a number in digits, of at most ${FIGURE_MAX}` };
  return DIGITS.test(cell) && Number.isFinite(value)
    ? { value }
    : { expected: "a number of 0 or more in digits, with a decimal point and no thousands separator" };
};

const qualifier: Reader<Qualifier> = (cell) => {
  const value = Object.hasOwn(QUALIFIER_WORDS, cell) ? QUALIFIER_WORDS[cell] : undefined;
  return value ? { value } : { expected: `one of ${Object.keys(QUALIFIER_WORDS).join(", ")}` };
};

/** How each column's text becomes a value. An empty cell is null only where the column is optional. */
export const READERS = {
  id: matching(/^f\d{3,9}$/, "f and at least three digits, such as f001"),
  unit: oneOf(UNITS),
  articles,
  region: optional(words(200)),
  service: optional(oneOf(SERVICES)),
  series: words(200),
  period_start: date,
  period_end: date,
  kind: oneOf(FIGURE_KINDS),
  value: number,
  qualifier,
  publisher: words(300),
  published_on: optional(date),
  source_url: address,
  note: optional(plain(4_000)),
} satisfies Record<LedgerColumn, Reader<unknown>>;

/** What spreadsheets take for the beginning of a formula, and what keeps them from it. */
const FORMULA = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A cell that no spreadsheet runs; `unescapeFormula` gives it back as it was. */
export function escapeFormula(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

export function unescapeFormula(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

const TERMS: Partial<Record<LedgerColumn, readonly string[]>> = {
  unit: UNITS,
  service: SERVICES,
  kind: FIGURE_KINDS,
  qualifier: Object.keys(QUALIFIER_WORDS),
};

/** Whether a cell of a refused row may be written down again: an id, digits and signs, or a term. */
export function mayBeShownOfLedger(column: LedgerColumn, cell: string): boolean {
  return /^f\d{3,9}$/.test(cell) || isWordless(cell) || (TERMS[column]?.includes(cell) ?? false);
}
