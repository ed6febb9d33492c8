import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../../../../worker/contract/figure.ts";
import { addDays } from "../../../../../worker/domain/calendar.ts";
import { deriveRates } from "../../../../../worker/domain/published/rates.ts";
import type { Scope } from "../../../../../worker/domain/published/scope.ts";
import { type WeeklySteps, weeklySteps } from "../../../../../worker/domain/published/weekly-steps.ts";
import { shippedFigures, total } from "./figures.ts";

const AWOL: Scope = { unit: "convictions", articles: ["337"], region: null, service: null };
const REFUSAL: Scope = { ...AWOL, articles: ["332", "337", "338"] };

const stepsOf = (figures: readonly Figure[], ...asked: [Scope, Figure["period"]?]) =>
  weeklySteps(deriveRates(figures).rates, ...asked);

/** Steps as `[value, number of weeks]`. */
function lengths({ values }: WeeklySteps): [number | null, number][] {
  const steps: [number | null, number][] = [];
  for (const value of values) {
    const step = steps.at(-1);
    if (step && step[0] === value) step[1] += 1;
    else steps.push([value, 1]);
  }
  return steps;
}

describe("the shipped ledger's steps", () => {
  const { rates } = deriveRates(shippedFigures());

  it("for convictions under 332, 337 and 338 are lower bounds under 337, but for July 2024 and April 2025", () => {
    const steps = weeklySteps(rates, REFUSAL);
    // 21 September 2022 is a Wednesday, so its week counts.
    expect(steps.start).toBe("2022-09-19");
    // 586 by 27 April 2023, 3,470 by 21 November, 12,460 by 27 December 2024; 457 in August 2023, 684 in March 2024.
    // "Almost 300" of 12 days in April 2024 is rounded, and stands for nothing.
    expect(lengths(steps)).toEqual([
      [19, 32],
      [97, 13],
      [103, 5],
      [97, 11],
      [157, 15],
      [154, 4],
      [157, 13],
      [203, 4],
      [157, 22],
      [null, 13],
      [198, 4],
    ]);
    const marks = steps.values.map(
      (_, index) => steps.qualifiers.find(([first, last]) => first <= index && index <= last)?.[2] ?? "exact",
    );
    const values = (mark: string) => new Set(steps.values.filter((_, index) => marks[index] === mark));
    expect(values("at_least")).toEqual(new Set([19, 97, 103, 157, 154]));
    // About 900, as it was printed.
    expect(values("about")).toEqual(new Set([203]));
    expect(values("exact")).toEqual(new Set([null, 198]));
  });

  it("put April 2025 on the four weeks with most of their days in it", () => {
    const window = { start: "2025-03-24", end: "2025-05-04" };
    expect(weeklySteps(rates, REFUSAL, window)).toEqual({
      start: "2025-03-24",
      values: [null, 198, 198, 198, 198],
      qualifiers: [],
    });
  });

  it("draw August 2023 between the coarser weeks around it", () => {
    const window = { start: "2023-07-24", end: "2023-09-10" };
    expect(weeklySteps(rates, AWOL, window)).toEqual({
      start: "2023-07-24",
      values: [97, 103, 103, 103, 103, 103, 97],
      qualifiers: [],
    });
  });

  it("spread the 72 cases between 5,024 and 5,096 over the five months before", () => {
    const steps = weeklySteps(
      rates.filter(({ series }) => series === "mediazona-calendar"),
      { ...AWOL, unit: "cases_received" },
      { start: "2023-12-18", end: "2023-12-31" },
    );
    // (5,096 - 2,396) in the 153 days from 1 August, not 252 a week for two days.
    expect(steps.values).toEqual([124, 124]);
  });
});

