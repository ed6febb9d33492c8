/** What a file is by its first bytes, as far as it makes a difference for reading it. */
export type FileKind = "text" | "utf-16le" | "utf-16be" | "gzip" | "zip" | { unreadable: string };

/** Bytes that tell what a file is. */
export const KIND_BYTES = 1_024;

const UNPACK = "the file itself: this is a packed archive; unpack it and give what is in it";
const DATABASE = "CSV or JSON: this is a database's file; export its table as CSV UTF-8";

/** First bytes of files that aren't text, as hexadecimal digits, and what to do with such a file. */
const SIGNATURES: readonly (readonly [begins: string, expected: string])[] = [
  [
    "d0cf11e0",
    "CSV UTF-8 or .xlsx: this is an old Excel workbook (.xls), or one with a password; save it as CSV UTF-8",
  ],
  ["25504446", "a table or a dump: this is a PDF; ask for the table that it was made of"],
  ["526172211a07", UNPACK],
  ["377abcaf271c", UNPACK],
  ["425a68", UNPACK],
  ["fd377a585a", UNPACK],
  ["28b52ffd", UNPACK],
  ["50415231", DATABASE],
  ["53514c69746520666f726d6174", DATABASE],
];

export function kindOf(head: Uint8Array): FileKind {
  const digits = Array.from(head.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (digits.startsWith("1f8b")) return "gzip";
  if (digits.startsWith("504b0304") || digits.startsWith("504b0506")) return "zip";
  if (digits.startsWith("fffe")) return "utf-16le";
  if (digits.startsWith("feff")) return "utf-16be";
  const known = SIGNATURES.find(([begins]) => digits.startsWith(begins));
  return known ? { unreadable: known[1] } : unmarked(head);
}

/** UTF-16 without a mark shows by its zeros: one byte of each Latin letter is one. */
function unmarked(head: Uint8Array): FileKind {
  const zeros = [0, 0];
  for (const [place, byte] of head.entries()) if (byte === 0) zeros[place % 2]! += 1;
  const [first = 0, second = 0] = zeros;
  if (second * 4 > head.length && first === 0) return "utf-16le";
  if (first * 4 > head.length && second === 0) return "utf-16be";
  return "text";
}
