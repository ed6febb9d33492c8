import { describe, expect, it } from "vitest";
import { gridOf, totalsOf } from "../../../../../widget/studio/courts/grid.ts";
import type { CourtReport, CourtReportsBody } from "../../../../../worker/contract/court-reports.ts";

const report = (court: string, part: Partial<CourtReport> = {}): CourtReport => ({
  ...{ court, cases: 10, convictions: 5, last_record: "2025-06-20", usual_gap_days: 3, longest_gap_days: 9 },
  ...{ silent_days: 0, overdue: false, weeks: [] },
  ...part,
});
const BODY: CourtReportsBody = {
  ...{ read_on: "2025-06-30", newest: "2025-06-27", first_week: "2025-06-02", week_count: 4 },
  covered: [{ courts: null, start: "2025-06-02", end: "2025-06-22" }],
  sources: [
    { key: "files:desk-csv", name: "desk-csv", watched: false, read_on: "2025-06-30", covers: [] },
    {
      ...{ key: "table:sheet", name: "sheet", watched: true, read_on: "2025-06-30" },
      covers: [{ courts: ["77GV0007"], start: "2025-06-09", end: "2025-06-15" }],
    },
  ],
  courts: [
    report("77GV0007", {
      weeks: [
        { source: 0, counts: [1, 0, 2, 0] },
        { source: 1, counts: [0, 4, 0, 0] },
      ],
    }),
    report("66GV0008", { overdue: true, silent_days: 40, cases: 3 }),
    report("27GV0008", { overdue: true, silent_days: 90, cases: 1 }),
  ],
};
const CODES = ["00GV0001", "27GV0008", "66GV0008", "77GV0007"];

describe("courts by weeks", () => {
  it("begin with those that are missed, the longest silent before all, and have the others by their records", () => {
    const { rows } = gridOf(BODY, CODES, null, 13);
    expect(rows.map(({ court }) => court)).toEqual(["27GV0008", "66GV0008", "77GV0007", "00GV0001"]);
    expect(totalsOf(rows)).toEqual({ all: 4, known: 3, overdue: 2, never: 1 });
  });

  it("tell a week without a record from one that wasn't read, the newest first", () => {
    const { weeks, rows, most } = gridOf(BODY, CODES, null, 13);
    expect(weeks).toEqual(["2025-06-23", "2025-06-16", "2025-06-09", "2025-06-02"]);
    const cells = rows.find(({ court }) => court === "77GV0007")?.cells;
    expect(cells?.map(({ records, isRead }) => [records, isRead])).toEqual([
      [0, false],
      [2, true],
      [4, true],
      [1, true],
    ]);
    expect(most).toBe(4);
  });

  it("show one source's records and the days for which it was read", () => {
    const { rows } = gridOf(BODY, CODES, 1, 13);
    const cells = (code: string) =>
      rows.find(({ court }) => court === code)?.cells.map(({ records, isRead }) => [records, isRead]);
    expect(cells("77GV0007")).toEqual([
      [0, false],
      [0, false],
      [4, true],
      [0, false],
    ]);
    expect(cells("66GV0008")).toEqual([
      [0, false],
      [0, false],
      [0, false],
      [0, false],
    ]);
  });

  it("have as many weeks as are asked for, and a court that no list knows", () => {
    const { weeks, rows } = gridOf(BODY, [], null, 2);
    expect(weeks).toEqual(["2025-06-23", "2025-06-16"]);
    expect(rows).toHaveLength(3);
  });
});
