import { createWriteStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { finished } from "node:stream/promises";
import { stringify } from "csv-stringify/sync";
import type { FormatName } from "../desk/formats/format.ts";
import { readLedger } from "../desk/formats/ledger.ts";
import type { NormaliseContext } from "../desk/normalise/index.ts";
import { readFile as readRecords } from "../desk/read.ts";
import type { Rejection } from "../desk/rejection.ts";
import { type SafeRow, safeColumns, safeRows } from "../desk/safe-rows.ts";
import { type FileReport, textOf } from "./inputs.ts";

/**
 * Writes a file's bad rows beside it, as `<file>.rejected.csv`: where and what was expected, then the row itself
 * without the columns that hold names, and without any cell in which one could stand. Reads the file once more,
 * so that no row is held.
 * @returns the path
 */
export async function writeRejected(
  { path, format }: FileReport,
  context: NormaliseContext,
): Promise<string> {
  const target = await targetOf(path);
  const known = format === "unknown" ? "sudrfparser-json" : (format as FormatName | "ledger");
  const columns = safeColumns(known);
  const out = createWriteStream(target);
  const write = (cells: readonly (string | number)[]) =>
    out.write(stringify([cells], { escape_formulas: true }));
  write(["line", "column", "value", "expected", ...columns]);
  const rows = safeRows(known, textOf(path));
  let row: SafeRow | undefined;
  for await (const { line, column, value, expected } of rejections(path, known, context)) {
    while (!row || row.line < line) {
      const next = await rows.next();
      if (next.done) break;
      row = next.value;
    }
    const cells = row?.line === line ? row.cells : columns.map(() => "");
    write([line, column, value ?? "", expected, ...cells]);
  }
  out.end();
  await finished(out);
  return target;
}

/** `dump.rejected.csv` beside `dump.json`; `dump.json.rejected.csv` where there is also a `dump.csv`. */
async function targetOf(path: string): Promise<string> {
  const stem = (name: string) => name.replace(/\.[^./]+$/, "");
  const own = basename(path);
  const beside = await readdir(dirname(path));
  const alike = beside.some((name) => name !== own && stem(name) === stem(own));
  return `${alike ? path : stem(path)}.rejected.csv`;
}

async function* rejections(
  path: string,
  format: FormatName | "ledger",
  context: NormaliseContext,
): AsyncGenerator<Rejection> {
  if (format === "ledger") {
    let text = "";
    for await (const chunk of textOf(path)) text += chunk;
    yield* readLedger(text, context.today).rejected;
  } else {
    for await (const event of readRecords(textOf(path), context).events) {
      if (event.kind === "rejected") yield event.rejection;
    }
  }
}
