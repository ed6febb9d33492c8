import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { textIn } from "../../../../../worker/desk/files/text.ts";
import { UnreadableFile } from "../../../../../worker/desk/files/unreadable.ts";
import { readLedger } from "../../../../../worker/desk/formats/ledger.ts";
import { runs } from "../../../../runs.ts";
import { collect } from "../chunks.ts";
import { dump, HEADER } from "../fixtures.ts";
import { bytesIn, gzip, readBytes, spreadsheet, utf8, utf16 } from "./spellings.ts";

/** A workbook of these sheets' XML, as small as one can be. */
function workbook(...sheets: string[]): Uint8Array {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const list = (write: (number: number) => string) => sheets.map((_, index) => write(index + 1)).join("");
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list((n) => `<sheet name="S${n}" sheetId="${n}" r:id="r${n}"/>`)}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships>${list((n) => `<Relationship Id="r${n}" Type="${relations}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="st" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ),
    "xl/styles.xml": strToU8(
      `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ),
    ...Object.fromEntries(
      sheets.map((rows, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        strToU8(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`),
      ]),
    ),
  });
}

/** A sheet's row of texts, of numbers, and of dates as days since 1900. */
function sheetRow(number: number, cells: readonly (string | number | { day: number })[]): string {
  const cell = (value: (typeof cells)[number], place: number) => {
    const at = `${String.fromCharCode(65 + place)}${number}`;
    if (typeof value === "string") return `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
    return typeof value === "number"
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" s="1"><v>${value.day}</v></c>`;
  };
  return `<row r="${number}">${cells.map(cell).join("")}</row>`;
}

describe("what a spreadsheet makes of a good file", () => {
  it.each(["desk.xlsx", "desk-semicolon.csv", "desk-utf16.csv"])("%s reads as the file did", async (name) => {
    const good = await readBytes(spreadsheet("desk.csv"));
    expect(good.wrong).toEqual([]);
    expect(good.cases).toHaveLength(5);
    const { cases, wrong, summary } = await readBytes(spreadsheet(name));
    expect({ cases, wrong, summary }).toEqual(good);
  });

  it("reads sudrfscraper's table in a workbook as its CSV", async () => {
    const good = await readBytes(spreadsheet("scraper.csv"));
    const read = await readBytes(spreadsheet("scraper.xlsx"));
    expect(good.cases).toHaveLength(1);
    expect(read).toEqual(good);
  });

  it("reads a ledger in a workbook as its CSV", async () => {
    const figures = async (name: string) =>
      readLedger((await collect(textIn(bytesIn(spreadsheet(name))))).join(""), "2026-11-30");
    expect((await figures("ledger.csv")).figures).toHaveLength(3);
    expect(await figures("ledger.xlsx")).toEqual(await figures("ledger.csv"));
  });

  it("reads a row the same in each spelling, wherever the stream is cut", async () => {
    const article = fc.constantFrom("337.5", "337.2.1;338.1", "", "352.1.1;337.5");
    const day = fc
      .integer({ min: 18_000, max: 20_000 })
      .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
    const row = fc
      .record({
        serial: fc.integer({ min: 1, max: 999_999 }),
        articles: article,
        received: fc.option(day),
        outcome: fc.constantFrom("convicted", "pending", "acquitted"),
        earlier: fc.boolean(),
      })
      .map(({ serial, articles, received, outcome, earlier }) => {
        const number = `1-${serial}/2024${earlier ? " (1-7/2023; 1-2/2022;)" : ""}`;
        return ["", "39GV0005", number, "1", articles, received ?? "", "", outcome, "", "", "", "", "", ""];
      });
    const spelling = fc.record({
      delimiter: fc.constantFrom(",", ";", "\t"),
      isGerman: fc.boolean(),
      saysSep: fc.boolean(),
      newline: fc.constantFrom("\n", "\r\n"),
      emptyColumns: fc.nat(3),
      emptyRows: fc.nat(3),
      isQuoted: fc.boolean(),
      encoding: fc.constantFrom("utf8", "mark", "le", "be", "bare-le"),
      isPacked: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 4 }),
        spelling,
        fc.array(fc.nat(2_000), { maxLength: 6 }),
        async (rows, one, cuts) => {
          const { delimiter, newline, emptyColumns, emptyRows, encoding } = one;
          const plain = await readBytes(utf8([HEADER, ...rows.map((cells) => cells.join(","))].join("\n")));
          const cell = (text: string) =>
            one.isQuoted || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
          // A spreadsheet writes its country's dates where the comma parts decimals and not cells.
          const local = (text: string) =>
            one.isGerman && delimiter !== "," ? text.replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$3.$2.$1") : text;
          const line = (cells: readonly string[]) =>
            [...cells.map((text) => cell(local(text))), ...Array(emptyColumns).fill("")].join(delimiter);
          const empty = Array(emptyRows).fill(line(HEADER.split(",").map(() => "")).replaceAll('"', ""));
          const lines = [
            ...(one.saysSep ? [`sep=${delimiter}`] : []),
            line(HEADER.split(",")),
            ...rows.map(line),
            ...empty,
          ];
          const text = `${lines.join(newline)}${newline}`;
          const bytes =
            encoding === "utf8"
              ? utf8(text)
              : encoding === "mark"
                ? utf8(`\uFEFF${text}`)
                : utf16(text, { little: encoding !== "be", mark: encoding !== "bare-le" });
          const read = await readBytes(one.isPacked ? gzip(bytes) : bytes, cuts);
          expect(read.cases).toEqual(plain.cases);
          expect(read.wrong.map(({ column, expected }) => [column, expected])).toEqual(
            plain.wrong.map(({ column, expected }) => [column, expected]),
          );
        },
      ),
      runs(50),
    );
  });

  it("reads every dump packed as it reads it bare", async () => {
    for (const name of ["sudrfscraper.ndjson", "sudrfscraper.csv", "sudrfparser.json"]) {
      const bytes = utf8(dump(name));
      expect(await readBytes(gzip(bytes))).toEqual(await readBytes(bytes));
    }
  });
});

describe("a workbook", () => {
  const row: (string | number | { day: number })[] = [
    "",
    "39GV0005",
    "1-4/2024",
    1,
    337.5,
    { day: 45_292 },
    "",
    "pending",
    "",
    "",
    "",
    "",
    "",
    "",
  ];
  const header = sheetRow(1, HEADER.split(","));

  it("gives numbers as short as they are, and dates as days", async () => {
    const { cases, wrong } = await readBytes(workbook(header + sheetRow(2, row)));
    expect(wrong).toEqual([]);
    expect(cases).toMatchObject([{ articles: ["337.5"], defendant: 1, received_on: "2024-01-01" }]);
    const long = await readBytes(workbook(header + sheetRow(2, row.with(4, 337.2000001))));
    expect(long.wrong.map(({ column }) => column)).toEqual(["articles"]);
  });

  it("that made a date of a case's number is refused there, by its row", async () => {
    const { wrong } = await readBytes(
      workbook(header + sheetRow(2, row) + sheetRow(3, row.with(2, { day: 45_295 }))),
    );
    expect(wrong).toEqual([
      {
        line: 3,
        column: "case_number",
        value: "2024-01-04",
        expected: expect.stringContaining("spreadsheet"),
      },
    ]);
  });

  it("that made a number of a date is refused there, and not counted from 1900", async () => {
    const { wrong } = await readBytes(workbook(header + sheetRow(2, row.with(5, 45_292))));
    expect(wrong).toMatchObject([{ line: 2, column: "received_on", value: "45292" }]);
  });

  it("with several sheets that hold something is for a person to choose from", async () => {
    const sheet = header + sheetRow(2, row);
    expect((await readBytes(workbook(sheet, ""))).cases).toHaveLength(1);
    expect((await readBytes(workbook(sheet, sheet))).wrong).toEqual([
      expect.objectContaining({ column: "file", expected: expect.stringContaining("this one has 2") }),
    ]);
  });
});

describe("a file that isn't text", () => {
  const refused = async (bytes: Uint8Array) => {
    const { wrong, cases, summary } = await readBytes(bytes);
    expect(cases).toEqual([]);
    expect(summary.refused).toBe(true);
    expect(wrong).toHaveLength(1);
    return wrong[0]!.expected;
  };
  const begins = (...bytes: number[]) => Uint8Array.from([...bytes, ...Array(2_000).fill(7)]);

  it.each([
    ["an old workbook", () => spreadsheet("desk.xls"), "old Excel workbook (.xls)", "save it as CSV UTF-8"],
    ["LibreOffice's own", () => spreadsheet("desk.ods"), "OpenDocument", "save it as CSV UTF-8"],
    ["a ZIP archive", () => zipSync({ "dump.json": strToU8("{}") }), "ZIP archive", "unpack it"],
    ["a Word document", () => zipSync({ "word/document.xml": strToU8("<w/>") }), "Word", "CSV UTF-8"],
    ["a binary workbook", () => zipSync({ "xl/workbook.bin": strToU8("x") }), ".xlsb", "CSV UTF-8"],
    ["a PDF", () => utf8(`%PDF-1.7 ${"x".repeat(99)}`), "PDF", "ask for the table"],
    ["a RAR archive", () => begins(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07), "packed archive", "unpack it"],
    ["a 7z archive", () => begins(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), "packed archive", "unpack it"],
    ["a Parquet file", () => utf8(`PAR1${"x".repeat(99)}`), "database", "export"],
    ["a web page", () => utf8("<!DOCTYPE html><title>x</title>"), "web page", "CSV UTF-8"],
    ["half a gzip file", () => gzip(utf8(dump("desk.csv"))).subarray(0, 120), "cut off", "copy it again"],
    ["a file packed twice", () => gzip(gzip(utf8(dump("desk.csv")))), "packed twice", "unpack it"],
    ["half a workbook", () => spreadsheet("desk.xlsx").subarray(0, 3_000), "cut off", "copy it again"],
    [
      "a workbook of nonsense",
      () => zipSync({ "xl/workbook.xml": strToU8("<") }),
      "damaged",
      "save it as CSV UTF-8",
    ],
  ])("%s is refused once, with what it is and what to do", async (_, bytes, what, todo) => {
    const expected = await refused(bytes());
    expect(expected).toContain(what);
    expect(expected).toContain(todo);
  });

  it("isn't unpacked without end", async () => {
    const bomb = gzip(new Uint8Array(40_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    let read = 0;
    await expect(
      (async () => {
        for await (const text of textIn(bytesIn(bomb))) read += text.length;
      })(),
    ).rejects.toThrow(UnreadableFile);
    expect(read).toBeLessThan(40_000_000);
    const sheet = zipSync({ "xl/workbook.xml": strToU8("<workbook/>") });
    // What a workbook says of its size is believed before it is unpacked, and holds what is unpacked.
    const directory = sheet.findIndex(
      (_, at) => sheet[at] === 0x50 && sheet[at + 1] === 0x4b && sheet[at + 2] === 1,
    );
    new DataView(sheet.buffer, sheet.byteOffset).setUint32(directory + 24, 160_000_000, true);
    expect(await refused(sheet)).toContain("at most 150 MB");
  });

  it.each([
    ["in opposite corners", "XFD", 1_048_576],
    ["far to the right and down", "XFD", 20_000],
    ["beyond any sheet", "ZZZZZZ", 9_999_999],
    ["in a row that is written otherwise", "B", "1e9"],
    ["in a row that is written in other digits", "B", "0x3B9ACA00"],
    ["in a column that isn’t of the alphabet", "中文", 2],
  ])("with cells %s takes no memory for all between them", async (_, column, row) => {
    const far = `<row r="${row}"><c r="${column}${row}"><v>1</v></c></row>`;
    const expected = await refused(workbook(`${sheetRow(1, ["a"])}${far}`));
    expect(expected).toContain("at most 5,000,000 cells");
    expect(expected).toContain("delete it");
    // Where a workbook says that the sheet is has no part in it.
    const files = unzipSync(workbook(`${sheetRow(1, ["a"])}${far}`));
    const { "xl/worksheets/sheet1.xml": sheet, "xl/_rels/workbook.xml.rels": relations, ...others } = files;
    const elsewhere = strFromU8(relations!).replace("worksheets/sheet1.xml", "theme/s.xml");
    const moved = zipSync({
      ...others,
      "xl/_rels/workbook.xml.rels": strToU8(elsewhere),
      "xl/theme/s.xml": sheet!,
    });
    expect(await refused(moved)).toContain("at most 5,000,000 cells");
  });

  it("never makes the reading throw, whatever its bytes", async () => {
    const starts = [
      spreadsheet("desk.xlsx"),
      spreadsheet("desk.ods"),
      gzip(utf8(dump("desk.csv"))),
      utf16("a,b"),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...starts),
        fc.nat(2_000),
        fc.uint8Array({ maxLength: 60 }),
        async (start, at, junk) => {
          const bytes = Uint8Array.from([...start.subarray(0, at), ...junk, ...start.subarray(at + 3)]);
          await readBytes(bytes);
        },
      ),
      runs(50),
    );
  });
});
