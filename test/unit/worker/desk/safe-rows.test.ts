import { describe, expect, it } from "vitest";
import { DESK_COLUMNS } from "../../../../worker/desk/formats/desk-columns.ts";
import { safeColumns, safeRows } from "../../../../worker/desk/safe-rows.ts";

async function rowsOf(format: Parameters<typeof safeRows>[0], text: string) {
  const rows: Record<string, string>[] = [];
  for await (const { line, cells } of safeRows(
    format,
    (async function* () {
      yield text;
    })(),
  )) {
    rows.push({
      line: String(line),
      ...Object.fromEntries(safeColumns(format).map((name, i) => [name, cells[i]!])),
    });
  }
  return rows;
}

describe("a file's rows written down again", () => {
  it("keep what is needed to correct them, without the columns that hold names", async () => {
    const row =
      "77GV0007-01-2025-000001-11,77GV0007,01/04/2025,Surnamov,337.5,2025-03-03,2025-04-02,convicted,fine,,contract,https://example.org/?name=Surnamov,,";
    const [, found] = await rowsOf("desk-csv", `${DESK_COLUMNS.join(",")}\n${row}\n`);
    expect(found).toMatchObject({
      line: "2",
      case_number: "01/04/2025",
      decided_on: "2025-04-02",
      sentence: "fine",
    });
    expect(JSON.stringify(found)).not.toContain("Surnamov");
  });

  it("lose a name that slipped into another column", async () => {
    const [, found] = await rowsOf(
      "desk-csv",
      `${DESK_COLUMNS.join(",")}\nSurnamov,77GV0007,Surnamov I.,1,Surnamov\n`,
    );
    expect(JSON.stringify(found)).not.toContain("Surnamov");
    expect(found).toMatchObject({ court_code: "77GV0007", case_uid: "", case_number: "" });
  });

  it("of a scraper have its numbers and dates alone", async () => {
    const card = {
      id: 7,
      caseNumber: "1-4/2025",
      names: "Surnamov - ст.337 ч.5 УК РФ",
      judge: "Judgeov",
      resultDate: "02.04.2025",
    };
    const [json] = await rowsOf("sudrfscraper-ndjson", `${JSON.stringify(card)}\n`);
    expect(json).toMatchObject({ id: "7", caseNumber: "1-4/2025", resultDate: "02.04.2025" });
    expect(JSON.stringify(json)).not.toMatch(/Surnamov|Judgeov/);
    const [csv] = await rowsOf(
      "sudrfscraper-csv",
      "7;77;FIRST;Court;1-4/2025;03.03.2025;Surnamov;Judgeov;02.04.2025;x;-\n",
    );
    expect(csv).toMatchObject({
      id: "7",
      instance: "FIRST",
      caseNumber: "1-4/2025",
      resultDate: "02.04.2025",
    });
    expect(JSON.stringify(csv)).not.toMatch(/Surnamov|Judgeov/);
  });

  it("are empty where a line can't be read", async () => {
    expect(await rowsOf("sudrfscraper-ndjson", "{broken Surnamov\n")).toEqual([
      {
        line: "1",
        id: "",
        region: "",
        instance: "",
        caseNumber: "",
        entryDate: "",
        resultDate: "",
        endDate: "",
        cui: "",
      },
    ]);
  });
});
