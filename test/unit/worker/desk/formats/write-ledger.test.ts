import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIGURE_KINDS, QUALIFIERS, SERVICES, UNITS } from "../../../../../worker/contract/terms.ts";
import { readRows } from "../../../../../worker/desk/formats/csv-rows.ts";
import { readLedger } from "../../../../../worker/desk/formats/ledger.ts";
import { writeLedger } from "../../../../../worker/desk/formats/write-ledger.ts";
import { runs } from "../../../../runs.ts";
import { LEDGER, SHIPPED } from "../../../widget/studio/figures/ledger.ts";

describe("the ledger as it is downloaded", () => {
  it("is the shipped file, byte for byte", () => {
    expect(writeLedger(readLedger(SHIPPED).figures)).toBe(SHIPPED);
  });

  it("reads the same with what a spreadsheet puts around it: a mark of order, other ends of lines, no last one", () => {
    const figures = readLedger(SHIPPED).figures;
    for (const text of [
      `\uFEFF${SHIPPED}`,
      SHIPPED.replaceAll("\n", "\r\n"),
      `\uFEFF${SHIPPED.replaceAll("\n", "\r\n")}`,
      SHIPPED.trimEnd(),
    ]) {
      const { figures: read, rejected } = readLedger(text);
      expect(rejected).toEqual([]);
      expect(writeLedger(read)).toBe(writeLedger(figures));
    }
  });

  it("comes back the same, whatever stands in its texts but how lines break, and no cell of it is a formula", () => {
    const text = (maxLength: number) =>
      fc
        .oneof(
          fc.string({ unit: "grapheme", minLength: 1, maxLength }),
          fc.constantFrom(
            "=1+1",
            "'=1",
            "''@x",
            "-3",
            "＝x",
            'a "b", c;d',
            "a\nb",
            "a\r\nb",
            "x\ry",
            "'",
            "#",
          ),
        )
        .filter((one) => one === one.trim() && !/[\r\u007f-\u009f]/.test(one));
    const any = fc.record({
      unit: fc.constantFrom(...UNITS).filter((unit) => unit !== "share_suspended"),
      region: fc.option(text(200)),
      service: fc.option(fc.constantFrom(...SERVICES)),
      series: text(200),
      kind: fc.constantFrom(...FIGURE_KINDS).filter((kind) => kind !== "percent" && kind !== "total"),
      value: fc.oneof(
        fc.nat(),
        fc.double({ min: 0, max: 1e10, noNaN: true }).map((one) => Math.round(one * 1e9) / 1e9),
      ),
      qualifier: fc.constantFrom(...QUALIFIERS),
      publisher: text(300),
      note: fc.option(text(4_000)),
    });
    fc.assert(
      fc.property(any, (part) => {
        const [first, second] = LEDGER;
        const figures = [{ ...first!, ...part, value: part.value + 0 }, second!];
        const written = writeLedger(figures);
        const { figures: read, rejected } = readLedger(written);
        expect(rejected).toEqual([]);
        expect(read).toEqual(figures);
        expect(writeLedger(read)).toBe(written);
        const cells = readRows(written, ",").rows.flatMap((row) => row.cells);
        expect(cells.filter((cell) => /^[=+\-@\t＝＋－＠]/u.test(cell))).toEqual([]);
      }),
      runs(1_000),
    );
  });
});
