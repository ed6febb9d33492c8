import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { PublishedEdition } from "../../worker/contract/desk-answers.ts";
import { addDays } from "../../worker/domain/calendar.ts";
import { check, type Newsroom, table, versions, weekly } from "./desk-room.ts";
import { convicted, openNewsroom } from "./newsroom.ts";

const COURTS = ["77GV0007", "66GV0008", "63GV0004"];
const some = (count: number, fields = {}) => Array.from({ length: count }, () => convicted(fields));

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
});

/** Stages and asks for the guard's words; a check of the same file must say the same. */
async function guarded(cases: ReturnType<typeof some>, mode: "auto" | "complete" | "partial" = "auto") {
  const checked = await check(
    room,
    [cases.slice(0, 2), cases.slice(2)].filter(({ length }) => length > 0),
    mode,
  );
  const id = await room.stageCases(cases, mode);
  const { guard, cases: diff } = await room.preview(id);
  expect(checked.guard).toEqual(guard);
  const order = (one: typeof diff) => ({ ...one, courts: [] });
  expect(order(checked.diff)).toEqual(order(diff));
  expect(checked.headlines.length > 0).toBe(true);
  // What readers would see first is another file's subject; among so few records any of them moves it.
  const objections = guard.filter(({ code }) => code !== "headline-changes");
  return { id, guard: objections.map(({ text }) => text), objections };
}

