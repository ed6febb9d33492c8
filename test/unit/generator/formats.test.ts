import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import {
  DESK_HEADER,
  deskCsv,
  generateTruth,
  SCRAPER_CSV_HEADER,
  scraperCsv,
  scraperNdjson,
  snapshot,
  type View,
} from "../../fixtures/generator/index.ts";

const on = "2025-06-30";
const truth = [...generateTruth({ cases: 4_000, dirt: [] })];
const views = [...snapshot(truth, on)];
const DATE = /^\d{2}\.\d{2}\.\d{4}$/;
/** Cases of the four courts that are not in sudrfscraper's list. */
const unlisted = ({ records: [record] }: View) => /^61GV002[0-3]$/.test(record!.court_code);
/** Appeals of courts below the 2nd Western District court aren't in its list either. */
const listedAppeal = (view: View) => view.appealed && view.truth.appeal!.court_code !== "77OV0000";
const listed = views.filter((view) => !unlisted(view));
const appeals = listed.filter(listedAppeal).length;
const rows = listed.length + appeals;

describe("the desk's CSV", () => {
  const text = [...deskCsv(views)].join("");

  it("has the contract's header", () => {
    expect(DESK_HEADER).toBe(
      "case_uid,court_code,case_number,defendant,articles,received_on,decided_on,outcome,sentence,term_months,service,source_url,first_seen_on,removed_on",
    );
    expect(text.startsWith(`${DESK_HEADER}\n`)).toBe(true);
  });

  it("has one row a defendant that says what the record says", () => {
    const parsed: Record<string, string>[] = parse(text, { columns: true });
    const records = views.flatMap((view) => view.records);
    expect(parsed).toHaveLength(records.length);
    for (const [index, record] of records.entries()) {
      const { earlier_numbers, articles, case_number, ...rest } = record;
      const plain = Object.entries(rest).map(([column, value]) => [
        column,
        value === null ? "" : String(value),
      ]);
      expect(parsed[index]).toEqual({
        ...Object.fromEntries(plain),
        articles: articles.join(";"),
        case_number: earlier_numbers.length > 0 ? `${case_number} (${earlier_numbers[0]};)` : case_number,
      });
    }
  });
});

describe("sudrfscraper's NDJSON", () => {
  const parsed = [...scraperNdjson(views)].map((line) => JSON.parse(line));

  it("has one object a line with the tool's keys in the tool's order", () => {
    expect(parsed).toHaveLength(rows);
    const keys =
      "cui id region instance name caseNumber entryDate names judge resultDate decision endDate steps sides consideredBy text connectedLinks links";
    for (const row of parsed) expect(Object.keys(row).join(" ")).toBe(keys);
  });

  it("numbers its rows and writes dates as the cards do", () => {
    expect(parsed.map(({ id }) => id)).toEqual(parsed.map((_, index) => index + 1));
    for (const { entryDate, resultDate, endDate } of parsed) {
      expect(entryDate).toMatch(DATE);
      for (const date of [resultDate, endDate]) expect(date === null || DATE.test(date)).toBe(true);
    }
  });

  it("has neither decision nor date of a pending case", () => {
    const pending = parsed.filter(({ decision }) => decision === null);
    expect(pending.length).toBeGreaterThan(20);
    expect(pending.every(({ resultDate, endDate }) => resultDate === null && endDate === null)).toBe(true);
  });

  it("takes the region from the court's code", () => {
    for (const { cui, region, instance } of parsed) {
      if (instance === "FIRST") expect(region).toBe(Number(cui.slice(0, 2)));
    }
  });

  it("says in the verdict's event when it was posted", () => {
    const byUid = new Map(truth.map((each) => [each.records[0]!.case_uid, each]));
    const decided = parsed.filter(
      ({ decision, instance }) => decision === "Вынесен ПРИГОВОР" && instance === "FIRST",
    );
    for (const { cui, steps, resultDate } of decided) {
      const [year, month, day] = byUid.get(cui)!.verdict_posted_on.split("-");
      expect(steps.at(-1)).toMatchObject({
        eventName: "Провозглашение приговора",
        eventDate: resultDate,
        publishedDate: `${day}.${month}.${year}`,
      });
    }
  });

  it("starts the events of courts of the VNKOD layout with the table's heading, and lacks their sides", () => {
    const tver = parsed.filter(({ name }) => name === "Тверской гарнизонный военный суд");
    expect(tver.length).toBeGreaterThan(0);
    for (const { steps, sides } of tver) {
      expect(steps[0]).toMatchObject({ eventName: "Наименование события", publishedDate: "Дата размещения" });
      expect(sides).toEqual([]);
    }
  });

  it("has appeals under the УИД of the first court, with its number behind the articles", () => {
    const second = parsed.filter(({ caseNumber }) => caseNumber.startsWith("22-"));
    expect(second).toHaveLength(appeals);
    for (const { cui, instance, names, name } of second) {
      expect(cui).toMatch(/^\d{2}GV/);
      expect(instance).toBe("APPELLATION");
      expect(names).toMatch(
        / Суд \(судебный участок\) первой инстанции: .* Номер дела в первой инстанции: 1-\d+\/\d{4}$/,
      );
      expect(name).toMatch(/(окружной|флотский) военный суд$/);
    }
  });
});

describe("sudrfscraper's CSV", () => {
  const lines = [...scraperCsv(views)].map((line) => line.slice(0, -1));

  it("has the tool's header", () => {
    expect(lines[0]).toBe(SCRAPER_CSV_HEADER);
    expect(SCRAPER_CSV_HEADER).toBe(
      "id;region;instance;court_name;caseNumber;entryDate;names;judge;resultDate;decision;endDate;consideredBy;cui;link_meta;link_text;link_text_and_meta;connected_links_1;connected_links_2;connected_links_3;connected_links_4;text",
    );
  });

  it("has 20 columns before a text, which may hold more of the separator", () => {
    expect(lines).toHaveLength(rows + 1);
    for (const line of lines.slice(1)) {
      const cells = line.split(";");
      if (cells.at(-1) === "-" && !line.includes("ПРИГОВОР Именем")) expect(cells).toHaveLength(21);
      else expect(cells.length).toBeGreaterThan(21);
      expect(cells[5]).toMatch(DATE);
      expect(cells[8] === "-" || DATE.test(cells[8]!)).toBe(true);
    }
  });

  it("writes a comma where a number or the accused had the separator", () => {
    const numbers = lines.slice(1).map((line) => line.split(";")[4]!);
    const again = numbers.filter((number) => number.includes("("));
    expect(again.length).toBeGreaterThan(20);
    for (const number of again) expect(number).toMatch(/^1-\d+\/\d{4} \(1-\d+\/\d{4},\)$/);
  });
});

describe("the names of accused", () => {
  const cells = [...scraperNdjson(views)].map((line) => JSON.parse(line).names as string);

  it("come in the shapes of real cards", () => {
    const shapes = [
      /^ОБЕЗЛИЧЕНО \d+ - ст\.337 ч\.5 УК РФ$/,
      /^ОБЕЗЛИЧЕНО \d+ - ст\. 337 ч\.2\.1 УК РФ$/,
      /^ОБЕЗЛИЧЕНО \d+ - УК РФ: ст\. 337 ч\.5$/,
      /УК РФ: \[ст\. 337 ч\.5\] \[ст\. 337 ч\.5\]$/,
      / УК РФ; ОБЕЗЛИЧЕНО \d+ - /,
    ];
    expect(shapes.filter((shape) => !cells.some((cell) => shape.test(cell)))).toEqual([]);
  });
});
