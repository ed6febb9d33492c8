import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../../../worker/contract/figure.ts";
import {
  alteredParts,
  type CountedRecords,
  printsOfFigures,
  printsOfRecords,
} from "../../../../worker/domain/prints.ts";
import type { CountedCases } from "../../../../worker/domain/tally.ts";

const FIGURE: Figure = {
  ...{ id: "f043", unit: "convictions", articles: ["337", "338"], region: null, service: null },
  ...{ series: "mediazona-calendar", period: { start: "2024-01-01", end: "2024-12-31" }, kind: "total" },
  ...{ value: 684, qualifier: "exact", publisher: "Mediazona", published_on: "2025-01-09" },
  ...{ source_url: "https://example.org/", note: null },
};
const ROW: CountedCases = {
  ...{ scope: "337;338", service: "mobilised", sentence: "suspended", court: "77GV0007" },
  ...{ weeks: [2880, 2881], counts: [3, 4], early: [1, 0] },
};
const OTHER: CountedCases = { ...ROW, court: "66GV0008" };
const RECORDS: CountedRecords = {
  convictions: [ROW, OTHER],
  receipts: [ROW],
  delays: [{ scope: "337", week: 2880, delay: 2, count: 3 }],
  counts: { cases: 14, defendants: 15, convictions: 14, removed: 0 },
};
const wherein = (records: CountedRecords) => alteredParts(printsOfRecords(RECORDS), printsOfRecords(records));

describe("the prints that stand in databases", () => {
  it("are those of version 1, for the same rows: another sum needs another version", () => {
    expect(printsOfFigures([FIGURE])).toMatchInlineSnapshot(`
      {
        "0": "07a05da73a067d1c",
      }
    `);
    expect(printsOfRecords(RECORDS)).toMatchInlineSnapshot(`
      {
        "66GV0008": "7003074095232d87",
        "77GV0007": "96bbcaa21152157c",
        "delays": "53f093bb8e295294",
        "totals": "468819282b7beef8",
      }
    `);
  });
});

describe("the prints of a ledger", () => {
  it("tell each field of each figure, and how many there are", () => {
    const others: Partial<Figure>[] = [
      ...[{ id: "f044" }, { unit: "deserters" as never }, { articles: ["337;338"] }, { region: "RU-MOW" }],
      ...[{ service: "contract" as const }, { series: "own" }, { kind: "rate" as never }, { value: 848 }],
      ...[{ period: { start: "2024-01-02", end: "2024-12-31" } }, { qualifier: "about" as const }],
      ...[{ period: { start: "2024-01-01", end: "2024-12-30" } }, { publisher: "Mediazon" }, { note: "" }],
      ...[{ published_on: "2025-01-08" }, { source_url: "https://example.com/" }],
    ];
    expect(new Set(others.flatMap((one) => Object.keys(one)))).toEqual(new Set(Object.keys(FIGURE)));
    const was = printsOfFigures([FIGURE, FIGURE, FIGURE]);
    for (const other of others) {
      const is = printsOfFigures([FIGURE, { ...FIGURE, ...other }, FIGURE]);
      expect(alteredParts(was, is), JSON.stringify(other)).toEqual(["1"]);
    }
    expect(alteredParts(was, printsOfFigures([FIGURE, FIGURE]))).toEqual(["2"]);
    expect(alteredParts(printsOfFigures([FIGURE, FIGURE]), was)).toEqual(["2"]);
  });

  it("tell any two numbers apart", () => {
    fc.assert(
      fc.property(fc.nat(1e10), fc.nat(1e10), (one, other) => {
        const print = (value: number) => printsOfFigures([{ ...FIGURE, value }])[0];
        expect(print(one) === print(other)).toBe(one === other);
      }),
    );
  });
});

describe("the prints of records", () => {
  it("are the same in whatever order the store gives its rows, weeks and kinds of service", () => {
    const several = { ...ROW, service: "contract,mobilised", scope: "337,338;337" };
    const before = { ...RECORDS, receipts: [several, ROW] };
    const [first, second] = [0, 1].map((at) => ({
      ...{ ...several, service: "mobilised,contract", scope: "338;337" },
      ...{ weeks: [several.weeks[at]!], counts: [several.counts[at]!], early: [several.early[at]!] },
    }));
    const after = { ...RECORDS, convictions: [OTHER, ROW], receipts: [second!, ROW, first!] };
    expect(printsOfRecords(after)).toEqual(printsOfRecords(before));
  });

  it("name the court in which anything is counted otherwise", () => {
    const others: Partial<CountedCases>[] = [
      ...[{ scope: "337" }, { service: "contract" }, { sentence: "fine" as const }],
      ...[{ weeks: [2880, 2882] }, { counts: [4, 3] }, { counts: [3, 5] }, { early: [0, 1] }],
    ];
    for (const other of others) {
      expect(wherein({ ...RECORDS, convictions: [{ ...ROW, ...other }, OTHER] })).toEqual(["77GV0007"]);
    }
    expect(wherein({ ...RECORDS, convictions: [ROW] })).toEqual(["66GV0008"]);
    expect(wherein({ ...RECORDS, convictions: [ROW, { ...OTHER, court: "63GV0004" }] })).toEqual([
      ...["66GV0008", "63GV0004"],
    ]);
    expect(wherein({ ...RECORDS, convictions: [OTHER], receipts: [ROW, ROW] })).toEqual(["77GV0007"]);
  });

  it("tell totals and delays, and that there are none at all", () => {
    expect(wherein({ ...RECORDS, counts: { ...RECORDS.counts, removed: 1 } })).toEqual(["totals"]);
    expect(wherein({ ...RECORDS, delays: [{ ...RECORDS.delays[0]!, delay: 3 }] })).toEqual(["delays"]);
    expect(alteredParts(printsOfRecords(RECORDS), printsOfRecords(null))).toEqual([
      ...["77GV0007", "66GV0008", "totals", "delays"],
    ]);
  });
});
