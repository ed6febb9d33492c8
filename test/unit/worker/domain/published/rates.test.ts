import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../../../../worker/contract/figure.ts";
import { addDays, daysIn } from "../../../../../worker/domain/calendar.ts";
import { deriveRates } from "../../../../../worker/domain/published/rates.ts";
import { counts, SHIPPED_LEDGER, shippedFigures, total } from "./figures.ts";

/**
 * What anybody finds with the ledger's rows and a calculator: of the totals counted from 21 September 2022 on, each less
 * the one before it, over the days between their ends. Nothing of the product takes part.
 */
function sinceMobilisation(unit: string, articles: string): [start: string, end: string, perWeek: number][] {
  const DAY = 86_400_000;
  const rows = (parse(SHIPPED_LEDGER, { columns: true }) as Record<string, string>[])
    .filter((row) => row.unit === unit && row.articles === articles && row.kind === "total")
    .filter((row) => row.series === "mediazona-mobilisation" && row.region === "" && row.service === "")
    .map((row) => ({
      value: Number(row.value),
      end: Date.parse(`${row.period_end}`),
      dated: row.published_on !== "",
    }))
    .sort((a, b) => a.end - b.end || Number(b.dated) - Number(a.dated));
  const date = (at: number) => new Date(at).toISOString().slice(0, 10);
  let before = { value: 0, end: Date.parse("2022-09-20") };
  return rows.flatMap((row) => {
    if (row.end === before.end) return [];
    const perWeek = ((row.value - before.value) / ((row.end - before.end) / DAY)) * 7;
    const start = date(before.end + DAY);
    before = row;
    return [[start, date(row.end), Math.round(perWeek * 10) / 10]];
  });
}

describe("rates of the shipped ledger", () => {
  const { rates } = deriveRates(shippedFigures());
  const ratesOf = (unit: string, articles: string, series: string) =>
    rates
      .filter((rate) => rate.unit === unit && rate.articles.join() === articles && rate.series === series)
      .filter(({ region, service }) => region === null && service === null)
      .map(({ period, per_week }) => [period.start, period.end, per_week]);

  it.each([
    ["cases_received", "337", [18.1, 85.1, 93.9, 106.7, 160.5, 173.3, 186.8, 179.6]],
    ["convictions", "337", [18.7, 97.1, 156.5]],
    ["cases_received", "332;337;338", [110.2, 214.3, 209.4]],
  ])("give %s under %s since mobilisation as the printed totals do by hand", (unit, articles, perWeek) => {
    const byHand = sinceMobilisation(unit, articles);
    expect(byHand.map(([, , value]) => value)).toEqual(perWeek);
    expect(ratesOf(unit, articles.replaceAll(";", ","), "mediazona-mobilisation")).toEqual(byHand);
  });

  it.each(["persons_sentenced", "persons_charged"])(
    "give %s under 332, 337 and 338 as by hand, of disagreeing totals from the first that is dated",
    (unit) => {
      expect(ratesOf(unit, "332,337,338", "mediazona-mobilisation")).toEqual(
        sinceMobilisation(unit, "332;337;338"),
      );
    },
  );

  it("name the totals and the days that they are derived from", () => {
    expect(rates).toContainEqual({
      unit: "cases_received",
      articles: ["337"],
      region: null,
      service: null,
      series: "mediazona-mobilisation",
      period: { start: "2023-03-22", end: "2023-04-03" },
      value: 629 - 471,
      days: 13,
      per_week: 85.1,
      qualifier: "exact",
      from: ["f004", "f007"],
    });
  });

  it("are about where a rounded total takes part", () => {
    const rounded = rates.filter(({ from }) => from.includes("f039"));
    expect(rounded.map(({ from, qualifier }) => [from.join(), qualifier])).toEqual([
      ["f023,f039", "about"],
      ["f039,f051", "about"],
    ]);
  });

  it("use no figure that isn't a total", () => {
    const totals = new Set(
      shippedFigures()
        .filter(({ kind }) => kind === "total")
        .map(({ id }) => id),
    );
    expect(rates.flatMap(({ from }) => from).filter((id) => !totals.has(id))).toEqual([]);
  });
});

