import { describe, expect, it } from "vitest";
import { SERIES_POINTS_MAX } from "../../../../../worker/config.ts";
import { PeriodName } from "../../../../../worker/contract/period.ts";
import type { SeriesPoint } from "../../../../../worker/contract/series.ts";
import type { Places } from "../../../../../worker/domain/records/keyed-counts.ts";
import type { RecordsQuestion } from "../../../../../worker/domain/records/question.ts";
import { recordsSeries } from "../../../../../worker/domain/records/series.ts";
import type { SeriesRequest } from "../../../../../worker/domain/series-request.ts";
import type { CountedCases } from "../../../../../worker/domain/tally.ts";
import { counted, times } from "../counted-cases.ts";
import { ALL, recordsOf } from "./editions.ts";

/** Where the tests' two courts sit. */
const places: Places = {
  regionOf: (court) => (court === "77GV0008" ? "Московская область" : "unknown"),
  courtsIn: (region) => new Set([region === "unknown" ? "77GV0010" : "77GV0008"]),
};
const period = (name: string) => PeriodName.parse(name);

/** The series from convictions (or, asked for, receipts), read on 24 June 2025, a Tuesday in week 26. */
function answer(
  cases: readonly CountedCases[],
  request: Partial<SeriesRequest> = {},
  question: Partial<RecordsQuestion> = {},
) {
  const { records, courts } = recordsOf(cases, cases, "2025-06-24");
  const asked = { granularity: "month", by: null, from: null, to: null, ...request } as const;
  return recordsSeries(records, courts, { ...ALL, ...question }, asked, "2025-06-24", places);
}

function pointsOf(...asked: Parameters<typeof answer>): SeriesPoint[] {
  const found = answer(...asked);
  return "points" in found ? found.points : [];
}

/** What each point says: `2025-05 fine 3`. */
const said = (points: readonly SeriesPoint[]) =>
  points.map(({ label, key, value }) => [label, key, value].filter((part) => part !== null).join(" "));

const SPRING = [
  counted(["2025-03-05", "2025-03-31", "2025-05-01", "2025-05-31", "2025-06-01", "2025-06-20"]),
];

