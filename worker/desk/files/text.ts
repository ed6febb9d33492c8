import { KIND_BYTES, kindOf } from "./kind.ts";
import { unpack } from "./unpack.ts";
import { ReaderMissing, UnreadableFile } from "./unreadable.ts";

/**
 * The text of a file of any kind that is read: UTF-8, UTF-16 with a mark or without, either packed with gzip, and Excel
 * workbooks. Only of a workbook more than a piece is held.
 * @throws UnreadableFile for any other file, before any of its text is given, or where it turns out to be damaged;
 *   ReaderMissing where a browser can't load what reads a workbook
 */
export function textIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  return textOf(bytes, false);
}

async function* textOf(bytes: AsyncIterable<Uint8Array>, isUnpacked: boolean): AsyncGenerator<string> {
  const { head, whole } = await begin(bytes);
  const kind = kindOf(head);
  if (typeof kind === "object") throw new UnreadableFile(kind.unreadable);
  if (kind === "gzip" && isUnpacked) {
    throw new UnreadableFile("the file itself: this one is packed twice; unpack it and give what is in it");
  }
  if (kind === "gzip") yield* textOf(unpack(whole), true);
  else if (kind === "zip") {
    // Only the desk's command and the studio read workbooks, and seldom: the reader comes when it's needed.
    const { workbookText } = await import("./workbook.ts").catch((cause) => {
      throw new ReaderMissing(cause);
    });
    yield await workbookText(await collected(whole));
  } else yield* decoded(whole, kind === "text" ? "utf-8" : kind);
}

async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** The first bytes, and all of them still to be read. */
async function begin(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; whole: AsyncIterable<Uint8Array> }> {
  const rest = bytes[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  while (size < KIND_BYTES) {
    const next = await rest.next();
    if (next.done) break;
    first.push(next.value);
    size += next.value.byteLength;
  }
  const head = joined(first).subarray(0, KIND_BYTES);
  async function* whole() {
    try {
      yield* first;
      yield* { [Symbol.asyncIterator]: () => ({ next: () => rest.next() }) };
    } finally {
      await rest.return?.();
    }
  }
  return { head, whole: whole() };
}

/** More than a workbook may have: what is beyond is found out there. */
const MOST_COLLECTED = 31_000_000;

async function collected(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    pieces.push(piece);
    size += piece.byteLength;
    if (size > MOST_COLLECTED) break;
  }
  return joined(pieces);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}
