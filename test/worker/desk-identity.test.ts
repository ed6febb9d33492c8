import { beforeEach, describe, expect, it } from "vitest";
import type { CourtCase } from "../../worker/contract/court-case.ts";
import { type Newsroom, openBatch, versions, weekly } from "./desk-room.ts";
import { convicted, openNewsroom } from "./newsroom.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
});

const add = async (...cases: CourtCase[]) =>
  expect((await room.publishCases(cases, "partial")).status).toBe(200);
const inForce = async () => (await versions()).filter(({ until_edition }) => until_edition === null);
const OVERRIDE = "What this test is about lies elsewhere";

describe("a case without a УИД", () => {
  it("is known by its court and number", async () => {
    const one = convicted({ case_uid: null });
    await add(one);
    await add({ ...one, sentence: "suspended" });
    expect(await inForce()).toMatchObject([{ case_key: `77GV0007|${one.case_number}`, since_edition: 2 }]);
  });

  it("is another case in another court", async () => {
    const one = convicted({ case_uid: null });
    await add(one, { ...one, court_code: "66GV0008" });
    expect(await weekly(room)).toEqual({ "2025-W14": 2 });
  });

  it("is the same case once its УИД is known, and stays it when a file lacks the УИД again", async () => {
    const one = convicted();
    await add({ ...one, case_uid: null });
    await add(one);
    await add({ ...one, case_uid: null, service: "mobilised" });
    expect(await weekly(room)).toEqual({ "2025-W14": 1 });
    const [version, ...others] = await inForce();
    expect(others).toEqual([]);
    expect(version).toMatchObject({ case_uid: one.case_uid, since_edition: 3 });
  });

  it("joins the case with a УИД that has its number, in whichever part of the file it comes", async () => {
    const one = convicted();
    const parts = [[one], [convicted()], [{ ...one, case_uid: null }]];
    await add(one);
    const { id, send, seal } = await openBatch(room, parts, "partial");
    for (const number of parts.keys()) await send(number);
    await seal();
    expect((await room.preview(id)).cases).toMatchObject({ same: 1, added: 1, changed: 0 });
  });
});

describe("two cases with different УИД", () => {
  it("are two cases, whatever their numbers", async () => {
    const one = convicted();
    const other = convicted({ case_number: one.case_number });
    await add(one);
    await add(other);
    await add({ ...other, sentence: "fine" });
    expect(await weekly(room)).toEqual({ "2025-W14": 2 });
    expect(await inForce()).toHaveLength(2);
  });
});

describe("a case that was registered anew", () => {
  const number = { case_number: "1-251/2025", earlier_numbers: ["1-1135/2024"] };

  it("is the case under its old number, with and without a УИД", async () => {
    const old = convicted({
      case_uid: null,
      case_number: "1-1135/2024",
      outcome: "pending",
      decided_on: null,
    });
    await add(old);
    await add({ ...convicted({ case_uid: null }), ...number });
    await add({ ...convicted({ case_uid: "77GV0007-01-2024-999999-11" }), ...number });
    expect(await weekly(room)).toEqual({ "2025-W14": 1 });
    expect(await weekly(room, "measure=cases-received")).toEqual({ "2025-W10": 1 });
    expect(await inForce()).toMatchObject([
      { ...number, earlier_numbers: '["1-1135/2024"]', case_uid: "77GV0007-01-2024-999999-11" },
    ]);
  });

  it("was received when it first came in", async () => {
    await add(convicted({ case_uid: null, case_number: "1-1135/2024", received_on: "2024-12-02" }));
    const anew = { ...convicted({ case_uid: null, received_on: "2025-01-13" }), ...number };
    await add(anew);
    expect(await weekly(room, "measure=cases-received")).toEqual({ "2024-W49": 1 });
    expect((await room.publishCases([anew], "partial")).body.detail).toContain("Nothing would change");
  });

  it("keeps its new number when an old dump is imported again", async () => {
    const old = convicted({
      case_uid: null,
      case_number: "1-1135/2024",
      outcome: "pending",
      decided_on: null,
    });
    await add({ ...convicted({ case_uid: null }), ...number });
    expect((await room.publishCases([old], "partial")).body.detail).toContain("Nothing would change");
  });
});

