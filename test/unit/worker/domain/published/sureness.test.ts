import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure, Rate } from "../../../../../worker/contract/figure.ts";
import type { Qualifier } from "../../../../../worker/contract/terms.ts";
import { addDays, dayNumber, daysIn, weekOf } from "../../../../../worker/domain/calendar.ts";
import { canBeCompared } from "../../../../../worker/domain/comparison.ts";
import { isCountedAlike, publishedSides } from "../../../../../worker/domain/published/compare.ts";
import { countingSeries } from "../../../../../worker/domain/published/counting-series.ts";
import { joinShortIntervals } from "../../../../../worker/domain/published/join-short.ts";
import { deriveRates } from "../../../../../worker/domain/published/rates.ts";
import type { Scope } from "../../../../../worker/domain/published/scope.ts";
import { publishedSummary } from "../../../../../worker/domain/published/summary.ts";
import { surenessOfSum } from "../../../../../worker/domain/published/sureness.ts";
import { totalIn } from "../../../../../worker/domain/published/total-in.ts";
import { weeklySteps } from "../../../../../worker/domain/published/weekly-steps.ts";
import { runs } from "../../../../runs.ts";
import { shippedFigures, total } from "./figures.ts";

const FIRST_DAY = "2022-01-01";
const DAYS = 800;
const WHOLE = ["332", "337", "338"];
const SCOPES = [WHOLE, ["337", "338"], ["337"], ["338"], ["332"]];
const ROUNDED_TO = [10, 50, 100];

/** What courts did under each article on each day, which publishers print totals of. */
type Truth = (articles: readonly string[], period: { start: string; end: string }) => number;

function truthOf(dailyOf: (article: string, day: number) => number): Truth {
  return (articles, { start, end }) => {
    let sum = 0;
    for (let day = dayNumber(start); day <= dayNumber(end); day++) {
      for (const article of articles) sum += dailyOf(article, day);
    }
    return sum;
  };
}

/** A total as it is printed of the truth: as it is, with a floor under it, or rounded, which is upwards as often as not. */
const printed = fc.record({
  articles: fc.constantFrom(...SCOPES),
  from: fc.integer({ min: 0, max: DAYS - 1 }),
  days: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: DAYS })),
  fromStart: fc.boolean(),
  qualifier: fc.constantFrom<Qualifier>("exact", "about", "at_least"),
  roundedTo: fc.constantFrom(...ROUNDED_TO),
  series: fc.constantFrom("courts", "press"),
});
type Printed = typeof printed extends fc.Arbitrary<infer One> ? One : never;

function ledgerOf(totals: readonly Printed[], truth: Truth): Figure[] {
  return totals.map(({ articles, from, days, fromStart, qualifier, roundedTo, series }, index) => {
    const start = fromStart ? FIRST_DAY : addDays(FIRST_DAY, from);
    const end = addDays(start, days - 1);
    const value = truth(articles, { start, end });
    const said = {
      exact: value,
      about: Math.round(value / roundedTo) * roundedTo,
      at_least: Math.floor(value / roundedTo) * roundedTo,
    }[qualifier];
    return total(`f${100 + index}`, start, end, said, { articles: [...articles], qualifier, series });
  });
}

const anyTruth = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.nat({ max: 12 }))
  .map(([step, most]) => truthOf((article, day) => (day * step + Number(article)) % (most + 1)));

const anyLedger = fc
  .tuple(fc.array(printed, { minLength: 1, maxLength: 10 }), anyTruth)
  .map(([totals, truth]) => ({ figures: ledgerOf(totals, truth), truth }));

/** A sure count is the truth, and a lower bound is no more; what is about right is held to nothing. */
function expectTrue({ value, qualifier }: { value: number; qualifier: Qualifier }, truth: number): void {
  if (qualifier === "exact") expect(value).toBe(truth);
  if (qualifier === "at_least") expect(value).toBeLessThanOrEqual(truth);
}

describe("how sure a number that is put together is", () => {
  it("is about, as soon as one part is; else a lower bound, as soon as one part is", () => {
    expect(surenessOfSum(["exact", "exact"])).toBe("exact");
    expect(surenessOfSum(["exact", "at_least"])).toBe("at_least");
    expect(surenessOfSum(["at_least", "about", "exact"])).toBe("about");
  });
});

