import { deskCsv } from "./desk-csv.ts";
import type { Format } from "./format.ts";
import { namedIn } from "./header.ts";
import { LEDGER_COLUMNS } from "./ledger-columns.ts";
import { sudrfparserJson } from "./sudrfparser-json.ts";
import { sudrfscraperCsv } from "./sudrfscraper-csv.ts";
import { sudrfscraperMeta } from "./sudrfscraper-meta.ts";
import { sudrfscraperNdjson } from "./sudrfscraper-ndjson.ts";

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
  const [first = ""] = head.replace(/^\uFEFF/, "").split("\n", 1);
  return namedIn(first, LEDGER_COLUMNS) > LEDGER_COLUMNS.length / 2;
}

/** What a file of an unknown format should have been. */
export const KNOWN_FORMATS = [
  ...FORMATS.map(({ description }) => description),
  `the ledger of published figures: ${LEDGER_COLUMNS.join(",")}`,
].join("; or ");
