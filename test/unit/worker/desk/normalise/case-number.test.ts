import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCaseNumber } from "../../../../../worker/desk/normalise/case-number.ts";

const read = (text: string) => {
  const reading = readCaseNumber(text);
  return "value" in reading ? reading.value : null;
};

describe("a case number", () => {
  it.each([
    ["1-79/2024", "1-79/2024"],
    ["ДЕЛО № 1-151/2024", "1-151/2024"],
    ["№ 1-151/2024", "1-151/2024"],
    ["1- 430-2024 ", "1-430/2024"],
    ["1– 833/2024 ", "1-833/2024"],
    ["1-169/24", "1-169/2024"],
    ["1-169/99", "1-169/1999"],
    ["01-382/2024", "1-382/2024"],
    ["01-0031/2024", "1-31/2024"],
    ["k-1-94/2024", "k-1-94/2024"],
    ["10NK-1/2018", "10NK-1/2018"],
    ["1-805/3-2013", "1-805/3-2013"],
    ["1-А-275/8-2014", "1-А-275/8-2014"],
    ["3/10-279/15 2013", "3/10-279/15-2013"],
    ["4/13-124/2014", "4/13-124/2014"],
    ["4/4-7-2014", "4/4-7/2014"],
    ["22к-108/2024", "22к-108/2024"],
    ["22-2589", "22-2589"],
    ["1-1-104/2022", "1-1-104/2022"],
    ["1-2-7/22", "1-2-7/2022"],
    ["1-1-104-2022", "1-1-104/2022"],
    ["1-12-2022", "1-12/2022"],
    ["ДЕЛО № 1-1-104/2022 (1-1-15/2021;)", "1-1-104/2022"],
  ])("in the spelling %s is %s", (text, number) => {
    expect(read(text)?.number).toBe(number);
  });

  it.each([
    ["1-251/2021 (1-1135/2020;)", "1-251/2021", ["1-1135/2020"]],
    ["1-38/2014 (1-360/2013,)", "1-38/2014", ["1-360/2013"]],
    ["ДЕЛО № 1-5/2024 (1-13/2023; 1-2935/2022;) ~ М-2773/2022", "1-5/2024", ["1-13/2023", "1-2935/2022"]],
    ["1-5/2024(1-0013/23", "1-5/2024", ["1-13/2023"]],
    ["1-5/2024 (1-5/2024;)", "1-5/2024", []],
  ])("has its earlier registrations in brackets: %s", (text, number, earlier) => {
    expect(read(text)).toMatchObject({ number, earlier });
  });

  it("is the first court's where the appeal's stands in the same cell", () => {
    expect(read("1-5/2019 22-5254")?.number).toBe("1-5/2019");
    expect(read("22-3027/2019 1-336/2019")?.number).toBe("1-336/2019");
  });

  it("is the case's where the cassation complaint's stands before it", () => {
    expect(read("ДЕЛО № 7У-1297/2026 [77-655/2026]")).toMatchObject({ number: "77-655/2026", index: "77" });
  });

  it.each([
    ["1-79/2024", "1", 2024, 79],
    ["k-1-94/2024", "1", 2024, 94],
    ["22К-108/24", "22к", 2024, 108],
    ["3/10-279/15 2013", "3/10", 2013, 279],
    ["22-2589", "22", null, 2589],
  ])("tells index, year and running number: %s", (text, index, year, serial) => {
    expect(read(text)).toMatchObject({ index, year, serial });
  });

  it.each([
    "01/04/2019",
    "01/10/2019",
    "1/4/19",
    "01.04.2019",
    "2019-04-01",
    "2019-04-01 00:00:00",
    "апр.19",
    "4-Apr-19",
    "Apr-19",
  ])("that a spreadsheet made a date of is refused with what happened: %s", (text) => {
    expect(readCaseNumber(text)).toEqual({ expected: expect.stringMatching(/1-4\/2019.*spreadsheet.*date/) });
  });

  it.each(["1Ли-5/2024", "Ли-1-5/2024", "1-Ли-5/2024", "1-5/2024Ли", "1li-5/2024"])(
    "has no place for a name of two letters: %s",
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it.each(["", "б/н", "Пробный", "43556", "1/39/2014", "Пробный-1-5/2024", "1-5/2024-2-7"])(
    "is refused: %j",
    (text) => {
      expect(readCaseNumber(text)).toEqual({ expected: expect.stringContaining("1-44/2023") });
    },
  );

  it("is read again as itself", () => {
    const number = fc
      .record({ serial: fc.integer({ min: 1, max: 99_999 }), year: fc.integer({ min: 1996, max: 2030 }) })
      .map(({ serial, year }) => `1-${serial}/${year}`);
    fc.assert(
      fc.property(number, fc.array(number, { maxLength: 3 }), (current, earlier) => {
        const text = earlier.length > 0 ? `${current} (${earlier.join("; ")};)` : current;
        expect(read(text)?.number).toBe(current);
        expect(read(text)?.earlier).toEqual([...new Set(earlier)].filter((one) => one !== current));
      }),
    );
  });

  it("is never invented from arbitrary text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const number = read(text);
        if (number !== null) expect(text.normalize("NFC")).toContain(String(number.serial));
      }),
    );
  });
});
