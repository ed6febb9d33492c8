import { describe, expect, it } from "vitest";
import type { Records } from "../../../../../worker/domain/edition.ts";
import { outlooksOf } from "../../../../../worker/domain/records/outlook.ts";
import { countInPeriod, recordsSummary } from "../../../../../worker/domain/records/summary.ts";
import { buildTally } from "../../../../../worker/domain/tally.ts";
import { indexOfWeekName, mondayOf } from "../../../../../worker/domain/week-index.ts";

const W26 = indexOfWeekName("2025-W26");

/** Half of a week's verdicts are in at its end, all a week later; measured over a year and a half. */
function records(counts: Record<string, number>, newestWeek = W26): Records {
  const weeks = Object.keys(counts).map(indexOfWeekName);
  const row = { scope: "337", service: "contract", sentence: "suspended", court: "77GV0007" } as const;
  const delays = Array.from({ length: 80 }, (_, index) => newestWeek - 79 + index).flatMap((week) =>
    [100, 100].flatMap((count, delay) =>
      week + delay <= newestWeek ? [{ scope: "337", week, delay, count }] : [],
    ),
  );
  return {
    convictions: buildTally([{ ...row, weeks, counts: Object.values(counts), early: Object.values(counts) }]),
    receipts: buildTally([]),
    counts: { cases: 0, defendants: 0, convictions: 0, removed: 0 },
    outlooks: outlooksOf(delays, newestWeek),
    readOn: mondayOf(newestWeek),
    newestWeek,
  };
}

const question = {
  unit: "convictions",
  articles: null,
  service: null,
  sentence: null,
  court: null,
  region: null,
  courts: null,
  evidence: "auto",
  weeks: null,
} as const;

describe("the summary from court records", () => {
  it("is about the current week so far, to today", () => {
    const { headline } = recordsSummary(
      records({ "2025-W25": 200, "2025-W26": 60 }),
      null,
      question,
      "2025-06-24",
    );
    expect(headline).toMatchObject({
      value: 60,
      period: { start: "2025-06-23", end: "2025-06-24" },
      status: "provisional",
      change: null,
    });
    expect(headline.expected!.low).toBeGreaterThanOrEqual(60);
  });

  it("falls back to the newest week that has a record, never to a zero", () => {
    const { headline } = recordsSummary(
      records({ "2025-W24": 190, "2025-W25": 200 }),
      null,
      question,
      "2025-06-24",
    );
    expect(headline).toMatchObject({ value: 200, period: { start: "2025-06-16", end: "2025-06-22" } });
  });

  it("says that nothing is known where no week has a record", () => {
    const asked = { ...question, articles: ["352.1"] };
    expect(recordsSummary(records({ "2025-W25": 200 }), null, asked, "2025-06-24").headline.value).toBeNull();
    expect(recordsSummary(null, null, question, "2025-06-24").headline.value).toBeNull();
  });

  it("compares weeks of like completeness only", () => {
    const whole = records({ "2025-W23": 180, "2025-W24": 190, "2025-W25": 120 });
    const half = recordsSummary(whole, null, question, "2025-06-24").headline;
    expect(half.change).toMatchObject({ value: -70, percent: -36.8 });
    const later = records({ "2025-W24": 190, "2025-W25": 200, "2025-W26": 60 });
    expect(recordsSummary(later, null, question, "2025-06-30").headline).toMatchObject({
      value: 60,
      status: "provisional",
      change: null,
    });
  });

  it("leaves gaps of the series empty of cases, and marks from where on it is provisional", () => {
    const { series } = recordsSummary(
      records({ "2025-W22": 180, "2025-W26": 60 }),
      null,
      question,
      "2025-06-24",
    );
    expect(series).toMatchObject({ start: "2025-05-26", values: [180, 0, 0, 0, 60], provisional_from: 4 });
    expect(series.expected).toHaveLength(1);
  });

  it("gives as many weeks as were asked for, and half a year otherwise", () => {
    const year = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`2025-W${String(index + 1).padStart(2, "0")}`, 100]),
    );
    const { outlooks } = records({ "2025-W01": 1 });
    const all = { ...records(year, W26 + 14), outlooks };
    expect(recordsSummary(all, null, question, "2025-10-05").series.values).toHaveLength(26);
    expect(recordsSummary(all, null, { ...question, weeks: 12 }, "2025-10-05").series.values).toHaveLength(
      12,
    );
  });

  it("states no range for a question narrower than the delay was measured for", () => {
    const asked = { ...question, service: "contract" } as const;
    const { headline } = recordsSummary(records({ "2025-W26": 60 }), null, asked, "2025-06-24");
    expect(headline).toMatchObject({ value: 60, status: "provisional", expected: null });
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
  const ask = (more: object) => recordsSummary(all, null, { ...question, ...more }, "2025-06-24");

  it("makes the count of a kind a lower bound, and no fall", () => {
    const { headline, series } = ask({ service: "mobilised" });
    expect(headline).toMatchObject({ value: 2, qualifier: "at_least", change: null });
    expect(series.values).toEqual([40, 30, 2]);
    expect(series.qualifiers).toEqual([[1, 2, "at_least"]]);
  });

  it("leaves alone what doesn't depend on it", () => {
    for (const more of [{}, { sentence: "suspended" }, { service: "unknown" }]) {
      const { headline, series } = ask(more);
      expect([headline.qualifier, series.qualifiers]).toEqual(["exact", []]);
    }
  });

  it("counts a case of which only the one of two is known", () => {
    expect(ask({ service: "mobilised", sentence: "suspended" }).headline.qualifier).toBe("at_least");
    expect(ask({ service: "mobilised", sentence: "fine" }).headline.value).toBeNull();
  });
});

