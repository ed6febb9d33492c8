import { describe, expect, it } from "vitest";
import type { Span } from "../../../../../worker/contract/terms.ts";
import { SPANS } from "../../../../../worker/contract/terms.ts";
import { addDays, weekOf } from "../../../../../worker/domain/calendar.ts";
import type { Records } from "../../../../../worker/domain/edition.ts";
import { outlooksOf } from "../../../../../worker/domain/records/outlook.ts";
import {
  type RecordsSpanQuestion,
  recordsSummary,
  toldIn,
} from "../../../../../worker/domain/records/summary.ts";
import { buildTally } from "../../../../../worker/domain/tally.ts";
import { indexOfWeekName, mondayOf, weekNameOf } from "../../../../../worker/domain/week-index.ts";

const W26 = indexOfWeekName("2025-W26");

/** Half of a week's verdicts are in at its end, all a week later. */
const FAST = [100, 100];
/** 40 % at its end, then 75, 90 and 100 %. */
const SLOW = [80, 70, 30, 20];

/** Weeks of counts as they are recorded on Tuesday of week 26, where the delay was measured over a year and a half. */
function records(counts: Record<string, number>, pattern = FAST, newestWeek = W26): Records {
  const weeks = Object.keys(counts).map(indexOfWeekName);
  const row = { scope: "337", service: "contract", sentence: "suspended", court: "77GV0007" } as const;
  const delays = Array.from({ length: 80 }, (_, index) => newestWeek - 79 + index).flatMap((week) =>
    pattern.flatMap((count, delay) =>
      week + delay <= newestWeek ? [{ scope: "337", week, delay, count }] : [],
    ),
  );
  return {
    convictions: buildTally([{ ...row, weeks, counts: Object.values(counts), early: Object.values(counts) }]),
    receipts: buildTally([]),
    counts: { cases: 0, defendants: 0, convictions: 0, removed: 0 },
    outlooks: outlooksOf(delays, newestWeek),
    readOn: addDays(mondayOf(newestWeek), 1),
    newestWeek,
  };
}

const question: RecordsSpanQuestion = {
  unit: "convictions",
  articles: null,
  service: null,
  sentence: null,
  court: null,
  region: null,
  courts: null,
  evidence: "auto",
  weeks: null,
  span: "week",
  since: null,
};
const TUESDAY = "2025-06-24";
const ask = (of: Records | null, more: Partial<RecordsSpanQuestion> = {}, today = TUESDAY) =>
  recordsSummary(of, null, { ...question, ...more }, today);

describe("the week in large type", () => {
  it("is the newest that is over and final, and never the one that has only begun", () => {
    const { type, headline } = ask(records({ "2025-W24": 190, "2025-W25": 200, "2025-W26": 1 }));
    expect(type.span).toBe("week");
    expect(headline).toMatchObject({
      value: 200,
      shown: "counted",
      qualifier: "exact",
      per: "week",
      period: { start: "2025-06-16", end: "2025-06-22" },
      status: "final",
      age_days: 2,
    });
  });

  it("is told by the middle of its range where records are still to come, once that is good enough", () => {
    const { headline } = ask(
      records({ "2025-W23": 200, "2025-W24": 180, "2025-W25": 150, "2025-W26": 1 }, SLOW),
    );
    expect(headline).toMatchObject({
      value: 150,
      shown: "expected",
      status: "provisional",
      completeness: 0.75,
    });
    expect(headline.period).toEqual({ start: "2025-06-16", end: "2025-06-22" });
    expect(headline.expected!.mid).toBeGreaterThan(185);
    expect(headline.expected!.mid).toBeLessThan(215);
  });

  it("is an older one where the newest is too little in to be told", () => {
    const slower = [40, 30, 30, 50, 50];
    const of = records(
      { "2025-W22": 190, "2025-W23": 150, "2025-W24": 100, "2025-W25": 70, "2025-W26": 1 },
      slower,
    );
    const { headline } = ask(of);
    expect(headline.period).toEqual({ start: "2025-06-02", end: "2025-06-08" });
  });

  it("is the newest final one where no range can be stated", () => {
    const of = records({ "2025-W22": 190, "2025-W23": 200, "2025-W24": 180, "2025-W25": 150 }, SLOW);
    const { headline } = ask(of, { service: "contract" });
    expect(headline).toMatchObject({ value: 200, shown: "counted", status: "final" });
    expect(headline.period).toEqual({ start: "2025-06-02", end: "2025-06-08" });
  });

  it("may be a true zero: records cover it, and none is of what is asked for", () => {
    const row = { service: "contract", sentence: "suspended", court: "77GV0007" } as const;
    const at = (scope: string, weeks: string[]) => ({
      ...row,
      scope,
      weeks: weeks.map(indexOfWeekName),
      counts: weeks.map(() => 5),
      early: weeks.map(() => 5),
    });
    const of = {
      ...records({ "2025-W01": 1 }),
      convictions: buildTally([at("337", ["2025-W20", "2025-W26"]), at("338", ["2025-W20"])]),
    };
    expect(ask(of, { articles: ["338"] }).headline).toMatchObject({
      value: 0,
      period: { start: "2025-06-16", end: "2025-06-22" },
    });
  });

  it("isn't known where nothing was ever counted under these articles", () => {
    const { headline, series } = ask(records({ "2025-W25": 200 }), { articles: ["352.1"] });
    expect(headline).toMatchObject({ value: null, period: null, age_days: null });
    expect(series.values).toEqual([]);
    expect(ask(null).headline.value).toBeNull();
  });

  it("lies within the weeks that records cover, whatever the day", () => {
    const of = records({ "2025-W24": 190, "2025-W25": 200 });
    expect(ask(of, {}, "2025-09-01").headline).toMatchObject({
      value: 200,
      period: { start: "2025-06-16", end: "2025-06-22" },
      age_days: 71,
    });
  });

  it("is compared with the week before where both are whole", () => {
    expect(ask(records({ "2025-W24": 190, "2025-W25": 120, "2025-W26": 1 })).headline.change).toEqual({
      value: -70,
      percent: -36.8,
      against: { start: "2025-06-09", end: "2025-06-15" },
    });
    const estimated = ask(records({ "2025-W23": 200, "2025-W24": 180, "2025-W25": 150 }, SLOW));
    expect(estimated.headline.change).toBeNull();
  });
});