describe("numbers from any ledger that was printed of a truth", () => {
  it("are, between totals, about where a rounded one takes part, and else true or a true lower bound", () => {
    fc.assert(
      fc.property(anyLedger, ({ figures, truth }) => {
        const { rates } = deriveRates(figures);
        const about = new Set(figures.filter(({ qualifier }) => qualifier === "about").map(({ id }) => id));
        for (const rate of rates) {
          expectTrue(rate, truth(rate.articles, rate.period));
          if (rate.from.some((id) => about.has(id))) expect(rate.qualifier).toBe("about");
        }
        for (const rate of joinShortIntervals(rates)) expectTrue(rate, truth(rate.articles, rate.period));
      }),
      runs(200),
    );
  });

  it("are, in a period, true or a true lower bound, or said to be about", () => {
    const asked = fc.tuple(fc.integer({ min: 0, max: DAYS }), fc.integer({ min: 0, max: 400 }));
    fc.assert(
      fc.property(
        anyLedger,
        asked,
        fc.constantFrom(...SCOPES),
        ({ figures, truth }, [from, more], articles) => {
          const period = { start: addDays(FIRST_DAY, from), end: addDays(FIRST_DAY, from + more) };
          const { rates } = deriveRates(figures);
          const about = new Set(figures.filter(({ qualifier }) => qualifier === "about").map(({ id }) => id));
          for (const series of countingSeries(figures, rates, { ...scope(articles) })) {
            const found = totalIn(series, period);
            if (!found) continue;
            expectTrue(found, truth(articles, period));
            if (found.figures.some((id) => about.has(id))) expect(found.qualifier).toBe("about");
            if (found.coverage < 1) expect(found.qualifier).not.toBe("exact");
          }
        },
      ),
      runs(200),
    );
  });

  it("are drawn as lower bounds only where they are", () => {
    // The same on each day, so that an interval's average is what each of its weeks had.
    const daily = fc.record({
      "332": fc.nat({ max: 9 }),
      "337": fc.nat({ max: 90 }),
      "338": fc.nat({ max: 20 }),
    });
    fc.assert(
      fc.property(
        fc.array(printed, { minLength: 1, maxLength: 10 }),
        daily,
        fc.constantFrom(...SCOPES),
        (totals, each, articles) => {
          const truth = truthOf((article) => each[article as keyof typeof each]);
          const { start, values, qualifiers } = weeklySteps(
            deriveRates(ledgerOf(totals, truth)).rates,
            scope(articles),
          );
          for (const [index, value] of values.entries()) {
            if (value === null) continue;
            const marked = qualifiers.find(([first, last]) => first <= index && index <= last);
            const week = weekOf(addDays(start!, 7 * index));
            expectTrue({ value, qualifier: marked?.[2] ?? "exact" }, truth(articles, week));
          }
        },
      ),
      runs(200),
    );
  });

  it("are compared only with what was counted whole, and are never said to differ exactly where one was rounded", () => {
    fc.assert(
      fc.property(anyLedger, ({ figures, truth }) => {
        const { rates } = deriveRates(figures);
        for (const span of ["week", "month", "year"] as const) {
          const { headline } = publishedSummary(figures, rates, { ...QUESTION, span }, "2024-06-30");
          const { change, period, qualifier, value } = headline;
          if (!change || !period || qualifier !== "exact" || change.qualifier || span === "week") continue;
          const { articles } = publishedSummary(figures, rates, { ...QUESTION, span }, "2024-06-30").type;
          expect(value).toBe(truth(articles, period));
          expect(change.value).toBe(truth(articles, period) - truth(articles, change.against));
        }
        const periods = ["2022", "2023"].map((label) => ({
          label,
          period: { start: `${label}-01-01`, end: `${label}-12-31` },
        }));
        const { sides } = publishedSides(figures, rates, QUESTION, periods);
        if (isCountedAlike(sides[0]!, sides[1]!) && sides.every(canBeCompared)) {
          expect(sides.map(({ coverage }) => coverage)).toEqual([1, 1]);
        }
      }),
      runs(200),
    );
  });
});

describe("a change against a rounded count", () => {
  it("is about, though the number itself is exact", () => {
    const figures = [
      total("f1", "2025-03-01", "2025-03-31", 80, { qualifier: "about" }),
      total("f2", "2025-04-01", "2025-04-30", 100),
    ];
    const { headline } = publishedSummary(
      figures,
      deriveRates(figures).rates,
      { ...QUESTION, span: "month", articles: ["337"] },
      "2025-06-30",
    );
    expect(headline).toMatchObject({ qualifier: "exact", change: { value: 20, qualifier: "about" } });
  });
});

describe("the shipped ledger", () => {
  const figures = shippedFigures();
  const { rates } = deriveRates(figures);

  it("draws nothing from “almost three hundred in a week and a half”", () => {
    const rounded = figures.find(({ id }) => id === "f045")!;
    const marks = weeklySteps(rates, scope(WHOLE), { start: "2024-04-01", end: "2024-04-14" });
    const alone = rates.find(({ from }) => from.includes("f045")) as Rate;
    expect([rounded.value, rounded.qualifier, daysIn(rounded.period)]).toEqual([300, "about", 12]);
    expect(alone.qualifier).toBe("about");
    expect(marks.values.every((value) => value !== null && value < (300 / 12) * 7)).toBe(true);
  });

  it("bounds no year or quarter from below with a rounded total", () => {
    const received = { ...scope(["337"]), unit: "cases_received" } as const;
    const said = (asked: Scope, start: string, end: string) =>
      countingSeries(figures, rates, asked).flatMap((series) => totalIn(series, { start, end }) ?? []);
    const quarter = said(received, "2024-04-01", "2024-06-30");
    expect(quarter).toContainEqual(
      expect.objectContaining({ series: "mediazona-mobilisation", value: 9059 - 7400, qualifier: "about" }),
    );
    // 684 in March were counted; "almost 300" in April may be fewer.
    expect(said(scope(["337"]), "2024-01-01", "2024-12-31")).toMatchObject([
      { value: 684, qualifier: "at_least", figures: ["f043"] },
    ]);
    expect(said(scope(["337"]), "2024-04-01", "2024-06-30")).toMatchObject([
      { value: 300, qualifier: "about" },
    ]);
  });
});

function scope(articles: readonly string[]): Scope {
  return { unit: "convictions", articles, region: null, service: null };
}

const QUESTION = {
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
} as const;
