import { describe, expect, it } from "vitest";
import type { Figure } from "../../../../../worker/contract/figure.ts";
import { deriveRates } from "../../../../../worker/domain/published/rates.ts";
import { totalStarts } from "../../../../../worker/domain/published/spans.ts";
import { publishedSummary } from "../../../../../worker/domain/published/summary.ts";
import type { SpanQuestion } from "../../../../../worker/domain/question.ts";
import { shippedFigures, total } from "./figures.ts";

const QUESTION: SpanQuestion = {
  unit: "convictions",
  articles: null,
  service: null,
  sentence: null,
  court: null,
  region: null,
  evidence: "published",
  weeks: null,
  span: "week",
  since: null,
};
const ask = (figures: readonly Figure[], more: Partial<SpanQuestion>, today = "2025-06-30") =>
  publishedSummary(figures, deriveRates(figures).rates, { ...QUESTION, ...more }, today);

describe("a month from published figures", () => {
  it("is the newest that was printed whole, as printed", () => {
    const { headline, series, type } = ask(shippedFigures(), { span: "month" });
    expect(type).toMatchObject({ articles: ["332", "337", "338"], span: "month" });
    expect(headline).toMatchObject({
      value: 848,
      qualifier: "exact",
      per: "month",
      period: { start: "2025-04-01", end: "2025-04-30" },
      age_days: 61,
      figure: { value: 848 },
    });
    expect(series).toMatchObject({ granularity: "month" });
    expect(series.values.at(-1)).toBe(848);
  });

  it("is compared with the month before where the same series counted both", () => {
    const figures = [
      total("f1", "2025-03-01", "2025-03-31", 80),
      total("f2", "2025-04-01", "2025-04-30", 100),
    ];
    expect(ask(figures, { span: "month", articles: ["337"] }).headline.change).toEqual({
      value: 20,
      percent: 25,
      against: { start: "2025-03-01", end: "2025-03-31" },
    });
  });

  it("isn't known where no month was printed or follows", () => {
    const figures = [total("f1", "2025-03-03", "2025-03-16", 80)];
    expect(ask(figures, { span: "month", articles: ["337"] }).headline).toMatchObject({
      value: null,
      per: "month",
    });
  });
});

describe("a year to date from published figures", () => {
  it("ends with the newest day that totals speak of, and is compared with the same days of the year before", () => {
    const figures = [
      total("f1", "2024-01-01", "2024-05-31", 400),
      total("f2", "2025-01-01", "2025-03-31", 300),
      total("f3", "2025-01-01", "2025-05-31", 500),
    ];
    const { headline, series } = ask(figures, { span: "year", articles: ["337"] });
    expect(headline).toMatchObject({
      value: 500,
      qualifier: "exact",
      per: null,
      period: { start: "2025-01-01", end: "2025-05-31" },
      change: { value: 100, percent: 25, against: { start: "2024-01-01", end: "2024-05-31" } },
    });
    expect(series).toMatchObject({ granularity: "week", cumulative: true, start: "2024-12-30" });
    expect(series.values.slice(0, 13)).toEqual(Array(13).fill(null));
    expect(series.values.at(-1)).toBe(500);
  });
});

describe("the year of the shipped ledger, where no offence is named", () => {
  it("is of all three articles where their year is known within a year of the newest one: cases of 2024", () => {
    const { type, headline } = ask(shippedFigures(), { span: "year", unit: "cases_received" });
    expect(type.articles).toEqual(["332", "337", "338"]);
    expect(headline).toMatchObject({ value: 10_308, period: { start: "2024-01-01", end: "2024-12-27" } });
  });

  it("is of article 338 alone for convictions: nobody printed another scope's from a New Year on", () => {
    const scopes = shippedFigures()
      .filter(
        ({ unit, kind, region, service }) =>
          unit === "convictions" && kind === "total" && !region && !service,
      )
      .filter(({ articles }) => articles.every((article) => ["332", "337", "338"].includes(article)))
      .filter(({ period }) => period.start.endsWith("-01-01"))
      .map(({ articles }) => articles.join());
    expect(new Set(scopes)).toEqual(new Set(["338"]));
    const { type, headline } = ask(shippedFigures(), { span: "year" });
    expect(type).toMatchObject({ articles: ["338"], offence: "desertion-strict" });
    expect(headline).toMatchObject({ value: 151, period: { start: "2025-01-01", end: "2025-03-31" } });
  });
});

describe("a total from published figures", () => {
  it("is the newest that was printed from that day on, never a sum", () => {
    const cases = ask(shippedFigures(), { span: "total", unit: "cases_received" });
    expect(cases.headline).toMatchObject({
      value: 20_538,
      qualifier: "exact",
      per: null,
      period: { start: "2022-09-21", end: "2025-05-31" },
    });
    const persons = ask(shippedFigures(), { span: "total", unit: "persons_sentenced" });
    expect(persons.headline).toMatchObject({ value: 17_721, qualifier: "exact" });
  });

  it("is drawn as it was printed, evenly spread between two days", () => {
    const figures = [
      total("f1", "2025-01-01", "2025-01-31", 31),
      total("f2", "2025-01-01", "2025-03-31", 149),
    ];
    const { series } = ask(figures, { span: "total", since: "2025-01-01", articles: ["337"] });
    // What it was before it was first printed nobody knows. 31 at the end of January; 118 more in 59 days, so 56 in the 28 of February.
    expect(series).toMatchObject({ granularity: "month", cumulative: true, start: "2025-01-01" });
    expect(series.values).toEqual([31, 87, 149]);
    expect(series.qualifiers).toEqual([[1, 1, "about"]]);
  });

  it("tells the widest scope that is about as new as any, where no offence is named", () => {
    const figures = [
      total("f1", "2022-09-21", "2025-05-31", 151, { articles: ["338"] }),
      total("f2", "2022-09-21", "2024-12-27", 12_460),
      total("f3", "2022-09-21", "2023-03-21", 500, { articles: ["332", "337", "338"] }),
    ];
    const { type, headline } = ask(figures, { span: "total" });
    expect([type.articles, headline.value]).toEqual([["337"], 12_460]);
  });

  it("isn't known from a day that no publisher counts from, and says which they count from", () => {
    const figures = shippedFigures();
    const since = "2022-09-20";
    expect(ask(figures, { span: "total", unit: "cases_received", since }).headline.value).toBeNull();
    const starts = totalStarts(figures, deriveRates(figures).rates, {
      ...QUESTION,
      unit: "cases_received",
      span: "total",
    });
    expect(starts).toContain("2022-09-21");
    expect(starts).toEqual(starts.toSorted());
  });
});

describe("the current week from published figures", () => {
  it("isn't known: nobody prints a week while it lasts", () => {
    expect(ask(shippedFigures(), { span: "this-week" }).headline.value).toBeNull();
  });
});

describe("the age of a published figure", () => {
  it("is counted from the end of its period", () => {
    expect(ask(shippedFigures(), {}, "2025-04-30").headline.age_days).toBe(0);
    expect(ask(shippedFigures(), {}, "2026-11-30").headline.age_days).toBe(579);
  });
});
