import { describe, expect, it } from "vitest";
import { joinShortIntervals } from "../../../../../worker/domain/published/join-short.ts";
import { deriveRates } from "../../../../../worker/domain/published/rates.ts";
import { counts, shippedFigures, total } from "./figures.ts";

describe("joinShortIntervals(rates)", () => {
  const start = "2024-01-01";

  it("names the totals that the joined interval rests on, not one that cancels itself out", () => {
    const { rates } = deriveRates([
      total("f001", start, "2024-01-31", 10),
      total("f002", start, "2024-02-28", 50, { qualifier: "about" }),
      total("f003", start, "2024-03-02", 60),
    ]);
    expect(joinShortIntervals(rates)).toMatchObject([
      { value: 10, from: ["f001"] },
      { value: 50, days: 31, per_week: 11.3, from: ["f001", "f003"], qualifier: "about" },
    ]);
  });

  it("joins neighbouring short intervals until they make a week", () => {
    const { rates } = deriveRates([
      total("f001", start, "2024-01-03", 3),
      total("f002", start, "2024-01-06", 6),
      total("f003", start, "2024-01-09", 9),
      total("f004", start, "2024-01-20", 20),
    ]);
    expect(counts(joinShortIntervals(rates))).toEqual([
      "2024-01-01 – 2024-01-09: 9",
      "2024-01-10 – 2024-01-20: 11",
    ]);
  });

  it("leaves a short interval without a neighbour in its series as it is", () => {
    const { rates } = deriveRates([
      total("f001", start, "2024-01-05", 3),
      total("f002", "2024-01-06", "2024-02-29", 50, { series: "other" }),
      total("f003", "2024-01-07", "2024-02-29", 40),
    ]);
    expect(joinShortIntervals(rates)).toEqual(rates);
  });

  it("leaves no interval of the shipped ledger shorter than a week, and loses no count", () => {
    const { rates } = deriveRates(shippedFigures());
    const joined = joinShortIntervals(rates);
    const sum = (list: typeof rates) => list.reduce((all, { value }) => all + value, 0);
    expect(joined.filter(({ days }) => days < 7)).toEqual([]);
    expect(sum(joined)).toBe(sum(rates));
  });
});
