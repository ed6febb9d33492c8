/** Between a text's place and the text itself, as gettext joins them. */
export const PLACE = "\u0004";

const MAGIC = 0x95_04_12_de;
const HEADER_BYTES = 28;
/** Length and offset of a text. */
const ENTRY_BYTES = 8;

/**
 * Texts and their translations as WordPress reads them: gettext's binary catalogue
 * (https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html), in the order of bytes that the format needs.
 */
export function moOf(translations: ReadonlyMap<string, string>): Uint8Array {
  const texts = [["", "Content-Type: text/plain; charset=UTF-8\n"] as const, ...translations]
    .map((pair) => pair.map((text) => Buffer.from(`${text}\0`)) as [Buffer, Buffer])
    .sort(([one], [other]) => one.compare(other));
  const originals = texts.map(([original]) => original);
  const translated = texts.map((pair) => pair[1]);
  const table = texts.length * ENTRY_BYTES;
  const header = [MAGIC, 0, texts.length, HEADER_BYTES, HEADER_BYTES + table, 0, HEADER_BYTES + 2 * table];
  let offset = HEADER_BYTES + 2 * table;
  const entries = [...originals, ...translated].flatMap((text) => {
    const entry = [text.length - 1, offset];
    offset += text.length;
    return entry;
  });
  const numbers = Buffer.alloc(
    offset - [...originals, ...translated].reduce((sum, { length }) => sum + length, 0),
  );
  for (const [index, number] of [...header, ...entries].entries()) numbers.writeUInt32LE(number, 4 * index);
  return Buffer.concat([numbers, ...originals, ...translated]);
}