describe("the current week beside it", () => {
  it("is what is recorded so far, with the range of the whole week", () => {
    const { so_far } = ask(records({ "2025-W24": 190, "2025-W25": 200, "2025-W26": 60 })).headline;
    expect(so_far).toMatchObject({ value: 60, period: { start: "2025-06-23", end: TUESDAY } });
    expect(so_far!.expected!.low).toBeGreaterThanOrEqual(60);
  });

  it("is none where nothing has come in since Monday, and not known where nobody has looked", () => {
    const of = records({ "2025-W24": 190, "2025-W25": 200 });
    expect(ask(of).headline.so_far).toMatchObject({ value: 0 });
    expect(ask(of, {}, "2025-07-01").headline.so_far).toBeNull();
  });

  it("can be asked for alone", () => {
    const of = records({ "2025-W24": 190, "2025-W25": 200, "2025-W26": 60 });
    const { headline, series } = ask(of, { span: "this-week" });
    expect(headline).toMatchObject({
      value: 60,
      shown: "counted",
      status: "provisional",
      period: { start: "2025-06-23", end: TUESDAY },
      so_far: null,
      age_days: 0,
      change: null,
    });
    expect(series.values).toEqual([190, 200, 60]);
    expect(ask(of, { span: "this-week" }, "2025-07-01").headline.value).toBeNull();
  });
});

describe("longer spans", () => {
  /** 200 a week from week 40 of 2023 on, in a pattern that leaves the newest two weeks estimated. */
  const monday = indexOfWeekName("2023-W40");
  const weeks = Array.from({ length: W26 - monday }, (_, index) => monday + index);
  const row = { scope: "337", service: "contract", sentence: "suspended", court: "77GV0007" } as const;
  const recorded = weeks.map((week) => (week === W26 - 1 ? 150 : week === W26 - 2 ? 180 : 200));
  const of = {
    ...records({ "2025-W01": 1 }, SLOW),
    // Four of each week's seven days come before the turn of a month, wherever it turns.
    convictions: buildTally([{ ...row, weeks, counts: recorded, early: recorded.map((n) => (n * 4) / 5) }]),
  };
  const spans = (span: Span, more: Partial<RecordsSpanQuestion> = {}) => ask(of, { span, ...more });

  it("tell the newest month whose weeks can all be told", () => {
    const { headline, series } = spans("month");
    expect(headline).toMatchObject({
      per: "month",
      period: { start: "2025-05-01", end: "2025-05-31" },
      status: "final",
      change: { against: { start: "2025-04-01", end: "2025-04-30" } },
    });
    expect(series).toMatchObject({ granularity: "month", start: "2023-11-01" });
    expect(series.values.at(-1)).toBe(headline.value);
  });

  it("tell the year to the newest week that can be told, against the same weeks of the year before", () => {
    const { headline, series } = spans("year");
    expect(headline).toMatchObject({
      per: null,
      shown: "expected",
      period: { start: "2025-01-01", end: "2025-06-22" },
      change: { against: { start: "2024-01-01", end: "2024-06-23" } },
    });
    expect(headline.completeness).toBeGreaterThan(0.95);
    expect(headline.expected!.mid - headline.value!).toBeGreaterThan(50);
    expect(Math.abs(headline.change!.percent!)).toBeLessThan(4);
    expect(series).toMatchObject({ granularity: "week", cumulative: true, start: "2024-12-30" });
    expect(series.values).toEqual(series.values.toSorted((a, b) => a! - b!));
    expect(series.values.at(-1)).toBe(headline.value);
  });

  it("tell a total from the mobilisation on, or from where records begin", () => {
    expect(spans("total").headline.period).toEqual({ start: "2023-10-02", end: "2025-06-22" });
    expect(spans("total").series).toMatchObject({ granularity: "month", cumulative: true });
    const since = spans("total", { since: "2024-05-15" }).headline;
    expect(since.period).toEqual({ start: "2024-05-13", end: "2025-06-22" });
    expect(spans("total", { since: "2024-06-01" }).headline.period!.start).toBe("2024-06-01");
  });

  it("count what the weeks and months count that they are made of", () => {
    const total = spans("total", { since: "2024-05-13" }).headline.value!;
    const whole = weeks.reduce(
      (sum, week, at) => sum + (mondayOf(week) >= "2024-05-13" ? recorded[at]! : 0),
      0,
    );
    expect(total).toBe(whole);
  });
});

