import { stringify } from "csv-stringify/sync";
import type { CourtCase } from "../contract/court-case.ts";
import { DESK_COLUMNS } from "../desk/formats/desk-columns.ts";
import type { DeskClient } from "./client.ts";

/** Writes all cases in force as the desk's own CSV, page by page. */
export async function writeExport(desk: DeskClient, out: NodeJS.WritableStream): Promise<void> {
  out.write(`${DESK_COLUMNS.join(",")}\n`);
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<DeskClient["export"]>> = await desk.export(after);
    out.write(exportRows(page.cases));
    after = page.next;
  }
}

/** Rows of the desk's own CSV, which read as these cases again. */
export function exportRows(cases: readonly CourtCase[]): string {
  const rows = cases.map((one) => ({
    ...one,
    articles: one.articles.join(";"),
    case_number: numberWithEarlier(one),
  }));
  return stringify(rows, { columns: [...DESK_COLUMNS], escape_formulas: true });
}

/** As courts write a case that was registered anew: `1-251/2021 (1-1135/2020;)`. */
function numberWithEarlier({ case_number, earlier_numbers }: CourtCase): string {
  return earlier_numbers.length === 0 ? case_number : `${case_number} (${earlier_numbers.join("; ")};)`;
}
