import { describe, expect, it } from "vitest";
import { isMisread } from "../../../../worker/desk/files/misread.ts";
import { dump, HEADER, type Reading, readText, rejections } from "./fixtures.ts";

/** UTF-8 read in another encoding, as a program does that isn't told. */
const misreadAs = (text: string, encoding: string) =>
  new TextDecoder(encoding).decode(new TextEncoder().encode(text));
/** The same as a browser does with Latin letters: each byte the character of its number. */
const misreadAsBytes = (text: string) =>
  Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");

const ENCODINGS = ["windows-1251", "windows-1252", "koi8-r", "ibm866", "bytes"] as const;
const misread = (text: string, encoding: (typeof ENCODINGS)[number]) =>
  encoding === "bytes" ? misreadAsBytes(text) : misreadAs(text, encoding);

/** Rows of a dump: one court, one accused each, all decided. */
function cards(
  count: number,
  change: (card: Record<string, unknown>, index: number) => object = (card) => card,
) {
  const all = Array.from({ length: count }, (_, index) => ({
    cui: `75GV0001-01-2024-${String(index + 1).padStart(6, "0")}-01`,
    id: index + 1,
    name: "Читинский гарнизонный военный суд",
    caseNumber: `1-${index + 1}/2024`,
    entryDate: "10.02.2024",
    names: "Лицо1 - ст.337 ч.5 УК РФ",
    resultDate: "12.04.2024",
    decision: "Вынесен ПРИГОВОР",
    text: null,
  }));
  return all.map((card, index) => JSON.stringify(change(card, index))).join("\n");
}

/** Said of the file as a whole. */
const refusalsOf = (reading: Reading) =>
  rejections(reading).flatMap(([, column, , expected]) => (column === "file" ? [expected] : []));

describe("Cyrillic that was read in another encoding and saved so", () => {
  it.each(ENCODINGS)("is told from Russian text: %s", (encoding) => {
    for (const text of [
      "Благовещенский гарнизонный военный суд",
      "ВЫНЕСЕН ПРИГОВОР",
      "Об оправдании подсудимого",
    ]) {
      expect(isMisread(text)).toBe(false);
      expect(isMisread(misread(text, encoding))).toBe(true);
    }
    for (const fine of ["РЕСПУБЛИКА РОССИЯ", "Mediazona – “at least” 1,089 – “about” – É", "ССР РСФСР"])
      expect(isMisread(fine)).toBe(false);
  });

  it.each(ENCODINGS)("makes a dump of no format that is taken: %s", async (encoding) => {
    for (const name of ["sudrfscraper.ndjson", "sudrfscraper.csv", "sudrfparser.json"]) {
      const reading = await readText(misread(dump(name), encoding));
      expect(reading.cases).toEqual([]);
      expect(refusalsOf(reading)).toEqual([expect.stringContaining("turned into others")]);
      expect(reading.summary.refused).toBe(true);
    }
  });

  it("is found in single rows, also where it's written as escapes", async () => {
    const escaped = (text: string) =>
      text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
    const spoilt = cards(60, (card, index) =>
      index === 30 ? { ...card, name: misreadAsBytes(String(card.name)) } : card,
    );
    for (const text of [spoilt, escaped(spoilt)]) {
      const reading = await readText(text);
      expect(rejections(reading)).toEqual([[31, "row", null, expect.stringContaining("turned into others")]]);
      expect(reading.cases).toHaveLength(59);
    }
  });
});

describe("rows that will count nowhere", () => {
  const WRONG = {
    "no article was found": (card: object) => ({ ...card, names: "Лицо1" }),
    "nobody knows how they were decided": (card: object) => ({ ...card, decision: "Qwerty" }),
    "decided on an unknown day": (card: object) => ({ ...card, resultDate: null }),
    "no date at all": (card: object) => ({ ...card, resultDate: null, decision: null, entryDate: null }),
  };

  it.each(Object.entries(WRONG))("are said with their number: %s", async (reason, spoil) => {
    const reading = await readText(cards(100, (card, index) => (index % 25 === 3 ? spoil(card) : card)));
    expect(reading.summary.warnings).toContainEqual(expect.stringMatching(new RegExp(`${reason}.*: 4\\.$`)));
    expect(reading.summary.refused).toBe(false);
    expect(reading.cases).toHaveLength(100);
  });

  it.each(Object.entries(WRONG))(
    "refuse the file where more than a twentieth are so: %s",
    async (_, spoil) => {
      const share = (wrong: number) =>
        readText(cards(100, (card, index) => (index < wrong ? spoil(card) : card)));
      expect(refusalsOf(await share(5))).toEqual([]);
      const six = await share(6);
      expect(refusalsOf(six)).toEqual([expect.stringContaining("of 100, 6 can't")]);
      expect(six.summary.refused).toBe(true);
    },
  );

  it("are only said where the court has it so: hidden articles, and articles that nothing counts", async () => {
    const hidden = await readText(cards(40, (card) => ({ ...card, names: "<Информация скрыта>" })));
    expect(hidden.summary.refused).toBe(false);
    expect(hidden.summary.warnings).toContainEqual(expect.stringMatching(/the court hides.*: 40\.$/));
    const others = await readText(cards(40, (card) => ({ ...card, names: "Лицо1 - ст.158 ч.2 УК РФ" })));
    expect(others.summary.refused).toBe(false);
    expect(others.summary.warnings).toContainEqual(expect.stringMatching(/none of their articles.*: 40\.$/));
  });

  it.each(["caseNumber", "entryDate", "names", "resultDate", "decision"])(
    "refuse a dump in which the key %s has another name, and say which",
    async (key) => {
      const renamed = cards(30, ({ [key]: value, ...card }) => ({ ...card, [`${key}New`]: value }));
      const reading = await readText(renamed);
      expect(reading.summary.warnings).toContainEqual(expect.stringContaining(`the key ${key}.`));
      const wrong = reading.summary.refused || reading.summary.rejected === 30;
      // Without a receipt its cases still count as convictions; the key's note is what is wrong with it.
      expect(wrong).toBe(key !== "entryDate");
    },
  );

  it("are the desk's own business in its own CSV, where a row may say one thing alone", async () => {
    const row = (number: number) => `,75GV0001,1-${number}/2024,1,,,,convicted,suspended,,,,,`;
    const reading = await readText([HEADER, ...[1, 2, 3].map(row)].join("\n"));
    expect(reading.summary).toMatchObject({ refused: false, rejected: 0, cases: 3 });
  });
});

describe("one defendant twice in the desk's own CSV", () => {
  const row = (outcome: string, defendant = 1, number = "1-5/2024") =>
    `,75GV0001,${number},${defendant},337.5,2024-02-10,2024-04-12,${outcome},,,,,,`;
  const read = (...rows: string[]) => readText([HEADER, ...rows].join("\n"));

  it("with two outcomes is said at the second, whatever comes first", async () => {
    for (const pair of [
      ["convicted", "acquitted"],
      ["acquitted", "convicted"],
    ] as const) {
      expect(rejections(await read(row(pair[0]), row(pair[1])))).toEqual([
        [3, "outcome", pair[1], "one outcome of a defendant: line 2 says another of the same one"],
      ]);
    }
  });

  it("with one outcome, or none yet, or another number or ordinal, is fine", async () => {
    const reading = await read(
      row("convicted"),
      row("convicted"),
      row("pending"),
      row("acquitted", 2),
      row("dismissed", 1, "1-6/2024"),
    );
    expect(rejections(reading)).toEqual([]);
  });
});