describe("the series beside it", () => {
  it("ends with the headline's week, and marks from where on it is provisional", () => {
    const { series } = ask(records({ "2025-W22": 180, "2025-W25": 150, "2025-W26": 1 }, SLOW));
    expect(series).toMatchObject({ start: "2025-05-26", values: [180, 0, 0, 150], provisional_from: 2 });
    expect(series.expected).toHaveLength(2);
  });

  it("has as many weeks as were asked for, and half a year otherwise", () => {
    const year = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`2025-W${String(index + 1).padStart(2, "0")}`, 100]),
    );
    const { outlooks } = records({ "2025-W01": 1 });
    const all = { ...records(year, FAST, W26 + 14), outlooks };
    expect(ask(all, {}, "2025-10-05").series.values).toHaveLength(26);
    expect(ask(all, { weeks: 12 }, "2025-10-05").series.values).toHaveLength(12);
  });
});

describe("what the desk has not coded yet", () => {
  const cases = (service: "mobilised" | "contract" | "unknown", counts: Record<string, number>) => ({
    ...({ scope: "337", service, sentence: "suspended", court: "77GV0007" } as const),
    weeks: Object.keys(counts).map(indexOfWeekName),
    counts: Object.values(counts),
    early: Object.values(counts),
  });
  const all = {
    ...records({ "2025-W01": 1 }),
    convictions: buildTally([
      cases("mobilised", { "2025-W22": 40, "2025-W23": 30, "2025-W24": 2 }),
      cases("contract", { "2025-W22": 60 }),
      cases("unknown", { "2025-W23": 70, "2025-W24": 98 }),
    ]),
  };
  const askFor = (more: object) => ask(all, more);

  it("makes the count of a kind a lower bound, and no fall", () => {
    const { headline, series } = askFor({ service: "mobilised" });
    expect(headline).toMatchObject({ value: 2, qualifier: "at_least", change: null });
    expect(series.values).toEqual([40, 30, 2]);
    expect(series.qualifiers).toEqual([[1, 2, "at_least"]]);
  });

  it("leaves alone what doesn't depend on it", () => {
    for (const more of [{}, { sentence: "suspended" }, { service: "unknown" }]) {
      const { headline, series } = askFor(more);
      expect([headline.qualifier, series.qualifiers]).toEqual(["exact", []]);
    }
  });

  it("tells no week of which the desk has coded far less than it usually does", () => {
    const old = Object.fromEntries(Array.from({ length: 60 }, (_, age) => [weekNameOf(W26 - 1 - age), 40]));
    const late = { ...old, "2025-W24": 5, "2025-W25": 0 };
    const rest = Object.fromEntries(Object.entries(late).map(([week, coded]) => [week, 100 - coded]));
    const of = {
      ...records({ "2025-W01": 1 }),
      convictions: buildTally([cases("mobilised", late), cases("unknown", rest)]),
    };
    const { headline } = ask(of, { service: "mobilised" });
    expect(headline).toMatchObject({ value: 40, qualifier: "at_least", so_far: null });
    expect(headline.period).toEqual({ start: "2025-06-02", end: "2025-06-08" });
  });

  it("counts a case of which only the one of two is known", () => {
    expect(askFor({ service: "mobilised", sentence: "suspended" }).headline.qualifier).toBe("at_least");
    expect(askFor({ service: "mobilised", sentence: "fine" }).headline.value).toBeNull();
  });
});

describe("a place and a kind in the summary", () => {
  const counts = { "2025-W22": 9, "2025-W23": 2, "2025-W24": 3, "2025-W26": 1 };
  const asked: RecordsSpanQuestion = { ...question, courts: new Set(["77GV0007"]), service: "contract" };
  const all = records(counts, FAST, W26 + 1);

  it("aren't told together, in any span, nor of another edition", () => {
    for (const span of SPANS) {
      const { headline, series } = recordsSummary(all, all, { ...asked, span }, "2025-06-30");
      expect(headline).toMatchObject({ value: null, so_far: null, expected: null, change: null });
      expect(series.values).toEqual([]);
    }
    expect(toldIn(all, all, asked, weekOf("2025-06-02"), TUESDAY)).toMatchObject({ value: null });
  });

  it("are told apart from each other", () => {
    for (const wide of [{ service: null }, { courts: null }]) {
      const { headline } = recordsSummary(all, all, { ...asked, ...wide }, "2025-06-30");
      expect(headline).toMatchObject({ value: 1 });
    }
  });
});