describe("cases received", () => {
  it("are counted once, whatever the number of their defendants, and convictions once for each", async () => {
    const first = convicted();
    const defendants = [
      first,
      { ...first, defendant: 2 },
      { ...first, defendant: 3, outcome: "acquitted" as const },
    ];
    await add(...defendants, convicted());
    expect(await weekly(room, "measure=cases-received")).toEqual({ "2025-W10": 2 });
    expect(await weekly(room)).toEqual({ "2025-W14": 3 });
  });

  it("count for what any of the defendants is charged with", async () => {
    const first = convicted({ articles: ["337.5"] });
    await add(first, { ...first, defendant: 2, articles: ["338.1"] });
    expect(await weekly(room, "measure=cases-received&offence=awol")).toEqual({ "2025-W10": 1 });
    expect(await weekly(room, "measure=cases-received&offence=desertion-strict")).toEqual({ "2025-W10": 1 });
    expect(await weekly(room, "measure=cases-received&offence=desertion")).toEqual({ "2025-W10": 1 });
  });

  it("aren't more when another defendant of a known case comes to light, and the diff says so", async () => {
    const first = convicted();
    await add(first);
    const id = await room.stageCases([{ ...first, defendant: 2, received_on: "2025-03-10" }], "partial");
    const { cases } = await room.preview(id);
    expect(cases?.added).toBe(1);
    expect(cases?.changes.filter(({ type }) => type.unit === "cases_received")).toEqual([]);
    expect((await room.publish(id)).status).toBe(200);
    expect(await weekly(room, "measure=cases-received")).toEqual({ "2025-W10": 1 });
  });
});

describe("what an import doesn't know", () => {
  it("erases nothing that is known", async () => {
    const known = convicted({
      sentence: "suspended",
      term_months: 24,
      service: "mobilised",
      first_seen_on: "2025-04-04",
      source_url: "https://gvs.cht.sudrf.ru/",
    });
    await add(known);
    const list = {
      ...known,
      case_uid: null,
      sentence: "unknown",
      term_months: null,
      service: "unknown",
    } as const;
    const bare = { ...list, received_on: null, articles: [], first_seen_on: null, source_url: null };
    expect((await room.publishCases([bare], "partial")).body.detail).toContain("Nothing would change");
    const pending = { ...bare, outcome: "pending" as const, decided_on: null };
    expect((await room.publishCases([pending], "partial")).body.detail).toContain("Nothing would change");
  });

  it("is known from then on", async () => {
    const known = convicted();
    await add(known);
    await add({ ...known, outcome: "pending", decided_on: null, service: "mobilised" });
    expect((await inForce()).map((version) => Reflect.get(version, "service"))).toEqual(["mobilised"]);
  });
});

describe("the day on which the desk first saw a verdict", () => {
  it("is the file's own, else that of the import that brought it, else nobody knows", async () => {
    const dated = convicted({ first_seen_on: "2025-04-04" });
    const backfilled = convicted();
    await add(dated, backfilled);
    room.clock.at = "2025-07-08T09:00:00Z";
    const seen = convicted({ decided_on: "2025-07-02" });
    const late = convicted({ decided_on: "2025-04-03" });
    await room.publish(await room.stageCases([seen, late], "partial"), OVERRIDE);
    room.clock.at = "2025-07-15T09:00:00Z";
    await add({ ...seen, sentence: "fine" });
    const days = new Map(
      (await inForce()).map((version) => [version.case_uid, Reflect.get(version, "verdict_seen_on")]),
    );
    expect(days.get(dated.case_uid)).toBe("2025-04-04");
    expect(days.get(backfilled.case_uid)).toBeNull();
    expect(days.get(seen.case_uid)).toBe("2025-07-08");
    expect(days.get(late.case_uid)).toBeNull();
  });
});