describe("a series from court records", () => {
  it("counts months to the day, quarters and half-years as sums of them", () => {
    expect(said(pointsOf(SPRING))).toEqual(["2025-03 2", "2025-04 0", "2025-05 2", "2025-06 2"]);
    expect(said(pointsOf(SPRING, { granularity: "quarter" }))).toEqual(["2025-Q1 2", "2025-Q2 4"]);
    expect(said(pointsOf(SPRING, { granularity: "half-year" }))).toEqual(["2025-H1 6"]);
    expect(said(pointsOf(SPRING, { granularity: "year" }))).toEqual(["2025 6"]);
  });

  it("has a zero for a period between records, and null for one that no record reaches", () => {
    const points = pointsOf(SPRING, { from: period("2025-02"), to: period("2025-07") });
    expect(points.map(({ value }) => value)).toEqual([null, 2, 0, 2, 2, null]);
    expect(points.map(({ coverage }) => coverage > 0)).toEqual([false, true, true, true, true, false]);
  });

  it("doesn't speak of a month that only shares its first week with a record, or its last", () => {
    // Week 14 begins on 31 March, week 18 ends on 4 May.
    const [first, ...rest] = pointsOf([counted(["2025-04-02", "2025-04-29"])]);
    expect(first).toMatchObject({ label: "2025-04", value: 2, coverage: 1, qualifier: "exact" });
    expect(rest).toEqual([]);
  });

  it("gives a period that it knows in part as a lower bound, and says how large the part is", () => {
    const [, , , june] = pointsOf(SPRING);
    // Up to 22 June, the end of the last week with a record: 22 days of 30.
    expect(june).toMatchObject({ qualifier: "at_least", coverage: 0.7333, status: "provisional" });
    // That week may be the one that still runs on the day of reading, the 24th.
    expect(pointsOf([counted(["2025-06-23"])])).toMatchObject([{ coverage: 0.0666, value: 1 }]);
  });

  it("takes from and to as whole periods, whatever their spelling", () => {
    const spelled = (from: string, to: string) =>
      said(pointsOf(SPRING, { from: period(from), to: period(to) }));
    expect(spelled("2025-05-17", "2025-W24")).toEqual(["2025-05 2", "2025-06 2"]);
    expect(spelled("2025-Q2", "2025-05")).toEqual(["2025-04 0", "2025-05 2"]);
    expect(said(pointsOf(SPRING, { from: period("2025-06") }))).toEqual(["2025-06 2"]);
    expect(said(pointsOf(SPRING, { to: period("2025-03-01") }))).toEqual(["2025-03 2"]);
  });

  it("has weeks with their completeness and what is expected of them", () => {
    const weeks = [
      counted([...times(90, "2025-06-10"), ...times(100, "2025-06-17"), ...times(40, "2025-06-24")]),
    ];
    const points = pointsOf(weeks, { granularity: "week" });
    expect(said(points)).toEqual(["2025-W24 90", "2025-W25 100", "2025-W26 40"]);
    const [old, , now] = points;
    expect(old).toMatchObject({ status: "final", completeness: 1, expected: null });
    expect(now!.status).toBe("provisional");
    expect(now!.completeness).toBeLessThan(0.6);
    expect(now!.expected!.mid).toBeGreaterThan(40);
  });

  it("calls a longer period provisional while any of its weeks is", () => {
    const states = pointsOf(SPRING).map(({ label, status }) => `${label} ${status}`);
    expect(states).toEqual(["2025-03 final", "2025-04 final", "2025-05 final", "2025-06 provisional"]);
  });

  it("counts receipts on their own dates", () => {
    expect(said(pointsOf([counted(["2025-05-31"])], {}, { unit: "cases_received" }))).toEqual(["2025-05 1"]);
  });

  it("is empty without records, and for a court that has none", () => {
    expect(recordsSeries(null, null, ALL, request(), "2025-06-24", places)).toMatchObject({ points: [] });
    expect(pointsOf([])).toEqual([]);
    const elsewhere = { courts: new Set(["25GV0001"]) };
    expect(pointsOf(SPRING, {}, elsewhere)).toEqual([]);
    const [may] = pointsOf(SPRING, { from: period("2025-05"), to: period("2025-05") }, elsewhere);
    expect(may).toMatchObject({ value: null, coverage: 0 });
  });

  it("says how many points there would be where they are too many", () => {
    const wanted = request({ granularity: "week", from: period("1950"), to: period("2025"), by: "sentence" });
    const found = answer(SPRING, wanted);
    expect("tooMany" in found && found.tooMany).toBeGreaterThan(SERIES_POINTS_MAX);
  });
});

function request(other: Partial<SeriesRequest> = {}): SeriesRequest {
  return { granularity: "month", by: null, from: null, to: null, ...other };
}

