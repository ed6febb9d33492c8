import { readFileSync } from "node:fs";
import { FORMATS, recogniseFormat } from "../../worker/desk/formats/index.ts";
import type { Parser } from "./parsers.ts";

const DUMPS: Readonly<Record<(typeof FORMATS)[number]["name"], string>> = {
  "desk-csv": "desk.csv",
  "sudrfscraper-csv": "sudrfscraper.csv",
  "sudrfscraper-ndjson": "sudrfscraper.ndjson",
  "sudrfscraper-meta": "sudrfscraper_meta.json",
  "sudrfparser-json": "sudrfparser.json",
};
/** A file as it comes, in pieces that end anywhere. */
const PIECE = 97;

async function* pieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

/** Files of court records, in each format that is known. */
export const RECORDS: readonly Parser[] = FORMATS.map(({ name, read }) => ({
  name: `records: ${name}`,
  texts: [readFileSync(new URL(`../fixtures/dumps/${DUMPS[name]}`, import.meta.url), "utf8")],
  async read(text) {
    recogniseFormat(text);
    for await (const _ of read(pieces(text)));
  },
}));