describe("deriveRates(figures)", () => {
  it("takes one total as one interval, both its ends inclusive", () => {
    const { rates } = deriveRates([total("f001", "2025-04-01", "2025-04-30", 848)]);
    expect(rates).toMatchObject([{ value: 848, days: 30, per_week: 197.9, qualifier: "exact" }]);
  });

  it("subtracts a part of a period from the whole, at either end", () => {
    const year = total("f001", "2024-01-01", "2024-12-31", 100);
    expect(counts(deriveRates([year, total("f002", "2024-01-01", "2024-06-30", 40)]).rates)).toEqual([
      "2024-01-01 – 2024-06-30: 40",
      "2024-07-01 – 2024-12-31: 60",
    ]);
    expect(counts(deriveRates([year, total("f002", "2024-07-01", "2024-12-31", 40)]).rates)).toEqual([
      "2024-01-01 – 2024-06-30: 60",
      "2024-07-01 – 2024-12-31: 40",
    ]);
  });

  it("finds what no single pair of totals says, by way of a third", () => {
    const { rates } = deriveRates([
      total("f001", "2024-01-01", "2024-03-31", 30),
      total("f002", "2024-01-01", "2024-04-30", 50),
      total("f003", "2024-02-01", "2024-04-30", 45),
    ]);
    expect(counts(rates)).toEqual([
      "2024-01-01 – 2024-01-31: 5",
      "2024-02-01 – 2024-03-31: 25",
      "2024-04-01 – 2024-04-30: 20",
    ]);
    expect(rates[1]?.from.toSorted()).toEqual(["f001", "f002", "f003"]);
  });

  it.each<[string, Partial<Figure>]>([
    ["unit", { unit: "cases_received" }],
    ["articles", { articles: ["338"] }],
    ["region", { region: "Rostov oblast" }],
    ["service", { service: "contract" }],
    ["series", { series: "prosecutors" }],
  ])("never subtracts across another %s", (_, other) => {
    const { rates } = deriveRates([
      total("f001", "2024-01-01", "2024-03-31", 30),
      total("f002", "2024-01-01", "2024-04-30", 50, other),
    ]);
    expect(rates.map(({ value }) => value).toSorted()).toEqual([30, 50]);
  });

  it("takes articles in any order as the same scope", () => {
    const { rates } = deriveRates([
      total("f001", "2024-01-01", "2024-03-31", 30, { articles: ["338", "337"] }),
      total("f002", "2024-01-01", "2024-04-30", 50, { articles: ["337", "338"] }),
    ]);
    expect(counts(rates)).toEqual(["2024-01-01 – 2024-03-31: 30", "2024-04-01 – 2024-04-30: 20"]);
    expect(rates[0]?.articles).toEqual(["337", "338"]);
  });

  it("derives nothing from printed rates and shares", () => {
    const { rates } = deriveRates([
      total("f001", "2024-01-01", "2024-03-31", 100, { kind: "per_week" }),
      total("f002", "2024-01-01", "2024-03-31", 63, { unit: "share_suspended", kind: "percent" }),
    ]);
    expect(rates).toEqual([]);
  });

  it.each<[string, Partial<Figure>, Partial<Figure>, number]>([
    ["an exact total before a rounded one", { qualifier: "about" }, {}, 20],
    ["a rounded total before a lower bound", { qualifier: "at_least" }, { qualifier: "about" }, 20],
    ["a dated total before an undated one", { published_on: null }, {}, 20],
    ["an exact undated total before a rounded dated one", { qualifier: "about" }, { published_on: null }, 20],
    ["the ledger's first of two like totals", {}, {}, 10],
  ])("prefers %s", (_, first, second, chosen) => {
    const { rates } = deriveRates([
      total("f001", "2024-01-01", "2024-01-31", 10, first),
      total("f002", "2024-01-01", "2024-01-31", 20, second),
    ]);
    expect(rates.map(({ value }) => value)).toEqual([chosen]);
  });

  it("keeps a lower bound where only exact totals are taken from it, and is about elsewhere", () => {
    const { rates } = deriveRates([
      total("f001", "2024-01-01", "2024-01-31", 10),
      total("f002", "2024-01-01", "2024-02-29", 30, { qualifier: "at_least" }),
      total("f003", "2024-01-01", "2024-03-31", 60),
    ]);
    expect(rates.map(({ qualifier }) => qualifier)).toEqual(["exact", "at_least", "about"]);
  });

  it("gives no rate where totals fall, but a conflict that names both", () => {
    const { rates, conflicts } = deriveRates([
      total("f001", "2024-01-01", "2024-02-29", 50),
      total("f002", "2024-01-01", "2024-03-31", 48),
      total("f003", "2024-01-01", "2024-04-30", 70),
    ]);
    expect(counts(rates)).toEqual(["2024-01-01 – 2024-02-29: 50", "2024-04-01 – 2024-04-30: 22"]);
    expect(conflicts).toEqual([
      {
        kind: "negative-difference",
        figures: ["f001", "f002"],
        text: "Convictions under article 337: the totals fall by 2 within 1 March 2024 to 31 March 2024: 50 for 1 January 2024 to 29 February 2024 according to The Example; 48 for 1 January 2024 to 31 March 2024 according to The Example.",
      },
    ]);
  });

  it("lists a way that disagrees with the others, and averages nothing", () => {
    const { rates, conflicts } = deriveRates([
      total("f001", "2024-01-01", "2024-01-31", 10),
      total("f002", "2024-02-01", "2024-02-29", 20),
      total("f003", "2024-01-01", "2024-02-29", 31, { published_on: null, publisher: "The Other" }),
    ]);
    expect(rates.map(({ value }) => value)).toEqual([10, 20]);
    expect(conflicts).toEqual([
      {
        kind: "paths-disagree",
        figures: ["f003", "f001", "f002"],
        text: "Convictions under article 337: 31 for 1 January 2024 to 29 February 2024 according to The Other, but 30 follows from 10 for 1 January 2024 to 31 January 2024 according to The Example; 20 for 1 February 2024 to 29 February 2024 according to The Example.",
      },
    ]);
  });

  it("takes two values for one period as different values", () => {
    const { conflicts } = deriveRates([
      total("f001", "2024-01-01", "2024-01-31", 10),
      total("f002", "2024-01-01", "2024-01-31", 11, { publisher: "The Other" }),
    ]);
    expect(conflicts).toEqual([
      {
        kind: "different-values",
        figures: ["f001", "f002"],
        text: "Convictions under article 337: 10 for 1 January 2024 to 31 January 2024 according to The Example, but 11 for the same period according to The Other.",
      },
    ]);
  });

  it("takes no difference that rounding or a lower bound explains as a conflict", () => {
    const figures = (value: number, qualifier: Figure["qualifier"]) => [
      total("f001", "2024-01-01", "2024-01-31", 3000),
      total("f002", "2024-02-01", "2024-02-29", 4449),
      total("f003", "2024-01-01", "2024-02-29", value, { qualifier }),
    ];
    const kinds = (...args: Parameters<typeof figures>) =>
      deriveRates(figures(...args)).conflicts.map(({ kind }) => kind);
    expect(kinds(7400, "about")).toEqual([]);
    expect(kinds(7300, "about")).toEqual(["paths-disagree"]);
    expect(kinds(7000, "at_least")).toEqual([]);
    expect(kinds(7500, "at_least")).toEqual(["paths-disagree"]);
  });

  it("never changes a total by cutting it in two", () => {
    const cut = fc
      .tuple(fc.integer({ min: 2, max: 900 }), fc.nat({ max: 50_000 }))
      .chain(([days, value]) =>
        fc.tuple(
          fc.constant({ days, value }),
          fc.integer({ min: 1, max: days - 1 }),
          fc.integer({ min: 0, max: value }),
        ),
      );
    fc.assert(
      fc.property(cut, ([whole, days, value]) => {
        const [start, end] = ["2022-09-21", addDays("2022-09-21", whole.days - 1)];
        const left = total("f001", start, addDays(start, days - 1), value);
        const right = total("f002", addDays(start, days), end, whole.value - value);
        const both = total("f003", start, end, whole.value);
        for (const figures of [
          [left, right],
          [both, left],
          [right, both],
          [left, right, both],
        ]) {
          const { rates, conflicts } = deriveRates(figures);
          expect(counts(rates)).toEqual(counts(deriveRates([left, right]).rates));
          expect(rates.reduce((sum, rate) => sum + rate.value, 0)).toBe(whole.value);
          expect(conflicts).toEqual([]);
        }
      }),
    );
  });

  it("gives the same rates in whatever order consistent totals stand", () => {
    fc.assert(
      fc.property(consistentTotals, ({ daily, figures, shuffled }) => {
        const { rates, conflicts } = deriveRates(figures);
        expect(conflicts).toEqual([]);
        expect(counts(deriveRates(shuffled).rates)).toEqual(counts(rates));
        for (const { period, value, days } of rates) {
          expect(days).toBe(daysIn(period));
          expect(value).toBe(sumOver(daily, period));
        }
      }),
    );
  });
});

const FIRST_DAY = "2023-01-01";

/** What a publisher counted on each of up to 60 days, and totals of some periods of them. */
const consistentTotals = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 60 }).chain((daily) => {
  const day = fc.nat({ max: daily.length - 1 }).map((index) => addDays(FIRST_DAY, index));
  const periods = fc.array(
    fc.tuple(day, day).map((days) => days.toSorted()),
    { minLength: 1, maxLength: 15 },
  );
  return periods.chain((list) => {
    const figures = list.map(([start, end], index) =>
      total(`f${100 + index}`, start!, end!, sumOver(daily, { start: start!, end: end! })),
    );
    const shuffled = fc.shuffledSubarray(figures, { minLength: figures.length });
    return fc.record({ daily: fc.constant(daily), figures: fc.constant(figures), shuffled });
  });
});

function sumOver(daily: readonly number[], { start, end }: Figure["period"]): number {
  return daily
    .filter((_, index) => start <= addDays(FIRST_DAY, index) && addDays(FIRST_DAY, index) <= end)
    .reduce((sum, count) => sum + count, 0);
}
