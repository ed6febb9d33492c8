import { CASES_HEADER, writeCases } from "../desk/formats/write-cases.ts";
import type { DeskClient } from "./client.ts";

/** Writes all cases in force as the desk's own CSV, page by page. */
export async function writeExport(desk: DeskClient, out: NodeJS.WritableStream): Promise<void> {
  out.write(CASES_HEADER);
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<DeskClient["export"]>> = await desk.export(after);
    out.write(writeCases(page.cases));
    after = page.next;
  }
}
