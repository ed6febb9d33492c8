import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultsIn } from "../../../../../widget/studio/figures/faults.ts";
import { figureOf, NOTHING_TYPED, typedOf } from "../../../../../widget/studio/figures/typed.ts";
import { readLedger } from "../../../../../worker/desk/formats/ledger.ts";
import { writeLedger } from "../../../../../worker/desk/formats/write-ledger.ts";
import { unfitLedger } from "../../../../../worker/desk/ledger-limits.ts";
import { runs } from "../../../../runs.ts";
import { anyTyped, figure, LEDGER, TODAY } from "./ledger.ts";

describe("a form of a figure", () => {
  it("has no fault with any figure of the shipped ledger, and gives it back as it was", () => {
    for (const one of LEDGER) {
      expect([one.id, faultsIn(typedOf(one), TODAY)]).toEqual([one.id, {}]);
      expect(figureOf(typedOf(one), one.id)).toEqual(one);
    }
  });

  it("without a fault is always a row that the ledger takes, and the same again once it was written", () => {
    fc.assert(
      fc.property(anyTyped, (typed) => {
        if (Object.keys(faultsIn(typed, TODAY)).length > 0) return;
        const one = figureOf(typed, "f900");
        const { figures, rejected } = readLedger(writeLedger([one]), TODAY);
        expect(rejected).toEqual([]);
        expect(figures).toEqual([one]);
        expect(unfitLedger(figures, TODAY)).toBeNull();
      }),
      runs(3_000),
    );
  });

  it("tells of every single slip in a good figure at its own field", () => {
    const good = typedOf(figure("f066"));
    const slips = {
      source_url: ["", "zona.media/article", "javascript:alert(1)"],
      publisher: ["", "  ", "x".repeat(301), "a\u0007b"],
      published_on: ["2025-02-30", "2205-06-26", "1925-06-26"],
      articles: ["", "nothing of this", "337 and much more", "3377"],
      kind: ["percent"],
      value: ["", "many", "-848", "848.5", "99999999999", "8e2"],
      period_start: ["", "2025-04-31", "1925-04-01"],
      period_end: ["", "2025-03-31", "2025-06-27", "2052-04-30"],
      series: ["", "x".repeat(201)],
      region: ["x".repeat(201)],
      note: ["x".repeat(4_001)],
    };
    for (const [field, values] of Object.entries(slips)) {
      for (const value of values) {
        const found = Object.keys(faultsIn({ ...good, [field]: value }, TODAY));
        expect([field, value, found]).toEqual([field, value, expect.arrayContaining([field])]);
      }
    }
  });

  it("says what contradicts what", () => {
    const good = typedOf(figure("f066"));
    const faults = (part: object) => faultsIn({ ...good, ...part }, TODAY);
    expect(faults({ unit: "share_suspended" })).toEqual({ kind: "share-kind" });
    expect(faults({ kind: "percent", value: "48" })).toEqual({ kind: "not-a-share" });
    expect(faults({ unit: "share_suspended", kind: "percent", value: "101" })).toEqual({ value: "share" });
    expect(faults({ period_end: "2025-03-01" })).toEqual({ period_end: "order" });
    expect(faults({ period_end: "2025-06-30" })).toEqual({ period_end: "printed-before" });
    expect(faults({ value: "2.5" })).toEqual({ value: "whole" });
    expect(faults({ kind: "per_week", value: "2.5" })).toEqual({});
  });

  it("asks in a newspaper's order for what is missing", () => {
    expect(Object.keys(faultsIn(NOTHING_TYPED, TODAY))).toEqual([
      "source_url",
      "publisher",
      "articles",
      "value",
      "period_start",
      "period_end",
      "series",
    ]);
  });
});
