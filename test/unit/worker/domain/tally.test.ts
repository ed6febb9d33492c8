import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildTally, countWeeks, withoutCourts } from "../../../../worker/domain/tally.ts";
import { decodeTally, encodeTally } from "../../../../worker/domain/tally-body.ts";
import { counted } from "./counted-cases.ts";

const CASE = { scope: "337", service: "unknown", sentence: "unknown", court: "77GV0008" } as const;

describe("a tally", () => {
  it("holds a week of any number of cases, written and read again", () => {
    const count = fc.constantFrom(0, 1, 65_535, 65_536, 66_000, 4_000_000);
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 12 }), fc.boolean(), (counts, apart) => {
        const weeks = counts.map((_, week) => 2_800 + week);
        const early = counts.map((one) => Math.floor(one / 2));
        const rows = [{ ...CASE, weeks, counts, early }];
        if (apart) rows.push({ ...CASE, court: "66GV0008" as "77GV0008", weeks, counts, early });
        const tally = withoutCourts(buildTally(rows));
        const body = JSON.parse(JSON.stringify(encodeTally(tally)));
        expect(decodeTally(body)).toEqual(tally);
        expect(countWeeks(tally, { articles: ["337"] })).toEqual(counts.map((one) => one * rows.length));
      }),
    );
  });

  it("takes two bytes a week where they suffice", () => {
    const [column] = buildTally([counted(["2025-04-02"])]).columns;
    expect(column?.counts).toBeInstanceOf(Uint16Array);
  });

  it("counts a case of several kinds of service under each, and once in all", () => {
    const tally = buildTally([counted(["2025-04-02"], { service: "mobilised,contract" })]);
    const count = (service: "mobilised" | "contract" | "officer" | null) =>
      countWeeks(tally, { articles: ["337"], service })[0];
    expect([count("mobilised"), count("contract"), count("officer"), count(null)]).toEqual([1, 1, 0, 1]);
  });
});
