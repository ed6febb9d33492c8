import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDate } from "../../../../../worker/desk/normalise/dates.ts";
import { dump, HEADER, readText, rejections } from "../fixtures.ts";

/** Moscow's date of an instant by the engine's own calendar. */
const inMoscow = (at: Date) => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Moscow" }).format(at);
const instant = fc.date({ min: new Date("1997-01-01"), max: new Date("2026-11-01"), noInvalidDate: true });
const two = (number: number) => String(number).padStart(2, "0");

/** An instant as it is written in a zone so many minutes ahead of Greenwich. */
function written(at: Date, ahead: number, zone: string, separator: string): string {
  const there = new Date(at.getTime() + ahead * 60_000).toISOString();
  return `${there.slice(0, 10)}${separator}${there.slice(11, 19)}${zone}`;
}

describe("a date of a card", () => {
  it.each([
    ["31.05.2024", "2024-05-31"],
    ["1.5.2024", "2024-05-01"],
    ["2024-05-31", "2024-05-31"],
    ["31.05.2024 23:30", "2024-05-31"],
    ["31.05.2024, 23:30:59", "2024-05-31"],
    ["2024-05-31T00:00:00", "2024-05-31"],
    ["2024-05-31 23:59:59.999", "2024-05-31"],
    ["2024-03-01T22:30:00Z", "2024-03-02"],
    ["2024-03-01T20:59:59.999Z", "2024-03-01"],
    ["2024-03-01T21:00:00.000Z", "2024-03-02"],
    ["2024-03-01 21:00 UTC", "2024-03-02"],
    ["2024-03-02T00:00:00+03:00", "2024-03-02"],
    ["2024-03-02T00:00:00+0300", "2024-03-02"],
    ["2024-03-02T00:00:00+07", "2024-03-01"],
    ["02.03.2024 00:30 +10:00", "2024-03-01"],
    ["2024-03-01T16:00:00-05:00", "2024-03-02"],
    // Moscow was four hours ahead then.
    ["2012-03-01T20:00:00Z", "2012-03-02"],
  ])("%s is %s", (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it.each([
    "2024-02-30",
    "31.04.2024",
    "2024-05-31T24:00:00Z",
    "2024-05-31T10:60",
    "2024-05-31T10:00:00 MSK",
    "2024-05-31T10:00:00+25:00",
    "2024-05-31T10:00:00 Пробный",
    "Fri May 31 2024 00:00:00 GMT+0300",
    "05/31/2024",
    "31.05.24",
    "45443",
    "1717113600000",
    "",
  ])("%j is none", (text) => {
    expect(readDate(text)).toBeNull();
  });

  it("with a time and a zone is Moscow's date at that instant, in whatever zone it was written", () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters * 15),
        fc.constantFrom("T", " "),
        fc.boolean(),
        (at, ahead, separator, hasColon) => {
          const sign = ahead < 0 ? "-" : "+";
          const [hours, minutes] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
          const zone = `${sign}${two(hours)}${hasColon ? ":" : ""}${two(minutes)}`;
          expect(readDate(written(at, ahead, zone, separator))).toBe(inMoscow(at));
          expect(readDate(written(at, 0, "Z", separator))).toBe(inMoscow(at));
        },
      ),
    );
  });

  it("without a zone is the date that was written, at whatever time", () => {
    fc.assert(
      fc.property(instant, (at) => {
        const date = at.toISOString().slice(0, 10);
        expect(readDate(written(at, 0, "", " "))).toBe(date);
        expect(readDate(date.split("-").reverse().join("."))).toBe(date);
      }),
    );
  });
});

describe("midnight in Moscow, turned into Greenwich's time by a program", () => {
  /** `10.06.2024` → `2024-06-09T21:00:00.000Z`, what JavaScript makes of it on a machine in Moscow. */
  const turned = (text: string) =>
    text.replaceAll(/(\d{2})\.(\d{2})\.(\d{4})|(?<=")(\d{4})-(\d{2})-(\d{2})(?=")/g, (_, ...found) => {
      const [day, month, year, isoYear, isoMonth, isoDay] = found as string[];
      const date = `${year ?? isoYear}-${month ?? isoMonth}-${day ?? isoDay}`;
      return new Date(`${date}T00:00:00+03:00`).toISOString();
    });

  it.each(["sudrfscraper.ndjson", "sudrfscraper.csv", "sudrfparser.json"])(
    "is the same day in every row of %s",
    async (name) => {
      const [before, after] = [await readText(dump(name)), await readText(turned(dump(name)))];
      expect(turned(dump(name))).toContain("T21:00:00.000Z");
      expect(after.cases).toEqual(before.cases);
    },
  );

  it("is refused in the desk's own CSV, which has dates alone", async () => {
    const row = ",75GV0001,1-15/2024,1,337.5,2024-02-09T21:00:00Z,,pending,,,,,,";
    expect(rejections(await readText(`${HEADER}\n${row}\n`))).toEqual([
      [2, "received_on", "2024-02-09T21:00:00Z", expect.stringContaining("YYYY-MM-DD")],
    ]);
  });
});
