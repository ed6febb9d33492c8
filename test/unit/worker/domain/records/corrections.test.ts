import { describe, expect, it } from "vitest";
import { correctionsBetween } from "../../../../../worker/domain/records/corrections.ts";
import { buildTally } from "../../../../../worker/domain/tally.ts";
import { indexOfWeekName } from "../../../../../worker/domain/week-index.ts";

const W20 = indexOfWeekName("2025-W20");

/** An edition's counts under article 337 by week, from 2025-W20 on. */
function reported(convictions: number[]) {
  const weeks = convictions.map((_, index) => W20 + index);
  const row = { scope: "337", service: "unknown", sentence: "unknown", court: "77GV0007" } as const;
  return {
    convictions: buildTally([{ ...row, weeks, counts: convictions, early: convictions }]),
    receipts: buildTally([]),
    newestWeek: W20 + convictions.length - 1,
  };
}

const arrived = (...weeks: [week: number, count: number][]) => ({
  convictions: weeks.map(([week, count]) => ({ week, scope: "337", count })),
  receipts: [],
  vanished: [],
});

const ofAwol = (changes: ReturnType<typeof correctionsBetween>) =>
  changes
    .filter(({ type }) => type.offence === "awol")
    .map(({ week, before, after, class: reason }) => [week, before, after, reason]);

describe("corrections between two editions", () => {
  it("calls records that came in late what they are", () => {
    const changes = correctionsBetween(
      reported([180, 90]),
      reported([187, 150]),
      arrived([W20, 7], [W20 + 1, 60]),
    );
    expect(ofAwol(changes)).toEqual([
      ["2025-W20", 180, 187, "late"],
      ["2025-W21", 90, 150, "late"],
    ]);
  });

  it("calls corrected what no new record explains", () => {
    expect(ofAwol(correctionsBetween(reported([180]), reported([176]), arrived()))).toEqual([
      ["2025-W20", 180, 176, "corrected"],
    ]);
  });

  it("tells both apart where a week has both, one after the other", () => {
    expect(ofAwol(correctionsBetween(reported([180]), reported([185]), arrived([W20, 7])))).toEqual([
      ["2025-W20", 180, 187, "late"],
      ["2025-W20", 187, 185, "corrected"],
    ]);
  });

  it("doesn't call the first report of a new week a correction", () => {
    expect(ofAwol(correctionsBetween(reported([180]), reported([180, 40]), arrived([W20 + 1, 40])))).toEqual(
      [],
    );
  });

  it("counts vanished records, which change no count", () => {
    const vanished = { ...arrived(), vanished: [{ week: W20, scope: "337", count: 5 }] };
    expect(ofAwol(correctionsBetween(reported([180]), reported([180]), vanished))).toEqual([
      ["2025-W20", 0, 5, "vanished"],
    ]);
  });

  it("calls everything corrected when an edition goes back to an earlier state", () => {
    expect(ofAwol(correctionsBetween(reported([187]), reported([180]), null))).toEqual([
      ["2025-W20", 187, 180, "corrected"],
    ]);
  });

  it("tells of each offence group that the articles belong to", () => {
    const offences = correctionsBetween(reported([180]), reported([181]), arrived([W20, 1])).map(
      ({ type }) => type.offence,
    );
    expect(offences).toEqual(["desertion", "awol", "refusal"]);
  });
});
