import { describe, expect, it } from "vitest";
import type { Side } from "../../../../../worker/contract/compare.ts";
import { PeriodSpan } from "../../../../../worker/contract/period.ts";
import { addDays, weekOf } from "../../../../../worker/domain/calendar.ts";
import { comparedWith } from "../../../../../worker/domain/comparison.ts";
import { recordsSides } from "../../../../../worker/domain/records/compare.ts";
import type { RecordsQuestion } from "../../../../../worker/domain/records/question.ts";
import { counted, times } from "../counted-cases.ts";
import { ALL, recordsOf } from "./editions.ts";

const CASES = [
  counted([...times(10, "2022-01-03"), ...times(20, "2022-12-31"), ...times(61, "2023-03-15")]),
  counted(times(2, "2023-03-15"), { sentence: "fine" }),
  counted(times(5, "2025-06-20")),
];

function sides(spans: readonly string[], question: Partial<RecordsQuestion> = {}): Side[] {
  const { records, courts } = recordsOf(CASES, CASES, "2025-06-24");
  const periods = spans.map((span) => PeriodSpan.parse(span));
  return recordsSides(records, courts, { ...ALL, ...question }, periods, "2025-06-24").sides;
}

describe("the sides of a comparison from court records", () => {
  it("are the counts of their days, in the order in which they were asked for", () => {
    expect(sides(["2023-H1", "2022", "2022-W52", "2022-12/2023-03"]).map(({ value }) => value)).toEqual([
      63, 30, 20, 83,
    ]);
  });

  it("say how much of a period records cover, and that its weeks are still coming in", () => {
    const [year, last] = sides(["2025", "2022-01"]);
    // Up to 22 June, the end of the last week with a record: 173 of 365 days.
    expect(year).toMatchObject({ value: 5, coverage: 0.4739, qualifier: "at_least", status: "provisional" });
    // From 3 January, the Monday of the first week: 29 of 31 days.
    expect(last).toMatchObject({ value: 10, coverage: 0.9354, qualifier: "at_least", status: "final" });
  });

  it("are unknown, and no zero, where no record reaches", () => {
    expect(sides(["2021", "2026"])).toMatchObject([
      { value: null, coverage: 0 },
      { value: null, coverage: 0 },
    ]);
    const { sides: none } = recordsSides(null, null, ALL, [PeriodSpan.parse("2023")], "2025-06-24");
    expect(none).toMatchObject([{ value: null, coverage: 0 }]);
  });

  it("are lower bounds where the desk hasn't coded all cases of what is asked for", () => {
    const cases = [
      counted(times(30, "2022-05-10"), { service: "mobilised" }),
      counted(times(40, "2023-05-10"), { service: "mobilised" }),
      counted(times(9, "2023-05-10"), { service: "unknown" }),
    ];
    const { records, courts } = recordsOf(cases, cases, "2025-06-24");
    const periods = ["2023-W19", "2022-W19"].map((span) => PeriodSpan.parse(span));
    const of = (more: object) =>
      recordsSides(records, courts, { ...ALL, ...more }, periods, "2025-06-24").sides.map(
        ({ value, qualifier }) => [value, qualifier],
      );
    expect(of({ service: "mobilised" })).toEqual([
      [40, "at_least"],
      [30, "exact"],
    ]);
    expect(of({}).map(([, qualifier]) => qualifier)).toEqual(["exact", "exact"]);

    const compare = (more: object) => {
      const { sides } = recordsSides(records, courts, { ...ALL, ...more }, periods, "2025-06-24");
      return comparedWith(sides[0]!, sides[1]!, true).ratio;
    };
    expect([compare({ service: "mobilised" }), compare({})]).toEqual([null, 1.63]);
  });

  it("offer of an unfinished year its part that is final, beside the same weeks of the year before", () => {
    const mondays = Array.from({ length: 75 }, (_, week) => addDays("2024-01-01", 7 * week));
    const cases = mondays.map((monday) => counted(times(monday < "2025" ? 10 : 12, addDays(monday, 2))));
    const { records, courts } = recordsOf(cases, cases, "2025-06-10");
    const periods = ["2025", "2024"].map((span) => PeriodSpan.parse(span));
    const found = recordsSides(records, courts, ALL, periods, "2025-06-10");
    expect(found.sides[0]).toMatchObject({ status: "provisional", qualifier: "at_least" });
    const { period, against, difference, ratio } = found.samePart!;
    expect(period.period.start).toBe("2025-01-01");
    expect(against.period.start).toBe("2024-01-01");
    // As many weeks, to a Sunday.
    expect(addDays(period.period.end, -364)).toBe(against.period.end);
    expect(weekOf(period.period.end).end).toBe(period.period.end);
    expect(difference).toBe(period.value - against.value);
    expect(ratio).toBeCloseTo(1.2, 1);

    const whole = recordsSides(records, courts, ALL, [PeriodSpan.parse("2024")], "2025-12-30");
    expect(whole.sides[0]).toMatchObject({ status: "final" });
    expect(whole.samePart).toBeNull();
  });

  it("tell no kind of a single court's cases", () => {
    const asked = { courts: new Set(["77GV0008"]), sentence: "fine" } as const;
    expect(sides(["2023-W11", "2023-03"], asked)).toMatchObject([{ value: null }, { value: null }]);
  });
});

describe("one side against another", () => {
  const side = (value: number | null): Side => ({
    label: "2023",
    period: { start: "2023-01-01", end: "2023-12-31" },
    value,
    coverage: 1,
    status: "final",
    qualifier: "exact",
    expected: null,
  });

  it("has the difference, and the ratio with two decimals", () => {
    // 2,076 / 1,001 = 2.0739
    expect(comparedWith(side(2076), side(1001), true)).toMatchObject({ difference: 1075, ratio: 2.07 });
    expect(comparedWith(side(1), side(3), true)).toMatchObject({ difference: -2, ratio: 0.33 });
    expect(comparedWith(side(0), side(3), true)).toMatchObject({ difference: -3, ratio: 0 });
  });

  it("has no ratio to nothing", () => {
    expect(comparedWith(side(5), side(0), true)).toMatchObject({ difference: 5, ratio: null });
  });

  it("has neither where records are still coming in, or a count is a lower bound", () => {
    const late: Side = { ...side(3), status: "provisional", expected: { low: 4, mid: 6, high: 9 } };
    const bound: Side = { ...side(3), qualifier: "at_least", coverage: 0.9 };
    for (const unsure of [late, bound]) {
      for (const compared of [comparedWith(unsure, side(6), true), comparedWith(side(6), unsure, true)]) {
        expect(compared).toMatchObject({ difference: null, ratio: null });
      }
    }
  });

  it("has neither where a count is unknown, or counted otherwise", () => {
    for (const compared of [
      comparedWith(side(null), side(3), true),
      comparedWith(side(3), side(null), true),
      comparedWith(side(3), side(3), false),
    ]) {
      expect(compared).toMatchObject({ difference: null, ratio: null });
    }
  });
});
