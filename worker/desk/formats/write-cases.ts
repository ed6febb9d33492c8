import { stringify } from "csv-stringify/browser/esm/sync";
import type { CourtCase } from "../../contract/court-case.ts";
import { DESK_COLUMNS } from "./desk-columns.ts";

/** Rows of the desk's own CSV, which read as these cases again. No cell can start a spreadsheet's formula. */
export function writeCases(cases: readonly CourtCase[]): string {
  const rows = cases.map((one) => ({
    ...one,
    articles: one.articles.join(";"),
    case_number: numberWithEarlier(one),
  }));
  return stringify(rows, { columns: [...DESK_COLUMNS], escape_formulas: true });
}

/** The header above them. */
export const CASES_HEADER = `${DESK_COLUMNS.join(",")}\n`;

/** As courts write a case that was registered anew: `1-251/2021 (1-1135/2020;)`. */
function numberWithEarlier({ case_number, earlier_numbers }: CourtCase): string {
  return earlier_numbers.length === 0 ? case_number : `${case_number} (${earlier_numbers.join("; ")};)`;
}