describe("small counts of one court, week and kind in the summary", () => {
  const counts = { "2025-W22": 9, "2025-W23": 2, "2025-W24": 3, "2025-W26": 1 };
  const asked = { ...question, courts: new Set(["77GV0007"]), service: "contract" } as const;
  const ask = (today: string, more: object = {}, of: Record<string, number> = counts) => {
    const all = records(of);
    return recordsSummary(all, all, { ...asked, ...more }, today);
  };

  it("are suppressed in the headline, whose week is named all the same", () => {
    const { headline } = ask("2025-06-30");
    expect(headline).toMatchObject({
      value: null,
      suppressed: true,
      period: { start: "2025-06-23", end: "2025-06-29" },
      expected: null,
      change: null,
    });
  });

  it("are suppressed in the series, where zeros and larger counts stay", () => {
    const { series } = ask("2025-06-30");
    expect(series.values).toEqual([9, null, 3, 0, null]);
    expect(series.suppressed).toEqual([1, 4]);
  });

  it("can't be told from a change or from what is expected", () => {
    const beside = ask("2025-06-30", {}, { "2025-W23": 2, "2025-W24": 3 }).headline;
    expect(beside).toMatchObject({ value: 3, change: null });
    const { series } = ask("2025-06-24", { service: null, sentence: "suspended" }, { "2025-W26": 2 });
    expect(series.expected).toEqual([null]);
  });

  it("can't be told from an edition that is compared with another", () => {
    const all = records(counts);
    const week = (day: string) => countInPeriod(all, all, asked, { start: day, end: day });
    expect(week("2025-06-03")).toEqual({ value: null, suppressed: true });
    expect(week("2025-06-10")).toEqual({ value: 3 });
  });

  it("are given of one court alone, and of one kind alone", () => {
    for (const wide of [{ service: null }, { courts: null }]) {
      const { headline, series } = ask("2025-06-30", wide);
      expect(headline).toMatchObject({ value: 1 });
      expect(headline).not.toHaveProperty("suppressed");
      expect(series).not.toHaveProperty("suppressed");
    }
  });
});
