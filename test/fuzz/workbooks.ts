import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { UnreadableFile } from "../../worker/desk/files/unreadable.ts";
import { workbookText } from "../../worker/desk/files/workbook.ts";
import type { Parser } from "./parsers.ts";

const GOOD = new Uint8Array(readFileSync(new URL("../fixtures/spreadsheets/desk.xlsx", import.meta.url)));
const FILES = unzipSync(GOOD);

/** Refuses by an exception of its own, which says what was expected. */
async function read(bytes: Uint8Array): Promise<void> {
  try {
    await workbookText(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
  }
}

/** Far corners, which a reader would make a place for each cell between. */
const corner = (at: string, row: number) =>
  `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="${row}"><c r="${at}${row}"><v>1</v></c></row></sheetData></worksheet>`;

/** A workbook's bytes, one letter each; and what is in it, spoilt before it is packed. */
export const WORKBOOKS: readonly Parser[] = [
  {
    name: "workbooks: the archive",
    texts: [strFromU8(GOOD, true)],
    // Most are cut off or damaged at once; the others take some milliseconds each.
    share: 0.01,
    read: (text) => read(Uint8Array.from(text, (letter) => letter.charCodeAt(0))),
  },
  ...Object.keys(FILES)
    .filter((name) => /\.(?:xml|rels)$/.test(name))
    .map(
      (name): Parser => ({
        name: `workbooks: ${name}`,
        texts: [
          strFromU8(FILES[name]!),
          ...(/sheet1/.test(name) ? [corner("XFD", 1_048_576), corner("ZZZZZZ", 2)] : []),
        ],
        share: 0.01,
        read: (text) => read(zipSync({ ...FILES, [name]: strToU8(text) }, { level: 0 })),
      }),
    ),
];
