import { ARTICLE, COURT_CODE } from "../../contract/court-case.ts";
import { OUTCOMES, SENTENCES, SERVICES } from "../../contract/terms.ts";
import { sortArticles } from "../normalise/article-code.ts";
import { readDate } from "../normalise/dates.ts";
import { isWordless } from "../wordless.ts";

/** Header of the desk's own CSV. */
export const DESK_COLUMNS = [
  "case_uid",
  "court_code",
  "case_number",
  "defendant",
  "articles",
  "received_on",
  "decided_on",
  "outcome",
  "sentence",
  "term_months",
  "service",
  "source_url",
  "first_seen_on",
  "removed_on",
] as const;
export type DeskColumn = (typeof DESK_COLUMNS)[number];

/** A cell either has a value or says what was expected there. */
export type Reading<T> = { value: T } | { expected: string };
export type Reader<T> = (cell: string) => Reading<T>;

const MOST_DEFENDANTS = 500;
const MOST_MONTHS = 600;

/** One of the contract's words; an empty cell is `empty`, where that is allowed. */
const oneOf =
  <T extends string>(words: readonly T[], empty: T | null): Reader<T> =>
  (cell) => {
    if (cell === "" && empty !== null) return { value: empty };
    const value = words.find((word) => word === cell);
    return value === undefined ? { expected: `one of ${words.join(", ")}` } : { value };
  };

const wholeNumber =
  (least: number, most: number): Reader<number> =>
  (cell) => {
    const value = Number(cell);
    return /^\d{1,4}$/.test(cell) && value >= least && value <= most
      ? { value }
      : { expected: `a whole number from ${least} to ${most}` };
  };

const optional =
  <T>(read: Reader<T>): Reader<T | null> =>
  (cell) => {
    if (cell === "") return { value: null };
    const reading = read(cell);
    return "value" in reading ? reading : { expected: `${reading.expected}, or nothing` };
  };

const date: Reader<string> = (cell) =>
  readDate(cell) === cell ? { value: cell } : { expected: "a date that exists, as YYYY-MM-DD" };

const articles: Reader<string[]> = (cell) => {
  const codes = cell === "" ? [] : cell.split(";").map((code) => code.trim());
  return codes.every((code) => ARTICLE.test(code))
    ? { value: sortArticles(codes) }
    : { expected: "articles of the Criminal Code with their parts, such as 337.5 or 337.2.1;338.1" };
};

const courtCode: Reader<string> = (cell) =>
  COURT_CODE.test(cell) ? { value: cell } : { expected: "the code of a court, such as 77GV0001" };

const webAddress: Reader<string> = (cell) =>
  /^https?:\/\/\S+$/.test(cell) && URL.canParse(cell)
    ? { value: cell }
    : { expected: "a web address that begins with https:// or http://" };

/** How the text of each column becomes a value. Case numbers and УИД are read as in other formats. */
export const READERS = {
  court_code: optional(courtCode),
  defendant: (cell: string) => {
    const reading = wholeNumber(1, MOST_DEFENDANTS)(cell);
    return "value" in reading ? reading : { expected: "the defendant's ordinal (1, 2 …), never a name" };
  },
  articles,
  received_on: optional(date),
  decided_on: optional(date),
  outcome: oneOf(OUTCOMES, null),
  sentence: oneOf(SENTENCES, "unknown"),
  term_months: optional(wholeNumber(0, MOST_MONTHS)),
  service: oneOf(SERVICES, "unknown"),
  source_url: optional(webAddress),
  first_seen_on: optional(date),
  removed_on: optional(date),
} satisfies Partial<Record<DeskColumn, Reader<unknown>>>;

const TERMS: readonly DeskColumn[] = ["outcome", "sentence", "service"];

/**
 * Whether a refused cell may be repeated in a message. Not where a name may have slipped into the column:
 * digits and signs may, with single letters among them, and a term's misspelling in small Latin letters.
 */
export function mayBeShown(column: DeskColumn, cell: string): boolean {
  if (column === "defendant" || column === "source_url") return false;
  if (TERMS.includes(column)) return /^[a-z-]{1,24}$/.test(cell);
  return isWordless(cell);
}
