import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../../../../worker/contract/figure.ts";
import { PeriodSpan } from "../../../../../worker/contract/period.ts";
import { addDays } from "../../../../../worker/domain/calendar.ts";
import { countingSeries } from "../../../../../worker/domain/published/counting-series.ts";
import { deriveRates } from "../../../../../worker/domain/published/rates.ts";
import { totalIn } from "../../../../../worker/domain/published/total-in.ts";
import { runs } from "../../../../runs.ts";
import { total } from "./figures.ts";

const SCOPE = { unit: "convictions", articles: ["337"], region: null, service: null } as const;

/** What the one series of these figures says of a period. */
function said(figures: readonly Figure[], name: string) {
  const [series] = countingSeries(figures, deriveRates(figures).rates, SCOPE);
  return series ? totalIn(series, PeriodSpan.parse(name).period) : null;
}

describe("a total in a period", () => {
  it("is the one that was printed for it", () => {
    expect(said([total("f1", "2023-01-01", "2023-06-30", 2076)], "2023-H1")).toEqual({
      value: 2076,
      qualifier: "exact",
      coverage: 1,
      series: "courts",
      figures: ["f1"],
    });
  });

  it("is as sure as it was printed; of two, the surer one counts", () => {
    const about = total("f1", "2023-01-01", "2023-06-30", 2100, { qualifier: "about" });
    expect(said([about], "2023-H1")).toMatchObject({ value: 2100, qualifier: "about" });
    const exact = total("f2", "2023-01-01", "2023-06-30", 2076);
    expect(said([about, exact], "2023-H1")).toMatchObject({
      value: 2076,
      qualifier: "exact",
      figures: ["f2"],
    });
  });

  it("is else the difference of totals that end where it begins and ends", () => {
    const figures = [
      total("f1", "2023-01-01", "2023-06-30", 2076),
      total("f2", "2023-01-01", "2023-12-31", 5096),
      total("f3", "2023-01-01", "2023-09-15", 3000, { qualifier: "about" }),
    ];
    // 5,096 − 2,076; the rounded total in between is added and taken away again.
    const half = said(figures, "2023-H2");
    expect(half).toMatchObject({ value: 3020, qualifier: "exact", coverage: 1 });
    expect([...half!.figures].sort()).toEqual(["f1", "f2"]);
  });

  it("is as unsure as what remains of such a difference", () => {
    const figures = [
      total("f1", "2023-01-01", "2023-06-30", 2000, { qualifier: "about" }),
      total("f2", "2023-01-01", "2023-12-31", 5096),
    ];
    expect(said(figures, "2023-H2")).toMatchObject({ value: 3096, qualifier: "about" });
  });

  it("is else a lower bound: what is known of stretches within it", () => {
    const figures = [
      total("f1", "2024-03-01", "2024-03-31", 684),
      total("f2", "2024-05-01", "2024-05-31", 500),
      total("f3", "2024-05-01", "2024-05-12", 200),
    ];
    // 62 of 366 days.
    expect(said(figures, "2024")).toMatchObject({
      value: 1184,
      qualifier: "at_least",
      coverage: 0.1693,
      figures: ["f1", "f2"],
    });
  });

  it("takes of overlapping stretches those that hold the most days", () => {
    const figures = [
      total("f1", "2024-01-01", "2024-02-29", 50),
      total("f2", "2024-02-01", "2024-04-30", 90),
      total("f3", "2024-05-01", "2024-05-31", 30),
    ];
    expect(said(figures, "2024")).toMatchObject({ value: 120, figures: ["f2", "f3"] });
  });

  it("doesn't take late entries for the last days of a year", () => {
    const figures = [
      total("f1", "2023-01-01", "2023-12-29", 5024),
      total("f2", "2023-01-01", "2023-12-31", 5096),
    ];
    expect(said(figures, "2023-12")).toBeNull();
    expect(said(figures, "2023")).toMatchObject({ value: 5096, coverage: 1 });
  });

  it("is unknown where nothing lies within it, and for another scope", () => {
    expect(said([total("f1", "2022-12-01", "2023-06-30", 100)], "2023-H1")).toBeNull();
    expect(said([total("f1", "2023-01-01", "2023-06-30", 100, { articles: ["338"] })], "2023-H1")).toBeNull();
  });

  it("agrees with the truth that any totals of it were printed from", () => {
    const day = fc.integer({ min: 0, max: 700 });
    fc.assert(
      fc.property(fc.array(fc.tuple(day, day), { minLength: 1, maxLength: 12 }), day, (pairs, seed) => {
        const truth = (from: number, to: number) => {
          let sum = 0;
          for (let at = from; at <= to; at++) sum += (at * 7 + seed) % 5;
          return sum;
        };
        const dateOf = (at: number) => addDays("2022-01-01", at);
        const figures = pairs.map(([a, b], index) => {
          const [from, to] = a < b ? [a, b] : [b, a];
          return total(`f${index}`, dateOf(from), dateOf(to), truth(from, to));
        });
        const found = said(figures, "2022");
        if (!found) return;
        const whole = truth(0, 364);
        if (found.coverage === 1) expect(found).toMatchObject({ value: whole, qualifier: "exact" });
        else expect(found.value).toBeLessThanOrEqual(whole);
      }),
      runs(500),
    );
  });
});