describe("a series parted", () => {
  const MAY = [
    counted(times(4, "2025-05-06"), { sentence: "suspended", service: "contract" }),
    counted(times(5, "2025-05-07"), { sentence: "imprisonment", service: "mobilised", court: "77GV0010" }),
    counted(times(6, "2025-05-08"), { sentence: "unknown", service: "mobilised" }),
  ];

  it("by sentence has every kind, and of how many the kind is known", () => {
    const points = pointsOf(MAY, { by: "sentence" });
    expect(Object.fromEntries(points.map(({ key, value }) => [key, value]))).toEqual({
      suspended: 4,
      imprisonment: 5,
      // Of six nothing is known, so that "none" would say too much.
      fine: null,
      "disciplinary-unit": null,
      restriction: null,
      other: null,
      unknown: 6,
    });
    expect(points.map(({ known }) => known)).toEqual(new Array(7).fill(9));
  });

  it("by service within one sentence has for each service those whose sentence is known", () => {
    const points = pointsOf(MAY, { by: "service" }, { sentence: "imprisonment" });
    expect(points.find(({ key }) => key === "mobilised")).toMatchObject({ value: 5, known: 5 });
    expect(points.find(({ key }) => key === "contract")).toMatchObject({ value: null, known: 4 });
  });

  it("by service has for all those whose service is known", () => {
    const points = pointsOf([...MAY, counted(["2025-05-09"])], { by: "service" });
    expect(points.find(({ key }) => key === "mobilised")).toMatchObject({ value: 11, known: 15 });
    expect(points.find(({ key }) => key === "unknown")).toMatchObject({ value: 1, known: 15 });
  });

  it("is a lower bound where other cases may have what is filtered by, too", () => {
    const qualifierOf = (more: object, by: object = {}) =>
      pointsOf(MAY, { granularity: "week", ...by }, more)[0]!.qualifier;
    expect(qualifierOf({ sentence: "suspended" })).toBe("at_least");
    // Of all these cases the service is known.
    expect(qualifierOf({ service: "contract" })).toBe("exact");
    expect(qualifierOf({ sentence: "unknown" })).toBe("exact");
    expect(qualifierOf({})).toBe("exact");
    expect(qualifierOf({}, { by: "sentence" })).toBe("at_least");
  });

  it("by sentence within one service counts those whose sentence is known", () => {
    const points = pointsOf(MAY, { by: "sentence" }, { service: "mobilised" });
    expect(points.find(({ key }) => key === "imprisonment")).toMatchObject({ value: 5, known: 5 });
    expect(points.find(({ key }) => key === "unknown")).toMatchObject({ value: 6, known: 5 });
  });

  it("has the whole of a filter's share without any parting", () => {
    expect(pointsOf(MAY, {}, { sentence: "suspended" })).toMatchObject([{ value: 4, known: 9 }]);
    expect(pointsOf(MAY, {}, { service: "contract" })).toMatchObject([{ value: 4, known: 15 }]);
    expect(pointsOf(MAY)).toMatchObject([{ value: 15, known: null }]);
  });

  it("by the kind that is filtered has that kind alone", () => {
    expect(said(pointsOf(MAY, { by: "service" }, { service: "contract" }))).toEqual(["2025-05 contract 4"]);
  });

  it("by court and by region has the places with a case in the range", () => {
    expect(said(pointsOf(MAY, { by: "court" }))).toEqual(["2025-05 77GV0008 10", "2025-05 77GV0010 5"]);
    expect(said(pointsOf(MAY, { by: "region" }))).toEqual([
      "2025-05 unknown 5",
      "2025-05 Московская область 10",
    ]);
    const one = { courts: new Set(["77GV0010"]) };
    expect(said(pointsOf(MAY, { by: "region" }, one))).toEqual(["2025-05 unknown 5"]);
  });

  it("by article counts a case of two articles for each", () => {
    const cases = [counted(["2025-05-06"], { scope: "337;338" }), counted(["2025-05-06"])];
    expect(said(pointsOf(cases, { by: "article" }))).toEqual(["2025-05 337 2", "2025-05 338 1"]);
    expect(said(pointsOf(cases))).toEqual(["2025-05 2"]);
    expect(said(pointsOf(cases, { by: "article" }, { articles: ["338", "339", "338"] }))).toEqual([
      "2025-05 338 1",
      "2025-05 339",
    ]);
  });

  it("states no range for a part, whose own delay nobody measured", () => {
    expect(pointsOf(MAY, { by: "article", granularity: "week" }).map(({ expected }) => expected)).toEqual([
      null,
      null,
    ]);
  });
});

describe("a place and a kind of service or sentence", () => {
  const WEEK = [
    counted(times(2, "2025-05-06"), { sentence: "fine" }),
    counted(times(3, "2025-05-06"), { sentence: "suspended" }),
  ];
  const court = { courts: new Set(["77GV0008"]) };

  it.each([
    [{ granularity: "year", by: "sentence" }, court],
    [{ granularity: "year", by: "service" }, court],
    [{ granularity: "year", by: "court" }, { sentence: "fine" }],
    [{ granularity: "year", by: "region" }, { service: "contract" }],
    [
      { granularity: "week", by: "article" },
      { sentence: "fine", ...court },
    ],
    [{ granularity: "week" }, { sentence: "fine", ...court }],
  ] as const)("aren't told together, however they are asked for: %o %o", (wanted, question) => {
    expect(pointsOf(WEEK, wanted, question)).toEqual([]);
  });

  it.each([
    [{ granularity: "week" }, court, 5],
    [{ granularity: "week" }, { sentence: "fine" }, 2],
    [{ granularity: "week", by: "sentence" }, { sentence: "fine" }, 2],
  ] as const)("are told apart from each other: %o %o", (wanted, question, value) => {
    expect(pointsOf(WEEK, wanted, question)[0]).toMatchObject({ value });
  });
});
