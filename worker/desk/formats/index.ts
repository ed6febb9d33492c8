import { deskCsv } from "./desk-csv.ts";
import type { Format } from "./format.ts";
import { namedIn } from "./header.ts";
import { LEDGER_COLUMNS } from "./ledger-columns.ts";
import { sudrfparserJson } from "./sudrfparser-json.ts";
import { sudrfscraperCsv } from "./sudrfscraper-csv.ts";
import { sudrfscraperMeta } from "./sudrfscraper-meta.ts";
import { sudrfscraperNdjson } from "./sudrfscraper-ndjson.ts";
import { headerLine } from "./table.ts";

export const FORMATS: readonly Format[] = [
  deskCsv,
  sudrfscraperCsv,
  sudrfscraperNdjson,
  sudrfscraperMeta,
  sudrfparserJson,
];

/** The format of a file of court records, by its first characters; null: by none of them. */
export function recogniseFormat(head: string): Format | null {
  return FORMATS.find((format) => format.recognise(head.replace(/^\uFEFF/, ""))) ?? null;
}

/** Whether a file, by its first characters, is the ledger of published figures (`readLedger` reads it). */
export function isLedger(head: string): boolean {
  return namedIn(headerLine(head), LEDGER_COLUMNS) > LEDGER_COLUMNS.length / 2;
}

/** What a file of an unknown format should have been. */
export const KNOWN_FORMATS = [
  ...FORMATS.map(({ description }) => description),
  `the ledger of published figures: ${LEDGER_COLUMNS.join(",")}`,
].join("; or ");

/** What a file of an unknown format should have been, in words that say what it is where that shows. */
export function otherThan(head: string): string {
  if (/^\s*<(?:!doctype|html|head|body|table|\?xml)/i.test(head)) {
    return "a table or a dump: this is a web page; save its table as CSV UTF-8";
  }
  return KNOWN_FORMATS;
}
