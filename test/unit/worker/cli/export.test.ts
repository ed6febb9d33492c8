import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CourtCase } from "../../../../worker/contract/court-case.ts";
import { OUTCOMES, SENTENCES, SERVICES } from "../../../../worker/contract/terms.ts";
import { writeCases } from "../../../../worker/desk/formats/write-cases.ts";
import { runs } from "../../../runs.ts";
import { gzip, readBytes, utf8, utf16 } from "../desk/files/spellings.ts";
import { HEADER, readText } from "../desk/fixtures.ts";

const numbers = fc.constantFrom("1-81/2024", "1-7/2023", "1-805/3-2022", "1-А-275/8-2021");

const anyCase = fc
  .record<CourtCase>({
    case_uid: fc.constantFrom("27GV0008-01-2023-000081-20", null),
    court_code: fc.constantFrom("27GV0008", "75GV0001"),
    case_number: numbers,
    earlier_numbers: fc.uniqueArray(numbers, { maxLength: 3 }),
    defendant: fc.integer({ min: 1, max: 500 }),
    articles: fc.constantFrom([], ["337.5"], ["337.2.1", "338.1"], ["352.1.1"]),
    received_on: fc.constantFrom("2024-01-10", null),
    decided_on: fc.constantFrom("2024-02-20", null),
    outcome: fc.constantFrom(...OUTCOMES),
    sentence: fc.constantFrom(...SENTENCES),
    term_months: fc.option(fc.integer({ min: 0, max: 600 })),
    service: fc.constantFrom(...SERVICES),
    source_url: fc.constantFrom("https://gvs.cht.sudrf.ru/modules.php?name=sud_delo&case_id=1", null),
    first_seen_on: fc.constantFrom("2024-02-21", null),
    removed_on: fc.constantFrom("2024-11-30", null),
  })
  .filter(({ case_number, earlier_numbers }) => !earlier_numbers.includes(case_number));

/** As an export has them: each defendant of a case once. */
const someCases = fc.uniqueArray(anyCase, {
  minLength: 1,
  maxLength: 5,
  selector: ({ defendant }) => defendant,
});

describe("an export", () => {
  it("reads as the cases that it was made of", async () => {
    await fc.assert(
      fc.asyncProperty(someCases, async (cases) => {
        const { cases: read, summary } = await readText(`${HEADER}\n${writeCases(cases)}`);
        expect(summary.rejected).toBe(0);
        expect(read).toEqual(cases.map((one) => ({ ...one, by_hand: true })));
      }),
    );
  });

  it("reads so, too, once a spreadsheet has saved it and somebody has packed it", async () => {
    const cells = (text: string) => parse(text) as string[][];
    const semicolons = (text: string) =>
      cells(text)
        .map((row) => row.map((cell) => (cell.includes(";") ? `"${cell}"` : cell)).join(";"))
        .join("\r\n");
    await fc.assert(
      fc.asyncProperty(someCases, async (cases) => {
        const text = `${HEADER}\n${writeCases(cases)}`;
        const tabs = cells(text).map((row) => row.join("\t"));
        for (const bytes of [utf8(semicolons(text)), utf16(tabs.join("\n")), gzip(utf8(text))]) {
          const { cases: read, wrong } = await readBytes(bytes);
          expect(wrong).toEqual([]);
          expect(read).toEqual(cases.map((one) => ({ ...one, by_hand: true })));
        }
      }),
      runs(50),
    );
  });
});
