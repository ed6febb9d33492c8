import { describe, expect, it } from "vitest";
import type { Figure } from "../../../../../worker/contract/figure.ts";
import { PeriodName } from "../../../../../worker/contract/period.ts";
import { deriveRates } from "../../../../../worker/domain/published/rates.ts";
import { publishedSeries } from "../../../../../worker/domain/published/series.ts";
import { publishedSummary } from "../../../../../worker/domain/published/summary.ts";
import { questionOf } from "../../../../../worker/domain/question.ts";
import type { SeriesRequest } from "../../../../../worker/domain/series-request.ts";
import { shippedFigures, total } from "./figures.ts";

type Filters = Partial<Parameters<typeof questionOf>[0]>;

const ask = (filters: Filters = {}) =>
  questionOf({ measure: "convictions", evidence: "published", ...filters });

function series(figures: readonly Figure[], request: Partial<SeriesRequest> = {}, filters: Filters = {}) {
  const wanted = { granularity: "month", by: null, from: null, to: null, ...request } as const;
  const found = publishedSeries(figures, deriveRates(figures).rates, ask(filters), wanted);
  if ("tooMany" in found) throw new Error(`${found.tooMany} points`);
  return found;
}

const period = (name: string) => PeriodName.parse(name);
const AWOL = { measure: "cases-received", article: "337" } as const;

describe("a series of published totals", () => {
  it("has the years that were printed, from the first to the last that is known", () => {
    const { points } = series(shippedFigures(), { granularity: "year" }, AWOL);
    expect(points.map(({ label, value, figures }) => [label, value, figures])).toEqual([
      ["2021", 615, ["f031"]],
      ["2022", 1001, ["f032"]],
      ["2023", 5096, ["f080"]],
    ]);
    expect(points[0]).toMatchObject({ status: "final", coverage: 1, known: null, completeness: null });
  });

  it("has null, and no part of it, for a period that totals don't speak of in full", () => {
    const range = { from: period("2023"), to: period("2024-06") };
    const { points } = series(shippedFigures(), { granularity: "half-year", ...range }, AWOL);
    // 5,096 in the year less 2,076; of the next half-year only two months are printed.
    expect(points.map(({ value }) => value)).toEqual([2076, 3020, null]);
    expect(points[2]).toMatchObject({ coverage: 0 });
  });

  it("speaks of the summary's scope where no offence is named", () => {
    const figures = shippedFigures();
    const { type } = publishedSummary(
      figures,
      deriveRates(figures).rates,
      { ...ask(), span: "week", since: null },
      "2025-06-24",
    );
    expect({ ...series(figures).type, span: "week" }).toEqual(type);
  });

  it("has the weeks of the summary's drawing, and says that a spread rate is about right", () => {
    const figures = shippedFigures();
    const summary = publishedSummary(
      figures,
      deriveRates(figures).rates,
      { ...ask(), span: "week", since: null },
      "2025-06-24",
    ).series;
    const { points } = series(figures, { granularity: "week" });
    expect(points[0]!.period.start).toBe(summary.start);
    expect(points.map(({ value }) => value)).toEqual(summary.values);
    expect(points.at(-1)).toMatchObject({ value: 198, qualifier: "about" });
    for (const [first, , qualifier] of summary.qualifiers) expect(points[first]!.qualifier).toBe(qualifier);
  });

  it("has a week exactly where its own total was printed", () => {
    const figures = [
      total("f1", "2025-05-05", "2025-05-11", 40),
      total("f2", "2025-05-12", "2025-05-25", 90),
    ];
    const { points } = series(figures, { granularity: "week" }, { article: "337" });
    expect(points.map(({ value, qualifier }) => [value, qualifier])).toEqual([
      [40, "exact"],
      [45, "about"],
      [45, "about"],
    ]);
  });

  it("by article has the scopes that publishers counted within the asked one", () => {
    const may = { from: period("2024-05"), to: period("2024-05"), by: "article" } as const;
    const { points } = series(shippedFigures(), may, { measure: "cases-received", offence: "refusal" });
    expect(Object.fromEntries(points.map(({ key, value }) => [key, value]))).toEqual({
      "332": 43,
      "337": 844,
      "338": 42,
      "332,337,338": 929,
    });
    const named = series(shippedFigures(), may, AWOL);
    expect(named.points.map(({ key }) => key)).toEqual(["337"]);
  });

  it("by region has the regions that were counted apart", () => {
    const figures = [
      total("f1", "2024-01-01", "2024-01-31", 10, { region: "Samara oblast" }),
      total("f2", "2024-01-01", "2024-01-31", 100),
    ];
    const { points } = series(figures, { by: "region" }, { article: "337" });
    expect(points).toMatchObject([{ key: "Samara oblast", value: 10 }]);
  });

  it.each(["sentence", "court"] as const)("by %s is empty: publishers don't count so", (by) => {
    expect(series(shippedFigures(), { by }).points).toEqual([]);
  });

  it("is empty where nothing is known and no range is named, and null in a named one", () => {
    expect(series([]).points).toEqual([]);
    const range = { from: period("2020"), to: period("2020-02") };
    expect(series([], range, { article: "337" }).points.map(({ value }) => value)).toEqual([null, null]);
  });
});
