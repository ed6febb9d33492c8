import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultsIn } from "../../../../../widget/studio/figures/faults.ts";
import { copiedFrom, duplicatesOf, filled, propose } from "../../../../../widget/studio/figures/propose.ts";
import { NOTHING_TYPED } from "../../../../../widget/studio/figures/typed.ts";
import { runs } from "../../../../runs.ts";
import { anyTyped, figure, LEDGER, TODAY } from "./ledger.ts";

const typed = (part: object) => ({ ...NOTHING_TYPED, ...part });

describe("what a form proposes", () => {
  it("knows publisher, day and series by the address alone", () => {
    const address = "https://en.zona.media/article/2026/11/28/awol";
    expect(filled(LEDGER, typed({ source_url: address }), TODAY)).toMatchObject({
      publisher: "Mediazona (English)",
      published_on: "2026-11-28",
      series: "mediazona-mobilisation",
    });
  });

  it("proposes no day that is still to come, nor one that doesn't exist", () => {
    const day = (path: string) =>
      propose(LEDGER, typed({ source_url: `https://a.example/${path}` }), TODAY).printedOn;
    expect(day("2026/12/01/x")).toBeNull();
    expect(day("2026-02-30")).toBeNull();
    expect(day("2026-02-28")).toBe("2026-02-28");
    expect(day("id/120260228111")).toBeNull();
  });

  it("leaves alone what somebody has typed", () => {
    fc.assert(
      fc.property(anyTyped, (one) => {
        const after = filled(LEDGER, one, TODAY);
        for (const field of Object.keys(one) as (keyof typeof one)[]) {
          if (one[field]) expect(after[field]).toBe(one[field]);
        }
      }),
      runs(500),
    );
  });

  it("goes on with a running total from its first day, with a month from the day after", () => {
    const running = copiedFrom(figure("f105"), LEDGER, typed({ published_on: "2026-11-28" }));
    expect(running).toMatchObject({
      ...{ unit: "cases_received", articles: "337", series: "mediazona-mobilisation" },
      ...{ period_start: "2022-09-21", period_end: "2026-11-28", value: "", qualifier: "exact" },
    });
    const month = copiedFrom(figure("f066"), LEDGER, typed({}));
    expect(month).toMatchObject({ articles: "332, 337, 338", period_start: "2025-05-01", period_end: "" });
  });

  it("needs the number alone after a copy", () => {
    for (const last of LEDGER) {
      const start = typed({
        ...{ source_url: last.source_url, publisher: last.publisher, published_on: "2026-11-28" },
      });
      const copied = copiedFrom(last, LEDGER, start);
      expect([last.id, Object.keys(faultsIn(copied, TODAY))]).toEqual([last.id, ["value"]]);
    }
  });

  it("offers to copy from the newest of each thing that the publisher counts", () => {
    const { last } = propose(LEDGER, typed({ publisher: "Mediazona (English)" }), TODAY);
    expect(last.length).toBeGreaterThan(1);
    for (const one of last) {
      const newer = LEDGER.filter(
        (other) =>
          ["unit", "series", "kind", "region", "service"].every(
            (field) => other[field as "unit"] === one[field as "unit"],
          ) &&
          other.articles.join() === one.articles.join() &&
          other.publisher === one.publisher &&
          other.period.end > one.period.end,
      );
      expect(newer).toEqual([]);
    }
  });
});

describe("duplicates", () => {
  it("are none in the shipped ledger that count the very same", () => {
    for (const one of LEDGER) {
      const others = LEDGER.filter(({ id }) => id !== one.id);
      expect([
        one.id,
        duplicatesOf(others, one).filter(
          ({ isSame, figure: other }) => isSame && other.source_url === one.source_url,
        ),
      ]).toEqual([one.id, []]);
    }
  });

  it("are found by page or by publisher, whatever an address says of where somebody came from", () => {
    const one = figure("f066");
    const again = {
      ...one,
      id: "f900",
      value: 900,
      publisher: "Somebody",
      source_url: `${one.source_url}/?utm_source=x`,
    };
    expect(duplicatesOf(LEDGER, again)[0]).toMatchObject({ figure: { id: "f066" }, isSame: true });
    const elsewhere = { ...one, id: "f900", source_url: "https://a.example/b" };
    expect(duplicatesOf(LEDGER, elsewhere)[0]).toMatchObject({ figure: { id: "f066" }, isSame: true });
    const other = { ...again, articles: ["337"] };
    expect(duplicatesOf(LEDGER, other)[0]).toMatchObject({ figure: { id: "f066" }, isSame: false });
  });
});
