import { beforeEach, describe, expect, it } from "vitest";
import type { CourtCase } from "../../worker/contract/court-case.ts";
import { foldAll } from "../../worker/desk/fold.ts";
import { type Newsroom, table, versions, weekly } from "./desk-room.ts";
import { convicted, openNewsroom } from "./newsroom.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
});

const OVERRIDE = "What this test is about lies elsewhere";

/** Publishes files as the command line sends them: each folded for itself. */
async function publish(...files: CourtCase[][]): Promise<void> {
  for (const rows of files) {
    const { cases } = foldAll([{ kind: "cases", cases: rows }]);
    const id = await room.stageCases(cases, "partial");
    const { status, body } = await room.publish(id, OVERRIDE);
    if (status !== 200) expect(body.detail).toContain("Nothing would change");
  }
}

async function inForce() {
  const rows = (await versions()).filter(({ until_edition }) => until_edition === null);
  return rows
    .map(({ case_uid, case_number, decided_on, outcome }) => [case_uid, case_number, decided_on, outcome])
    .sort();
}

const card = (fields: Partial<CourtCase>) => convicted({ court_code: "77GV0006", ...fields });

describe("the same cards in the store", () => {
  const UID = "77GV0006-01-2023-000104-04";
  const first = card({
    case_uid: UID,
    case_number: "1-14/2023",
    received_on: "2023-12-15",
    decided_on: "2024-02-05",
  });
  const retrial = card({
    case_uid: UID,
    case_number: "1-90/2024",
    received_on: "2024-06-10",
    decided_on: "2024-08-12",
  });

  it.each([
    ["one after the other", [[first], [retrial]]],
    ["the other way round", [[retrial], [first]]],
    ["in one file", [[retrial, first]]],
    ["and once more", [[first], [retrial], [first]]],
  ])("say when a case was received and decided first: %s", async (_, files) => {
    await publish(...files);
    expect(await weekly(room, "measure=cases-received")).toEqual({ "2023-W50": 1 });
    expect(await weekly(room)).toEqual({ "2024-W06": 1 });
    expect(await inForce()).toEqual([[UID, "1-90/2024", "2024-02-05", "convicted"]]);
  });
});

describe("a number that the store knows without a УИД", () => {
  const loose = card({ case_uid: null, case_number: "1-7/2024", decided_on: "2024-05-20" });
  const own = { ...loose, case_uid: "77GV0006-01-2024-000011-11" };
  const other = card({
    case_uid: "77GV0006-01-2024-000012-12",
    case_number: "1-20/2024",
    earlier_numbers: ["1-7/2024"],
    decided_on: "2024-06-10",
  });

  it.each([
    ["both at once", [[loose], [own, other]]],
    ["the other first", [[loose], [other], [own]]],
    ["the known one last", [[other], [own], [loose]]],
  ])("is one case's, and two УИД stay two cases: %s", async (_, files) => {
    await publish(...files);
    expect(await inForce()).toEqual([
      [own.case_uid, "1-7/2024", "2024-05-20", "convicted"],
      [other.case_uid, "1-20/2024", "2024-06-10", "convicted"],
    ]);
    for (const file of files) {
      const again = await room.publishCases(file, "partial");
      expect(again.body.detail).toContain("Nothing would change");
    }
  });

  it("joins what was known as two cases, once a card says that they are one, and says so before", async () => {
    const alone = card({ case_uid: "77GV0006-01-2024-000013-13", case_number: "1-30/2024" });
    await publish([{ ...loose, decided_on: "2024-05-21" }], [alone]);
    expect(await inForce()).toHaveLength(2);
    const id = await room.stageCases([{ ...alone, earlier_numbers: ["1-7/2024"] }], "partial");
    expect((await room.preview(id)).cases).toMatchObject({ added: 0, changed: 2, convictions: -1 });
    await room.publish(id, OVERRIDE);
    expect(await inForce()).toEqual([[alone.case_uid, "1-30/2024", "2024-05-21", "convicted"]]);
  });
});

describe("what a person coded", () => {
  it("outlives the court's correction of the date, in the store as well, and a revert brings it back", async () => {
    const one = card({ decided_on: "2024-04-10" });
    const suspended = { ...one, sentence: "suspended", term_months: 24, service: "mobilised" } as const;
    await publish([one], [{ ...suspended, by_hand: true }], [{ ...one, decided_on: "2024-04-17" }]);
    // One sentence of a week is told to nobody, so it's looked for where it's kept.
    const kept = async () => {
      const rows = await table<{ until_edition: number | null; sentence: string; decided_on: string }>(
        "case_version",
      );
      return rows.flatMap((row) => (row.until_edition === null ? `${row.sentence} ${row.decided_on}` : []));
    };
    expect(await kept()).toEqual(["suspended 2024-04-17"]);
    await publish([{ ...one, sentence: "fine", by_hand: true }]);
    expect(await kept()).toEqual(["fine 2024-04-17"]);
    await room.ask("POST", "/v1/imports/revert", {
      edition: "2025-07-01.3",
      note: "Wrongly coded, back again",
    });
    expect(await kept()).toEqual(["suspended 2024-04-17"]);
    expect((await room.publishCases([one], "partial")).body.detail).toContain("Nothing would change");
  });
});
