import { describe, expect, it } from "vitest";
import { newestEvidence } from "../../../../worker/domain/newest-evidence.ts";

/** Of a figure only its period counts here. */
const until = (...ends: string[]) => ends.map((end) => ({ period: { start: "2025-01-01", end } }));

describe("the newest evidence", () => {
  it("of published figures is the latest end of a period, whatever their order", () => {
    expect(
      newestEvidence({ records: null, figures: until("2025-06-30", "2025-04-30") }, "2025-07-10"),
    ).toEqual({
      until: "2025-06-30",
      age_days: 10,
      old: false,
    });
  });

  it.each([
    ["2025-10-28", false],
    ["2025-10-29", true],
  ])("of published figures is old after four months: on %s %s", (today, old) => {
    expect(newestEvidence({ records: null, figures: until("2025-06-30") }, today)?.old).toBe(old);
  });

  it.each([
    ["2025-07-21", false],
    ["2025-07-22", true],
  ])("of records is old when nobody has read the courts' sites for three weeks: on %s %s", (today, old) => {
    const records = { readOn: "2025-06-30" };
    expect(newestEvidence({ records, figures: until("2025-07-20") }, today)).toMatchObject({
      until: "2025-06-30",
      old,
    });
  });

  it("has no negative age where a clock is behind", () => {
    expect(newestEvidence({ records: { readOn: "2025-07-02" }, figures: [] }, "2025-07-01")).toMatchObject({
      age_days: 0,
      old: false,
    });
  });

  it("is none of an empty edition", () => {
    expect(newestEvidence({ records: null, figures: [] }, "2025-07-01")).toBeNull();
  });
});
