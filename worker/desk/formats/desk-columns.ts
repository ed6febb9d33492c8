import { ARTICLE, COURT_CODE } from "../../contract/court-case.ts";
import { OUTCOMES, SENTENCES, SERVICES } from "../../contract/terms.ts";
import { sortArticles } from "../normalise/article-code.ts";
import { isWordless } from "../wordless.ts";
import {
  date,
  matching,
  oneOf,
  optional,
  orElse,
  type Reader,
  said,
  webAddress,
  wholeNumber,
} from "./cells.ts";

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

const MOST_DEFENDANTS = 500;
const MOST_MONTHS = 600;

const articles: Reader<string[]> = (cell) => {
  const codes = cell === "" ? [] : cell.split(";").map((code) => code.trim());
  return codes.every((code) => ARTICLE.test(code))
    ? { value: sortArticles(codes) }
    : { expected: "articles of the Criminal Code with their parts, such as 337.5 or 337.2.1;338.1" };
};

/** How the text of each column becomes a value. Case numbers and УИД are read as in other formats. */
export const READERS = {
  court_code: optional(matching(COURT_CODE, "the code of a court, such as 77GV0001")),
  defendant: said(wholeNumber(1, MOST_DEFENDANTS), "the defendant's ordinal (1, 2 …), never a name"),
  articles,
  received_on: optional(date),
  decided_on: optional(date),
  outcome: oneOf(OUTCOMES),
  sentence: orElse(oneOf(SENTENCES), "unknown"),
  term_months: optional(wholeNumber(0, MOST_MONTHS)),
  service: orElse(oneOf(SERVICES), "unknown"),
  source_url: optional(webAddress),
  first_seen_on: optional(date),
  removed_on: optional(date),
} satisfies Partial<Record<DeskColumn, Reader<unknown>>>;

const TERMS: Partial<Record<DeskColumn, readonly string[]>> = {
  outcome: OUTCOMES,
  sentence: SENTENCES,
  service: SERVICES,
};

/** Whether a cell may be written down again: digits and signs, or a term. A misspelt term may as well be a name. */
export function mayBeShown(column: DeskColumn, cell: string): boolean {
  if (column === "defendant" || column === "source_url") return false;
  return isWordless(cell) || (TERMS[column]?.includes(cell) ?? false);
}
