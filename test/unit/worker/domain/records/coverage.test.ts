import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildEdition } from "../../../../../worker/domain/build-edition.ts";
import { addDays } from "../../../../../worker/domain/calendar.ts";
import type { EditionContent } from "../../../../../worker/domain/edition.ts";
import { recordsSeries } from "../../../../../worker/domain/records/series.ts";
import { counted, times } from "../counted-cases.ts";
import { ALL, NOWHERE } from "./editions.ts";

type Content = NonNullable<EditionContent["records"]>;
const PUBLICATION = {
  sequence: 1,
  id: "2025-07-01.1",
  published_at: "2025-07-01T09:00:00Z",
  kind: "cases",
  note: "",
} as const;

/** Five a week from the first day on, for so many weeks. */
const weekly = (from: string, weeks: number, count = 5) =>
  Array.from({ length: weeks }, (_, week) => times(count, addDays(from, 7 * week))).flat();

async function edition(dates: readonly string[], stated: Content["stated"] = { days: [], unstated: true }) {
  const records: Content = {
    convictions: [counted(dates)],
    receipts: [counted(dates)],
    delays: [],
    counts: { cases: dates.length, defendants: dates.length, convictions: dates.length, removed: 0 },
    arrivals: null,
    readOn: "2025-06-29",
    stated,
  };
  return buildEdition(PUBLICATION, { provenance: [], figures: [], records }, null, false);
}

async function yearly(dates: readonly string[], stated?: Content["stated"], courts: string[] | null = null) {
  const { edition: built, courts: byCourt } = await edition(dates, stated);
  const question = { ...ALL, courts: courts && new Set(courts) };
  const request = { granularity: "year", by: null, from: null, to: null } as const;
  const answer = recordsSeries(built.records, byCourt, question, request, "2025-06-29", NOWHERE);
  if ("tooMany" in answer) throw new Error("too many");
  return Object.fromEntries(answer.points.map(({ label, value, coverage }) => [label, [value, coverage]]));
}

describe("the days that records speak of, where no import has stated them", () => {
  const DENSE = weekly("2023-01-02", 104);

  it("reach from the first record to the last of those that stand close together", async () => {
    expect(await yearly(DENSE)).toEqual({ 2023: [260, 0.9972], 2024: [260, 0.9945] });
  });

  it("aren't stretched by an isolated record, nor does it count", async () => {
    for (const slip of ["2014-03-12", "2020-05-15", "2022-06-15", "2025-05-15"]) {
      expect(await yearly([slip, ...DENSE])).toEqual(await yearly(DENSE));
    }
  });

  it("leave out a time between that was rather not read than without a record", async () => {
    const hole = [...weekly("2023-01-02", 20), ...weekly("2023-08-07", 20)];
    const { edition: built } = await edition(hole);
    expect(built.records?.coverage?.convictions).toEqual([
      { courts: null, start: "2023-01-02", end: "2023-05-21" },
      { courts: null, start: "2023-08-07", end: "2023-12-24" },
    ]);
  });

  it("hold the few weeks between few records: there none is a count", async () => {
    expect(await yearly(["2024-01-10", "2024-04-03"])).toMatchObject({ 2024: [2, expect.any(Number)] });
    const { edition: built } = await edition(["2024-01-10", "2024-04-03"]);
    expect(built.records?.coverage?.convictions).toHaveLength(1);
  });

  it("never hold a year in which there is no record, wherever an isolated one is put", async () => {
    const day = fc.integer({ min: 0, max: 2_500 }).map((days) => addDays("2015-01-05", days));
    await fc.assert(
      fc.asyncProperty(day, async (slip) => {
        const years = await yearly([slip, ...weekly("2023-01-02", 104)]);
        expect(Object.keys(years)).toEqual(["2023", "2024"]);
      }),
      { numRuns: 50 },
    );
  });
});

describe("the days that records speak of, as imports state them", () => {
  const stated = (start: string, end: string, courts: string[] | null = null) => ({
    days: [{ courts, start, end }],
    unstated: false,
  });

  it("are these, whatever the records say", async () => {
    const dates = ["2014-03-12", ...weekly("2024-01-01", 10)];
    expect(await yearly(dates, stated("2023-01-01", "2024-12-31"))).toEqual({ 2023: [0, 1], 2024: [50, 1] });
  });

  it("of some courts speak of these alone", async () => {
    const days = stated("2024-01-01", "2024-12-31", ["77GV0008"]);
    expect(await yearly(weekly("2024-01-01", 10), days)).toEqual({});
    expect(await yearly(weekly("2024-01-01", 10), days, ["77GV0008"])).toEqual({ 2024: [50, 1] });
  });

  it("end when the sites were last read", async () => {
    const answer = await yearly(weekly("2025-01-06", 10), stated("2025-01-01", "2025-12-31"));
    expect(answer).toEqual({ 2025: [50, expect.closeTo(0.49, 2)] });
  });
});

describe("an edition from before coverage was kept", () => {
  it("speaks of all days from its first record to its last, as it always has", async () => {
    const { edition: built, courts } = await edition(weekly("2023-01-02", 60));
    const { coverage: _, ...records } = built.records!;
    const request = { granularity: "year", by: null, from: null, to: null } as const;
    const answer = recordsSeries(records, courts, ALL, request, "2025-06-29", NOWHERE);
    expect("points" in answer && answer.points.map(({ value }) => value)).toEqual([260, 40]);
  });
});