describe("the guard", () => {
  it("lets a first import pass, whatever it brings", async () => {
    expect((await guarded(some(100))).guard).toEqual([]);
  });

  it("stops a finished week that changes by more than 10 % and more than 3", async () => {
    await room.publishCases(some(40));
    expect((await guarded(some(4), "partial")).guard).toEqual([]);
    const { id, guard, objections } = await guarded(some(5), "partial");
    expect(guard).toHaveLength(1);
    expect(objections[0]).toMatchObject({
      code: "finished-weeks",
      changes: expect.arrayContaining([expect.objectContaining({ week: "2025-W14", before: 40, after: 45 })]),
    });
    expect(guard[0]).toMatch(/Finished weeks would change by more than 10%.*2025-W14.*40 → 45/);
    const blocked = await room.publish(id);
    expect(blocked.status).toBe(409);
    expect(blocked.body.title).toBe("Stopped by the check");
  });

  it("wants a reason that is one, and says so", async () => {
    const { id } = await guarded(some(3));
    const publish = (body: object) => room.ask<{ detail: string }>("POST", `/v1/imports/${id}/publish`, body);
    const told = [
      await publish({ override: "ok" }),
      await publish({ note: 7 }),
      await publish({ note: "x".repeat(1_001) }),
      await publish({ overide: "The courts' sites were down" }),
      await room.ask<{ detail: string }>("POST", "/v1/imports", { kind: "records" }),
    ];
    expect(told.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422]);
    expect(told.map(({ body }) => body.detail.split(" errors")[0])).toEqual([
      expect.stringContaining("override: Say why, in at least 10 characters"),
      expect.stringContaining("note: A string was expected."),
      expect.stringContaining("note: At most 1000 characters was expected."),
      expect.stringContaining("Has fields that aren't taken here."),
      expect.stringContaining("kind: One of ledger, cases was expected."),
    ]);
    expect(JSON.stringify(told)).not.toMatch(/too_small|invalid_|Not as expected/);
  });

  it("lets a small finished week grow by 3", async () => {
    await room.publishCases(some(4));
    expect((await guarded(some(3), "partial")).guard).toEqual([]);
    expect((await guarded(some(4), "partial")).guard).toHaveLength(1);
  });

  it("stops a finished week that had none and gets more than 3, between weeks that were reported", async () => {
    const early = { decided_on: "2025-01-15", received_on: null };
    await room.publishCases([...some(5, early), ...some(5)]);
    const between = { decided_on: "2025-02-12", received_on: null };
    expect((await guarded(some(4, between), "partial")).guard[0]).toContain("2025-W07");
    const before = { decided_on: "2024-02-14", received_on: null };
    expect((await guarded(some(50, before), "partial")).guard).toEqual([]);
  });

  it("lets weeks grow in which late records are still expected", async () => {
    const recent = { received_on: "2025-05-05", decided_on: "2025-06-18" };
    await room.publishCases([...some(40), ...some(5, recent)]);
    expect((await guarded(some(50, { ...recent, received_on: "2025-06-09" }), "partial")).guard).toEqual([]);
  });

  it("stops an import that lacks records it should have", async () => {
    const cases = some(20);
    await room.publishCases(cases);
    const { guard, objections } = await guarded(cases.slice(3));
    expect(objections).toMatchObject([{ code: "vanished", records: 3 }]);
    expect(guard).toEqual([expect.stringMatching(/^3 known records .* flagged as removed.*--partial/)]);
  });

  it("stops a fall of the total", async () => {
    const cases = some(100);
    await room.publishCases(cases);
    const { guard, objections } = await guarded([{ ...cases[0]!, outcome: "acquitted" as const }], "partial");
    expect(objections).toMatchObject([{ code: "total-falls", before: 100, after: 99 }]);
    expect(guard).toEqual(["The total of convictions would fall from 100 to 99."]);
  });

  describe("knows the courts that always report", () => {
    /** A week's verdicts of each court, seen on its Sunday. */
    const week = (number: number, courts: readonly string[], count = 5) =>
      courts.flatMap((court_code) =>
        some(count, { court_code, received_on: null, decided_on: addDays("2025-05-05", number * 7) }),
      );
    const publishWeeks = async (weeks: number, count = 5) => {
      for (let number = 0; number < weeks; number++) {
        room.clock.at = `${addDays("2025-05-11", number * 7)}T09:00:00Z`;
        expect((await room.publishCases(week(number, COURTS, count))).status).toBe(200);
      }
    };

    it("and stops an import of what is new in which one of them has none", async () => {
      await publishWeeks(4);
      const { guard, objections } = await guarded(week(4, COURTS.slice(0, 2)));
      expect(objections).toMatchObject([{ code: "silent-courts", courts: ["63GV0004"], more: 0 }]);
      expect(guard).toEqual([expect.stringMatching(/have no records in this one: 63GV0004\. .*--partial/)]);
    });

    it("and doesn't ask after a court that had only few", async () => {
      await publishWeeks(4, 1);
      expect((await guarded(week(4, COURTS.slice(0, 2)))).guard).toEqual([]);
    });

    it("and doesn't ask after any of a court that hasn't reported often", async () => {
      await publishWeeks(3);
      expect((await guarded(week(4, COURTS.slice(0, 2)))).guard).toEqual([]);
    });

    it("and asks after all of them where an import reads the sites anew", async () => {
      const cases = COURTS.flatMap((court_code) => some(10, { court_code }));
      await room.publishCases(cases);
      for (let number = 1; number < 4; number++) {
        room.clock.at = `2025-07-0${number + 1}T09:00:00Z`;
        cases.push(...some(1));
        expect((await room.publishCases(cases)).status).toBe(200);
      }
      const { guard } = await guarded(cases.slice(0, 20));
      expect(guard).toContainEqual(expect.stringContaining("63GV0004"));
    });

    it("and asks after them in an addition as well, but not where a few rows are corrected", async () => {
      await publishWeeks(4);
      expect((await guarded(week(4, COURTS.slice(0, 2)), "partial")).guard).toHaveLength(1);
      const [known] = await versions();
      const correction = convicted({
        case_uid: known!.case_uid,
        case_number: known!.case_number,
        court_code: COURTS[0]!,
        decided_on: known!.decided_on,
        received_on: null,
        sentence: "suspended",
      });
      expect((await guarded([correction])).guard).toEqual([]);
    });
  });

  it("is overridden with a reason, which the edition and the audit keep with what it overrode", async () => {
    const cases = some(20);
    await room.publishCases(cases);
    const { id, guard } = await guarded(cases.slice(3));
    const short = await room.ask("POST", `/v1/imports/${id}/publish`, { note: "", override: "because" });
    expect(short.status).toBe(422);
    const reason = "The court took its old cards off the site";
    expect((await room.publish(id, reason)).status).toBe(200);
    const editions = await table<{ override_reason: string | null }>("edition");
    expect(editions.map(({ override_reason }) => override_reason)).toEqual([null, reason]);
    const audit = (
      await table<{ action: string; actor: string; target: string; detail: string }>("audit")
    ).at(-1);
    expect(audit).toMatchObject({ action: "publish", actor: "the desk", target: "2025-07-01.2" });
    expect(JSON.parse(audit!.detail)).toEqual({ batch: id, guard, override: reason });
    const { body } = await room.ask<{ editions: PublishedEdition[] }>("GET", "/v1/imports/editions");
    expect(body.editions).toMatchObject([
      { id: "2025-07-01.2", published_by: "the desk", override_reason: reason },
      { id: "2025-07-01.1", published_by: "the desk", override_reason: null },
    ]);
  });

  it("keeps no reason where there was nothing to override", async () => {
    const id = await room.stageCases(some(20));
    await room.publish(id, "Just to be on the safe side");
    expect((await table<{ override_reason: string | null }>("edition"))[0]?.override_reason).toBeNull();
  });
});

