import { describe, expect, it } from "vitest";
import type { ClassedChange } from "../../../../../worker/contract/changes.ts";
import { OFFENCES, type Offence } from "../../../../../worker/contract/terms.ts";
import { markFor, marksOf } from "../../../../../worker/domain/records/marks.ts";
import type { Outlook } from "../../../../../worker/domain/records/outlook.ts";
import { indexOfWeekName } from "../../../../../worker/domain/week-index.ts";

const edition = { id: "2025-07-03.1", published_at: "2025-07-03T09:00:00Z" };
const newestWeek = indexOfWeekName("2025-W26");
const halfInAtFirst: Outlook = {
  delay: null,
  weeks: [
    { completeness: 0.5, toCome: null },
    { completeness: 0.94, toCome: null },
    { completeness: 0.95, toCome: null },
  ],
};
const outlooks = Object.fromEntries(OFFENCES.map((offence) => [offence, halfInAtFirst])) as Record<
  Offence,
  Outlook
>;

const change = (week: string, before: number, after: number): ClassedChange => ({
  week,
  type: { unit: "convictions", offence: "desertion", articles: ["337", "338"] },
  before,
  after,
  class: "late",
});
const marks = (...changes: ClassedChange[]) => marksOf(edition, changes, [], outlooks, newestWeek);

describe("marks of corrections", () => {
  it("mark a final week that changed by 5 % or more", () => {
    expect(marks(change("2025-W20", 180, 189))).toEqual([
      {
        edition,
        unit: "convictions",
        offence: "desertion",
        period: { start: "2025-05-12", end: "2025-05-18" },
        before: 180,
        after: 189,
      },
    ]);
  });

  it("leave out smaller changes", () => {
    expect(marks(change("2025-W20", 180, 188))).toEqual([]);
  });

  it("leave out weeks that weren't final: growing is what they do", () => {
    expect(marks(change("2025-W25", 100, 150))).toEqual([]);
    expect(marks(change("2025-W24", 100, 150))).toHaveLength(1);
  });

  it("add up what changed a week in several ways", () => {
    const steps = [
      change("2025-W20", 180, 186),
      { ...change("2025-W20", 186, 190), class: "corrected" as const },
    ];
    expect(marks(...steps)).toMatchObject([{ before: 180, after: 190 }]);
  });

  it("tell of the newest weeks first, and of a few alone: a backfill changes hundreds", () => {
    const changes = Array.from({ length: 20 }, (_, index) => change(`2024-W${10 + index}`, 100, 150));
    expect(marks(...changes).map(({ period }) => period.start)).toEqual([
      "2024-07-15",
      "2024-07-08",
      "2024-07-01",
      "2024-06-24",
      "2024-06-17",
    ]);
  });

  it("stay for 30 days", () => {
    const [mark] = marks(change("2025-W20", 180, 189));
    const on = (today: string) => markFor([mark!], "convictions", "desertion", "2025-01-06", today);
    expect(on("2025-08-02")).toMatchObject({ before: 180, after: 189 });
    expect(on("2025-08-03")).toBeNull();
  });

  it("are shown only with a series that has their week", () => {
    const [mark] = marks(change("2025-W20", 180, 189));
    expect(markFor([mark!], "convictions", "desertion", "2025-05-19", "2025-07-04")).toBeNull();
    expect(markFor([mark!], "convictions", "awol", "2025-01-06", "2025-07-04")).toBeNull();
  });
});
