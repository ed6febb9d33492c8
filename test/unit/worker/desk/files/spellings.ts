import { readFileSync } from "node:fs";
import { gzipSync } from "fflate";
import { textIn } from "../../../../../worker/desk/files/text.ts";
import type { NormaliseContext } from "../../../../../worker/desk/normalise/index.ts";
import { readFile } from "../../../../../worker/desk/read.ts";
import { collect } from "../chunks.ts";
import { DIRECTORY } from "../courts.ts";
import { TODAY } from "../fixtures.ts";

export const CONTEXT: NormaliseContext = { courts: DIRECTORY, today: TODAY };

export function spreadsheet(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../../../fixtures/spreadsheets/${name}`, import.meta.url)));
}

/** Bytes as a stream, cut at the given places. */
export async function* bytesIn(bytes: Uint8Array, cuts: readonly number[] = []): AsyncGenerator<Uint8Array> {
  const places = [...new Set(cuts)].filter((cut) => cut > 0 && cut < bytes.length).sort((a, b) => a - b);
  let from = 0;
  for (const place of [...places, bytes.length]) {
    yield bytes.subarray(from, place);
    from = place;
  }
}

/** Reads a file from its bytes on: cases, what was rejected or refused, and the summary. */
export async function readBytes(bytes: Uint8Array, cuts: readonly number[] = []) {
  const { summary, events } = readFile(textIn(bytesIn(bytes, cuts)), CONTEXT);
  const all = await collect(events);
  return {
    summary,
    cases: all.flatMap((event) => (event.kind === "cases" ? event.cases : [])),
    wrong: all.flatMap((event) =>
      event.kind === "rejected" || event.kind === "refused" ? [event.rejection] : [],
    ),
  };
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export function utf16(text: string, { little = true, mark = true } = {}): Uint8Array {
  const marked = mark ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), little);
  return bytes;
}

export const gzip = (bytes: Uint8Array): Uint8Array => gzipSync(bytes);