describe("weeklySteps(rates, asked, window)", () => {
  // 1 January 2024 is a Monday.
  const quarter = total("f001", "2024-01-01", "2024-03-31", 13 * 10);

  it("says that nothing is known without a week", () => {
    expect(stepsOf([], AWOL)).toEqual({ start: null, values: [], qualifiers: [] });
    expect(stepsOf([quarter], { ...AWOL, region: "Omsk oblast" }).start).toBeNull();
    expect(stepsOf([quarter], { ...AWOL, service: "contract" }).start).toBeNull();
    expect(stepsOf([quarter], { ...AWOL, unit: "persons_charged" }).start).toBeNull();
    expect(stepsOf([quarter], AWOL, { start: "2025-01-01", end: "2025-12-31" }).start).toBeNull();
  });

  it("gives one rounded value a week from the first known week to the last", () => {
    const steps = stepsOf([quarter], AWOL);
    expect(steps).toEqual({ start: "2024-01-01", values: Array(13).fill(10), qualifiers: [] });
  });

  it("rounds once: 98.48 is 98, though it is 98.5 to one decimal", () => {
    expect(stepsOf([total("f001", "2023-05-01", "2023-11-21", 2884)], AWOL).values[0]).toBe(98);
  });

  it("keeps to the window's weeks, gaps included", () => {
    const may = total("f002", "2024-04-29", "2024-05-26", 4 * 7, { series: "other" });
    const steps = stepsOf([quarter, may], AWOL, { start: "2024-03-20", end: "2024-05-08" });
    expect(steps).toEqual({
      start: "2024-03-18",
      values: [10, 10, null, null, null, null, 7, 7],
      qualifiers: [],
    });
  });

  it("counts a week to a period that holds four of its days, not three", () => {
    const weeks = (start: string, end: string) => {
      const steps = stepsOf([total("f001", start, end, 1000)], AWOL);
      return [steps.start, steps.values.length];
    };
    expect(weeks("2024-01-04", "2024-01-18")).toEqual(["2024-01-01", 3]);
    expect(weeks("2024-01-05", "2024-01-17")).toEqual(["2024-01-08", 1]);
  });

  it("lets the finest interval win, of equal ones the surest", () => {
    const month = ["2024-01-29", "2024-02-25"] as const;
    const steps = stepsOf(
      [
        total("f002", ...month, 4 * 14, { series: "rounded", qualifier: "about" }),
        total("f003", ...month, 4 * 12, { series: "exact" }),
        total("f004", ...month, 4 * 16, { series: "undated" }),
        quarter,
      ],
      AWOL,
    );
    expect(lengths(steps)).toEqual([
      [10, 4],
      [12, 4],
      [10, 5],
    ]);
  });

  it("joins an interval shorter than a week to the one before, or else after, in its series", () => {
    const start = "2024-01-01";
    const days = (id: string, last: string, value: number) => total(id, start, last, value);
    const sliverLast = [
      days("f001", "2024-01-28", 40),
      days("f002", "2024-02-04", 50),
      days("f003", "2024-02-09", 90),
    ];
    // 50 in the 12 days from 29 January.
    expect(stepsOf(sliverLast, AWOL).values).toEqual([10, 10, 10, 10, 29, 29]);
    const sliverFirst = [days("f001", "2024-01-05", 90), days("f002", "2024-01-14", 100)];
    expect(stepsOf(sliverFirst, AWOL).values).toEqual([50, 50]);
  });

  it("lets a part stand in as a lower bound only where the scope itself isn't known", () => {
    const whole = total("f002", "2024-01-29", "2024-02-25", 4 * 8, { articles: ["332", "337", "338"] });
    expect(stepsOf([quarter, whole], REFUSAL)).toEqual({
      start: "2024-01-01",
      values: [10, 10, 10, 10, 8, 8, 8, 8, 10, 10, 10, 10, 10],
      qualifiers: [
        [0, 3, "at_least"],
        [8, 12, "at_least"],
      ],
    });
  });

  it("never lets a whole, another region's or another service's rate stand in", () => {
    for (const other of [
      { articles: ["ch33"] },
      { region: "Omsk oblast" },
      { service: "officer" as const },
    ]) {
      expect(stepsOf([{ ...quarter, ...other }], REFUSAL).start).toBeNull();
    }
  });

  it("takes the larger of two equally fine parts", () => {
    const wider = { ...quarter, id: "f002", articles: ["337", "338"], value: 13 * 15 };
    expect(stepsOf([quarter, wider], REFUSAL).values).toEqual(Array(13).fill(15));
    expect(stepsOf([wider, quarter], REFUSAL).values).toEqual(Array(13).fill(15));
  });

  it("draws no collapse where only a minor part is known", () => {
    const minor = (id: string, start: string, end: string) =>
      total(id, start, end, 13 * 3, { articles: ["338"] });
    const figures = [
      quarter,
      minor("f002", "2024-01-01", "2024-03-31"),
      minor("f003", "2024-04-01", "2024-06-30"),
    ];
    expect(stepsOf(figures, REFUSAL).values).toEqual(Array(13).fill(10));
    expect(stepsOf(figures.slice(1), REFUSAL).values).toEqual(Array(26).fill(3));
  });

  it("marks runs of weeks that rest on rounded totals or lower bounds", () => {
    const steps = stepsOf(
      [
        total("f001", "2024-01-01", "2024-01-14", 20, { qualifier: "about" }),
        total("f002", "2024-01-15", "2024-01-28", 20),
        total("f003", "2024-02-05", "2024-02-18", 20, { qualifier: "about", series: "other" }),
        total("f004", "2024-02-19", "2024-03-03", 20, { qualifier: "at_least", series: "other" }),
      ],
      AWOL,
    );
    expect(steps.qualifiers).toEqual([
      [0, 1, "about"],
      [5, 6, "about"],
      [7, 8, "at_least"],
    ]);
  });

  it("gives every week that one total covers that total's weekly rate, wherever it starts", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 3000 }),
        fc.integer({ min: 7, max: 800 }),
        fc.nat({ max: 99 }),
        (at, days, n) => {
          const start = addDays("2020-01-01", at);
          const steps = stepsOf([total("f001", start, addDays(start, days - 1), n * days)], AWOL);
          expect(new Set(steps.values)).toEqual(new Set([7 * n]));
          expect(Math.abs(steps.values.length - days / 7)).toBeLessThan(1);
        },
      ),
    );
  });
});
