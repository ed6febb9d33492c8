import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FORMATS, isLedger, recogniseFormat } from "../../../../worker/desk/formats/index.ts";
import { LEDGER_COLUMNS } from "../../../../worker/desk/formats/ledger-columns.ts";
import { runs } from "../../../runs.ts";
import { cutsOf } from "./chunks.ts";
import { dump, HEADER, readText, rejections } from "./fixtures.ts";

const DUMPS = [
  ["desk.csv", "desk-csv"],
  ["sudrfscraper.ndjson", "sudrfscraper-ndjson"],
  ["sudrfscraper.csv", "sudrfscraper-csv"],
  ["sudrfscraper_meta.json", "sudrfscraper-meta"],
  ["sudrfparser.json", "sudrfparser-json"],
] as const;

describe("a file of court records", () => {
  it.each(DUMPS)("%s is known by its content for %s alone", (name, format) => {
    const known = FORMATS.filter((one) => one.recognise(dump(name)));
    expect(known.map((one) => one.name)).toEqual([format]);
    expect(recogniseFormat(`\uFEFF${dump(name)}`)?.name).toBe(format);
    expect(isLedger(dump(name))).toBe(false);
  });

  it("is told from the ledger of published figures", () => {
    expect(isLedger(`\uFEFF${LEDGER_COLUMNS.join(",")}\r\nf001,`)).toBe(true);
    expect(recogniseFormat(LEDGER_COLUMNS.join(","))).toBeNull();
  });

  it.each(["", "hello", "a,b,c\n1,2,3", "<html>", "{}", "[1]", "\0\0"])(
    "of no known format is refused with the formats that are: %j",
    async (text) => {
      const reading = await readText(text);
      expect(rejections(reading)).toEqual([
        [1, "file", null, expect.stringContaining(text === "<html>" ? "web page" : HEADER)],
      ]);
      expect(reading.summary).toMatchObject({ format: null, rows: 0, cases: 0, rejected: 1, refused: true });
    },
  );

  it("in another encoding is refused with that, not read with its courts' names destroyed", async () => {
    const [line = ""] = dump("sudrfscraper.ndjson").split("\n");
    const misread = line.replace(/[а-яё]/gi, "\uFFFD");
    expect(rejections(await readText(misread))).toEqual([
      [1, "file", null, expect.stringContaining("UTF-8")],
    ]);
    const oneBadLetter = line.replace("У", "\uFFFD");
    expect((await readText(oneBadLetter)).summary.format).toBe("sudrfscraper-ndjson");
  });

  it.each(DUMPS)("%s gives the same wherever the stream is cut", async (name) => {
    const text = dump(name);
    const whole = await readText(text);
    await fc.assert(
      fc.asyncProperty(cutsOf(text), async (cuts) => {
        expect(await readText(text, cuts)).toEqual(whole);
      }),
      runs(30),
    );
    expect(
      await readText(
        text,
        [...text].map((_, place) => place),
      ),
    ).toEqual(whole);
  });

  it.each(DUMPS)("%s never makes it throw, with whatever in its midst", async (name) => {
    const text = dump(name);
    const junk = fc.string({
      unit: fc.constantFrom('"', ",", ";", "\n", "{", "}", "[", "]", "\\", "\0", "-", "null", "ж", "1"),
    });
    await fc.assert(
      fc.asyncProperty(junk, fc.nat(text.length), fc.nat(200), async (inserted, place, lost) => {
        const { summary, events } = await readText(
          text.slice(0, place) + inserted + text.slice(place + lost),
        );
        const outcomes = events.filter(({ kind }) => kind !== "warning");
        if (summary.rows > 0) expect(outcomes.length).toBeGreaterThanOrEqual(summary.rows);
      }),
    );
  });

  it("is read row by row: the first rows come before the last are asked for", async () => {
    let asked = 0;
    const line = `${dump("sudrfscraper.ndjson").split("\n")[0]}\n`;
    async function* endless() {
      for (;;) {
        asked += 1;
        yield line.repeat(20);
      }
    }
    const { readFile } = await import("../../../../worker/desk/read.ts");
    const { DIRECTORY } = await import("./courts.ts");
    const { events, summary } = readFile(endless(), { courts: DIRECTORY, today: "2024-12-01" });
    for await (const _ of events) if (summary.rows >= 1_000) break;
    expect(asked).toBeLessThan(60);
  });
});
