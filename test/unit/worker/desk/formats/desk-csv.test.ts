import { describe, expect, it } from "vitest";
import { dump, HEADER, readText, rejections } from "../fixtures.ts";

const GOOD =
  "27GV0008-01-2024-000081-20,27GV0008,1-81/2024,1,337.5,2024-06-10,2024-07-03,convicted,suspended,24,mobilised,,,";
const columns = HEADER.split(",");

/** The good row with one cell changed. */
const withCell = (column: string, cell: string) =>
  GOOD.split(",").with(columns.indexOf(column), cell).join(",");
const readRow = (row: string) => readText(`${HEADER}\n${row}\n`);

describe("the desk's own CSV", () => {
  it("is read as it was coded", async () => {
    const { cases, summary } = await readText(dump("desk.csv"));
    expect(summary).toEqual({
      format: "desk-csv",
      rows: 4,
      cases: 4,
      rejected: 0,
      keptOut: {},
      warnings: [],
      refused: false,
    });
    expect(cases[0]).toEqual({
      case_uid: "27GV0008-01-2024-000081-20",
      court_code: "27GV0008",
      case_number: "1-81/2024",
      earlier_numbers: [],
      defendant: 1,
      articles: ["337.5"],
      received_on: "2024-06-10",
      decided_on: "2024-07-03",
      outcome: "acquitted",
      sentence: "unknown",
      term_months: null,
      service: "mobilised",
      source_url:
        "https://ugvs--prm.sudrf.ru/modules.php?name=sud_delo&srv_num=1&name_op=case&case_id=1234567&delo_id=1540006",
      first_seen_on: "2024-07-05",
      removed_on: null,
      by_hand: true,
    });
    expect(cases[1]).toMatchObject({
      case_uid: null,
      case_number: "1-4/2024",
      earlier_numbers: ["1-112/2023"],
      articles: ["337.2.1", "337.5"],
      sentence: "imprisonment",
      term_months: 66,
    });
    expect(cases[2]).toMatchObject({ defendant: 2, articles: ["338.1"], removed_on: "2024-09-01" });
    expect(cases[3]).toMatchObject({ court_code: "77GV0001", outcome: "pending", service: "unknown" });
  });

  it("is read with a byte order mark, CRLF and every cell in quotes", async () => {
    const quoted = [HEADER, GOOD].map((line) => `"${line.split(",").join('","')}"`).join("\r\n");
    expect((await readText(`\uFEFF${quoted}\r\n`)).cases).toEqual((await readRow(GOOD)).cases);
  });

  it.each([
    ["case_uid", "27GV0008-01-2024-81-20", "77GV0001-01-2024-000123-45"],
    ["court_code", "27GV0007", "list of military courts"],
    ["court_code", "GV7", "77GV0001"],
    ["case_number", "01/04/2019", "spreadsheet"],
    ["articles", "337,5", "337.5"],
    ["received_on", "31.05.2024", "YYYY-MM-DD"],
    ["decided_on", "2024-02-30", "YYYY-MM-DD"],
    ["decided_on", "2024-06-08", "2024-06-10"],
    ["decided_on", "2024-12-02", "2024-12-01"],
    ["received_on", "1995-12-31", "1996-01-01"],
    ["outcome", "guilty", "convicted, acquitted, dismissed"],
    ["sentence", "prison", "suspended, imprisonment"],
    ["term_months", "-1", "from 0 to 600"],
    ["service", "soldier", "mobilised, contract"],
    ["first_seen_on", "2025-01-01", "2024-12-01"],
    ["removed_on", "05/2024", "YYYY-MM-DD"],
  ])("refuses the %s %s and says what was expected", async (column, cell, expected) => {
    const reading = await readRow(
      column === "articles" ? withCell(column, `"${cell}"`) : withCell(column, cell),
    );
    // A misspelt word may as well be a name.
    const value = /[a-z]{3}|^GV7$/.test(cell) ? null : cell;
    expect(rejections(reading)).toEqual([[2, column, value, expect.stringContaining(expected)]]);
    expect(reading.summary).toMatchObject({ rows: 1, rejected: 1, cases: 0 });
  });

  it.each(["case_number", "defendant", "outcome"])("refuses a row without %s", async (column) => {
    const [[, refused, value] = []] = rejections(await readRow(withCell(column, "")));
    expect([refused, value || null]).toEqual([column, null]);
  });

  it("never repeats what stands in the defendant's column, not even digits", async () => {
    for (const cell of ["Пробный П.П.", "0", "501", "1.5"]) {
      expect(rejections(await readRow(withCell("defendant", cell)))).toEqual([
        [2, "defendant", null, "the defendant's ordinal (1, 2 …), never a name"],
      ]);
    }
  });

  it("reports all that is wrong with a row, at its physical line", async () => {
    const bad = `"27GV0008-01-2024-000081-20",27GV0008,"1-81/2024\n",x,337,,,maybe,,,,,,`;
    const reading = await readText(`${HEADER}\n${GOOD}\n\n${bad}\n${GOOD}\n`);
    expect(rejections(reading).map((rejection) => rejection.slice(0, 3))).toEqual([
      [4, "defendant", null],
      [4, "outcome", null],
    ]);
    expect(reading.summary).toMatchObject({ rows: 3, rejected: 1, cases: 2 });
  });

  it("refuses rows with too few or too many cells", async () => {
    expect(rejections(await readRow(`${GOOD},x`))).toEqual([
      [2, "row", null, "14 cells as in the header, found 15"],
    ]);
    expect(rejections(await readRow("a,b"))).toEqual([
      [2, "row", null, "14 cells as in the header, found 2"],
    ]);
  });

  it("refuses another header once, with the place of what is wrong and without repeating it", async () => {
    for (const [header, said] of [
      [
        HEADER.replace("defendant", "Пробный"),
        "defendant in the header, where something else is in column 4;",
      ],
      [HEADER.replace(",outcome", ""), "outcome in the header, where it is missing;"],
      [`${HEADER},Пробный`, "nothing, or another name, in column 15 of the header;"],
      [`${HEADER},outcome`, "nothing, or another name, in column 15 of the header;"],
    ]) {
      const reading = await readText(`${header}\n${GOOD}\n${GOOD}\n`);
      expect(rejections(reading)).toEqual([[1, "header", null, `${said} whole header: ${HEADER}`]]);
      expect(reading.summary.rows).toBe(0);
    }
  });

  it("keeps cases of courts that aren't military out, with a count", async () => {
    const { summary } = await readRow(withCell("court_code", "50RS0031"));
    expect(summary).toMatchObject({ cases: 0, rejected: 0, keptOut: { "other-court": 1 } });
  });

  it("strips the address of what isn't needed to find the card again", async () => {
    const url = async (text: string) => (await readRow(withCell("source_url", text))).cases[0]?.source_url;
    const card = "https://gvs.cht.sudrf.ru/modules.php?name=sud_delo&name_op=case&case_id=1&n_c=1&new=";
    expect(await url(card)).toBe(card);
    expect(
      await url("https://gvs.cht.sudrf.ru/x?name=sud_delo&U1_DEFENDANT__NAMESS=Probny&case_id=1#top"),
    ).toBe("https://gvs.cht.sudrf.ru/x?name=sud_delo&case_id=1");
    expect(await url("https://gvs.cht.sudrf.ru/x?G1_PARTS__NAMESS=%CF%F0%EE%E1")).toBe(
      "https://gvs.cht.sudrf.ru/x",
    );
    expect(await url("https://example.org/Пробный")).toBeNull();
    expect(rejections(await readRow(withCell("source_url", "javascript:alert(1)")))).toEqual([
      [2, "source_url", null, expect.stringContaining("https://")],
    ]);
  });
});