describe("records that are gone from the courts' sites", () => {
  it("stay counted, flagged with the day on which they were missed", async () => {
    const cases = some(20);
    await room.publishCases(cases);
    const id = await room.stageCases(cases.slice(3));
    await room.publish(id, "The court took its old cards off the site");
    expect(await weekly(room)).toEqual({ "2025-W14": 20 });
    const removed = (await versions()).filter(({ removed_on }) => removed_on !== null);
    expect(removed.map(({ removed_on, until_edition }) => [removed_on, until_edition])).toEqual(
      Array.from({ length: 3 }, () => ["2025-07-01", null]),
    );
    const { records } = (await env.EDITIONS.get<{ records: { counts: { removed: number } } }>(
      "edition/2025-07-01.2",
      "json",
    ))!;
    expect(records.counts.removed).toBe(3);
  });

  it("are missed once, and no longer flagged once they are back", async () => {
    const cases = some(20);
    await room.publishCases(cases);
    await room.publish(await room.stageCases(cases.slice(3)), "The court took its old cards off the site");
    expect((await room.preview(await room.stageCases(cases.slice(3)))).cases).toMatchObject({
      same: 17,
      vanished: 0,
    });
    room.clock.at = "2025-07-08T09:00:00Z";
    expect((await room.publishCases(cases)).status).toBe(200);
    const inForce = (await versions()).filter(({ until_edition }) => until_edition === null);
    expect(inForce.every(({ removed_on }) => removed_on === null)).toBe(true);
  });

  it("are only those of the file's own courts and days", async () => {
    const cases = [
      ...some(10),
      ...some(10, { court_code: "66GV0008" }),
      ...some(10, { decided_on: "2025-05-14" }),
    ];
    await room.publishCases(cases);
    const { cases: diff } = await room.preview(await room.stageCases(cases.slice(1, 10)));
    expect(diff).toMatchObject({ same: 9, vanished: 1 });
  });

  it("aren't told by a file that is an addition, as it says or as it looks", async () => {
    const cases = some(20);
    await room.publishCases(cases);
    const addition = [...cases.slice(0, 9), ...some(3)];
    expect((await room.preview(await room.stageCases(addition))).cases?.vanished).toBe(0);
    expect((await room.preview(await room.stageCases(cases.slice(3), "partial"))).cases?.vanished).toBe(0);
    expect((await room.preview(await room.stageCases(addition, "complete"))).cases?.vanished).toBe(11);
  });

  it("aren't told by a correction of some rows of a day", async () => {
    const cases = some(4);
    await room.publishCases(cases);
    const corrected = cases.slice(0, 3).map((one) => ({ ...one, sentence: "suspended" as const }));
    expect((await room.preview(await room.stageCases(corrected))).cases).toMatchObject({
      changed: 3,
      vanished: 0,
    });
  });

  it("are missed among known verdicts even where as many others are new", async () => {
    const known = some(10);
    const pending = some(5, { outcome: "pending", decided_on: null });
    await room.publishCases([...known, ...pending]);
    const decided = pending.map((one) => ({
      ...one,
      outcome: "convicted" as const,
      decided_on: "2025-04-02",
    }));
    const file = [...known.slice(0, 6), ...decided];
    const checked = await check(room, [file.slice(0, 4), file.slice(4)]);
    expect(checked.diff).toMatchObject({ same: 6, changed: 5, vanished: 4 });
    expect((await room.preview(await room.stageCases(file))).cases).toMatchObject({
      changed: 5,
      vanished: 4,
    });
  });
});
