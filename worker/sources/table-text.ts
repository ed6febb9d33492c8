import { SOURCE_BYTES_MAX } from "../config.ts";
import { KIND_BYTES, kindOf } from "../desk/files/kind.ts";
import { unpack } from "../desk/files/unpack.ts";
import { UnreadableFile } from "../desk/files/unreadable.ts";
import { joined } from "./joined.ts";

/**
 * The text of a fetched table: UTF-8, UTF-16, or either packed with gzip. Nobody watches a table whose letters go wrong,
 * so one that isn't wholly in its encoding is refused, where a person's file would lose a letter.
 * @throws UnreadableFile for anything else
 */
export async function tableText(bytes: Uint8Array): Promise<string> {
  const kind = kindOf(bytes.subarray(0, KIND_BYTES));
  if (typeof kind === "object") throw new UnreadableFile(kind.unreadable);
  if (kind === "zip") {
    throw new UnreadableFile("CSV UTF-8: this is an Excel workbook or an archive; publish the sheet as CSV");
  }
  if (kind === "gzip") return decoded(await unpacked(bytes));
  return decoded(bytes, kind === "text" ? "utf-8" : kind);
}

function decoded(bytes: Uint8Array, encoding?: string): string {
  const kind = encoding ?? kindOf(bytes.subarray(0, KIND_BYTES));
  if (typeof kind === "object" || kind === "gzip" || kind === "zip") {
    throw new UnreadableFile("CSV UTF-8, packed once with gzip at most");
  }
  try {
    return new TextDecoder(kind === "text" ? "utf-8" : kind, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new UnreadableFile("text in UTF-8; this table is in another encoding, such as windows-1251");
  }
}

async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  async function* once() {
    yield bytes;
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of unpack(once())) {
    size += piece.byteLength;
    if (size > SOURCE_BYTES_MAX) {
      throw new UnreadableFile(`a table of at most ${SOURCE_BYTES_MAX / 1_000_000} MB, unpacked`);
    }
    pieces.push(piece);
  }
  return joined(pieces, size);
}
