import { describe, expect, it } from "vitest";
import type { Figure } from "../../../../../worker/contract/figure.ts";
import { PeriodSpan } from "../../../../../worker/contract/period.ts";
import { comparedWith } from "../../../../../worker/domain/comparison.ts";
import { isCountedAlike, publishedSides } from "../../../../../worker/domain/published/compare.ts";
import { deriveRates } from "../../../../../worker/domain/published/rates.ts";
import { questionOf } from "../../../../../worker/domain/question.ts";
import { shippedFigures, total } from "./figures.ts";

type Filters = Partial<Parameters<typeof questionOf>[0]>;

function sides(figures: readonly Figure[], spans: readonly string[], filters: Filters = {}) {
  const question = questionOf({ measure: "convictions", evidence: "published", ...filters });
  const periods = spans.map((span) => PeriodSpan.parse(span));
  return publishedSides(figures, deriveRates(figures).rates, question, periods);
}

describe("a comparison of published totals", () => {
  it("answers the question that started this from one series: 2,076 against 1,001 and 615", () => {
    const asked = { measure: "cases-received", article: "337" } as const;
    const { type, sides: found } = sides(shippedFigures(), ["2023-H1", "2022", "2021"], asked);
    expect(type).toEqual({ unit: "cases_received", offence: "awol", articles: ["337"] });
    expect(found.map(({ value, series, figures }) => [value, series, figures])).toEqual([
      [2076, "mediazona-calendar", ["f012"]],
      [1001, "mediazona-calendar", ["f032"]],
      [615, "mediazona-calendar", ["f031"]],
    ]);
  });

  it("takes the scope that the first period is known of, where no offence is named", () => {
    const received = { measure: "cases-received" } as const;
    expect(sides(shippedFigures(), ["2023-H1", "2022"], received).type.articles).toEqual(["337"]);
    // Of March 2024 more is known under 337 alone, but nothing of April 2025.
    expect(sides(shippedFigures(), ["2025-04", "2024-03"]).type.articles).toEqual(["332", "337", "338"]);
    expect(sides(shippedFigures(), ["1999"], received).type.articles).toEqual(["337", "338"]);
  });

  it("counts all periods in one series, even where another prints one of them too", () => {
    const figures = [
      total("f1", "2023-01-01", "2023-12-31", 100, { series: "official" }),
      total("f2", "2023-01-01", "2023-12-31", 500, { series: "press" }),
      total("f3", "2022-01-01", "2022-12-31", 200, { series: "press" }),
    ];
    const { sides: found } = sides(figures, ["2023", "2022"], { article: "337" });
    expect(found.map(({ value, series }) => [value, series])).toEqual([
      [500, "press"],
      [200, "press"],
    ]);
    expect(isCountedAlike(found[0]!, found[1]!)).toBe(true);
  });

  it("puts a total of another series beside, which can't be compared", () => {
    const figures = [
      total("f1", "2023-01-01", "2023-12-31", 100, { series: "official" }),
      total("f2", "2022-01-01", "2022-12-31", 200, { series: "press" }),
    ];
    const { sides: found } = sides(figures, ["2023", "2022"], { article: "337" });
    expect(found.map(({ value }) => value)).toEqual([100, 200]);
    expect(isCountedAlike(found[0]!, found[1]!)).toBe(false);
  });

  it("doesn't compare lower bounds", () => {
    const figures = [
      total("f1", "2023-01-01", "2023-12-31", 100),
      total("f2", "2022-01-01", "2022-06-30", 50),
    ];
    const { sides: found } = sides(figures, ["2023", "2022"], { article: "337" });
    expect(found[1]).toMatchObject({ value: 50, qualifier: "at_least" });
    expect(comparedWith(found[0]!, found[1]!, true)).toMatchObject({ difference: null, ratio: null });
  });

  it.each([{ sentence: "fine" }, { court: "77GV0008" }] as const)(
    "has no answer for %o, which publishers don't count by",
    (filter) => {
      const { type, sides: found } = sides(shippedFigures(), ["2024-03"], { article: "337", ...filter });
      expect(type).toMatchObject(filter);
      expect(found).toMatchObject([{ value: null, coverage: 0 }]);
    },
  );

  it("answers for a region and a service only from what was counted there", () => {
    const asked = { measure: "cases-received", article: "337", region: "Moscow oblast" } as const;
    expect(sides(shippedFigures(), ["2022/2024"], asked).sides[0]!.value).toBe(496);
    expect(sides(shippedFigures(), ["2023-H1"], asked).sides[0]!.value).toBeNull();
  });
});
