import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { CLAIM_MS, TEXT_AWAITED_MS } from "../../worker/config.ts";
import type { CodingCase } from "../../worker/contract/coding.ts";
import { type Api, expectDocumented } from "./api.ts";
import { ACQUITTED, type Coder, coderAt, IMPRISONED, SUSPENDED, verdicts } from "./coding-room.ts";
import { type Newsroom, table } from "./desk-room.ts";
import { convicted, openNewsroom } from "./newsroom.ts";

let room: Newsroom;
let anna: Coder & { secret: string };
let boris: Coder & { secret: string };
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  anna = await coderAt(room, "coder A");
  boris = await coderAt(room, "coder B");
});

const later = (ms: number) => {
  room.clock.at = new Date(room.clock.now() + ms).toISOString();
};
interface Stands {
  case_number: string;
  outcome: string;
  sentence: string;
  term_months: number | null;
  service: string;
}
/** How each record stands, by its number. */
const standing = async () => {
  const { results } = await env.DB.prepare(
    "SELECT case_number, outcome, sentence, term_months, service FROM case_version WHERE until_edition IS NULL",
  ).all<Stands>();
  return Object.fromEntries(results.map(({ case_number, ...one }) => [case_number, one]));
};
const numbers = (cases: readonly { case_number: string }[]) => cases.map(({ case_number }) => case_number);

describe("the queue", () => {
  it("has convictions of which something isn't coded, the newest verdict first", async () => {
    const [old, middle, young] = verdicts(3);
    const others = [
      convicted({ sentence: "suspended", service: "contract" }),
      convicted({ outcome: "acquitted" }),
      convicted({ articles: ["158.2"] }),
    ];
    const half = convicted({ sentence: "imprisonment", term_months: 60, decided_on: "2025-05-30" });
    await room.publishCases([old!, middle!, young!, half, ...others]);
    const cases = await anna.claim({ count: 10 });
    expect(numbers(cases)).toEqual(numbers([half, young!, middle!, old!]));
    expect(cases[0]).toMatchObject({
      ...{ round: "first", court_code: "77GV0007", articles: ["337.5"], received_on: "2025-03-03" },
      stands: { outcome: "convicted", sentence: "imprisonment", term_months: 60, service: "unknown" },
    });
    expect(await anna.look()).toMatchObject({
      left: 4,
      courts: [{ court: "77GV0007", left: 4 }],
      weeks: [
        { week: "2025-W22", left: 1 },
        { week: "2025-W14", left: 3 },
      ],
      drafts: [],
    });
  });

  it("is asked by court and by week", async () => {
    const [here] = verdicts(1, { court_code: "77GV0007", decided_on: "2025-04-04" });
    const [there] = verdicts(1, { court_code: "66GV0005", decided_on: "2025-04-04" });
    const [next] = verdicts(1, { court_code: "66GV0005", decided_on: "2025-04-09" });
    await room.publishCases([here!, there!, next!]);
    expect(numbers(await anna.claim({ court: "66GV0005", week: "2025-W14" }))).toEqual([there!.case_number]);
    expect(numbers(await boris.claim({ week: "2025-W14" }))).toEqual([here!.case_number]);
    await anna.ask("POST", "/v1/coding/release", { desk: "0".repeat(16) });
    expect(numbers(await boris.claim({ court: "66GV0005" }))).toEqual(numbers([here!, next!]));
  });

  it("doesn't come back with a text that is missing before a month has passed", async () => {
    await room.publishCases(verdicts(1));
    const [one] = await anna.claim();
    expect((await anna.code(one!, null)).body).toEqual({ round: "first" });
    expect(await boris.claim()).toEqual([]);
    expect((await boris.look()).left).toBe(0);
    later(TEXT_AWAITED_MS + 1_000);
    const [again] = await boris.claim();
    expect((await boris.code(again!)).body).toEqual({ round: "first" });
    expect((await boris.look()).drafts).toMatchObject([{ values: SUSPENDED, problem: null }]);
    expect((await anna.look()).drafts).toEqual([]);
  });

  it("refuses what isn't a choice or a number within its bounds, and says where", async () => {
    await room.publishCases(verdicts(1));
    const [one] = await anna.claim();
    for (const [values, parameter] of [
      [{ ...SUSPENDED, service: "Иванов Иван" }, "values.service"],
      [{ ...SUSPENDED, term_months: 601 }, "values.term_months"],
      [{ ...SUSPENDED, term_months: 2.5 }, "values.term_months"],
      [{ ...SUSPENDED, sentence: "fine" }, "values.term_months"],
      [{ ...SUSPENDED, outcome: "acquitted" }, "values.sentence"],
      [{ ...SUSPENDED, note: "Иванов Иван" }, "values"],
    ] as const) {
      const { status, body } = await anna.code(one!, values as typeof SUSPENDED);
      expect([status, body.errors?.[0]?.parameter]).toEqual([422, parameter]);
      expect(JSON.stringify(body)).not.toContain("Иванов");
    }
    expect((await anna.code({ ...one!, key: "77GV0007-01-2025-999999-11" })).status).toBe(404);
    expect(await table("coding")).toEqual([]);
  });

  it("answers as documented", async () => {
    await room.publishCases(verdicts(2));
    const api = await room.json<Api>("/v1/openapi.json");
    const desk = "0".repeat(16);
    const ask = async (method: string, path: string, body?: object) => {
      const response = await room.get(path, {
        method,
        headers: { Authorization: `Bearer ${anna.secret}`, "Content-Type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
      });
      const read = response.clone();
      await expectDocumented(response, api.paths[path]![method.toLowerCase()]!, api, `${method} ${path}`);
      expect(response.headers.get("Cache-Control")).toBe("no-store");
      return read.status === 204 ? null : read.json();
    };
    const { cases } = (await ask("POST", "/v1/coding/claims", { desk })) as { cases: CodingCase[] };
    const { key, defendant, round, stands: seen } = cases[0]!;
    const coded = { key, defendant, round, desk, text: "read", values: SUSPENDED, seen };
    await ask("PUT", "/v1/coding/codings", coded);
    await ask("PUT", "/v1/coding/codings", { ...coded, values: IMPRISONED });
    await ask("PUT", "/v1/coding/codings", { ...coded, values: null });
    await ask("GET", "/v1/coding");
    await ask("POST", "/v1/coding/undo", { key, defendant, round, desk });
    await ask("POST", "/v1/coding/batch", {});
    await ask("PUT", "/v1/coding/codings", coded);
    await ask("POST", "/v1/coding/batch", {});
    await ask("POST", "/v1/coding/release", { desk });
    await ask("POST", "/v1/coding/release", { desk, until: "2025-07-01", keep: [{ key, defendant }] });
    await ask("POST", "/v1/coding/claims", { desk: "x" });
  });
});

describe("two coders", () => {
  it("never have the same record before them, however they ask at once, nor in two windows of one", async () => {
    await room.publishCases(verdicts(40));
    const second = await coderAt(room, "coder A", anna.secret);
    const [a, b, c] = await Promise.all([anna, boris, second].map((one) => one.claim({ count: 10 })));
    expect(new Set(numbers([...a!, ...b!, ...c!])).size).toBe(30);
    expect(numbers(await anna.claim({ count: 10 }))).toEqual(numbers(a!));
    expect((await boris.claim({ count: 10 })).length).toBe(10);
  });

  it("get what the other has left, once the claim has expired or was given up", async () => {
    await room.publishCases(verdicts(2));
    const had = await anna.claim();
    expect(await boris.claim()).toEqual([]);
    later(CLAIM_MS - 1_000);
    expect(numbers(await anna.claim({ count: 0 }))).toEqual(numbers(had));
    later(CLAIM_MS - 1_000);
    expect(await boris.claim()).toEqual([]);
    later(2_000);
    expect(numbers(await boris.claim())).toEqual(numbers(had));
    expect(await anna.claim()).toEqual([]);
  });

  it("get what a window left when it was closed at once, but what it still sends", async () => {
    await room.publishCases(verdicts(5));
    const had = await anna.claim();
    const keep = had.slice(1, 3).map(({ key, defendant }) => ({ key, defendant }));
    expect((await anna.release({ keep })).status).toBe(204);
    const left = had.filter(({ key }) => !keep.some((one) => one.key === key));
    expect(numbers(await boris.claim())).toEqual(numbers(left));
    for (const one of had.slice(1, 3)) expect((await anna.code(one)).body.round).toBe("first");
    for (const one of left) expect((await boris.code(one, IMPRISONED)).body.round).toBe("first");
    expect((await table("coding")).length).toBe(5);
  });

  it("aren’t given what a window has claimed anew, by a message of before that comes late", async () => {
    await room.publishCases(verdicts(4));
    const before = await anna.ask<{ until: string }>("POST", "/v1/coding/claims", {
      desk: anna.desk,
      count: 2,
    });
    later(2_000);
    const had = await anna.claim({ count: 3 });
    expect((await anna.release({ until: before.body.until })).status).toBe(204);
    expect(numbers(await anna.claim({ count: 0 }))).toEqual(numbers(had));
    expect(await boris.claim()).toHaveLength(1);
  });

  it("who code the same after an expired claim have coded it twice, and neither reading is lost", async () => {
    await room.publishCases(verdicts(1));
    const [hers] = await anna.claim();
    later(CLAIM_MS + 1_000);
    const [his] = await boris.claim();
    expect((await anna.code(hers!)).body.round).toBe("first");
    expect((await boris.code(his!, IMPRISONED)).body.round).toBe("second");
    expect((await boris.code(his!, IMPRISONED)).body.round).toBe("second");
    expect(await table("coding")).toMatchObject([
      { round: "first", coder: "coder A", sentence: "suspended" },
      { round: "second", coder: "coder B", sentence: "imprisonment" },
    ]);
    const third = await coderAt(room, "coder C");
    const refused = await third.code(his!, ACQUITTED);
    expect([refused.status, refused.body.errors?.[0]]).toMatchObject([409, { code: "coded-by-others" }]);
  });
});

describe("a coding", () => {
  it("goes through review and guard into one edition, and the records say it", async () => {
    const cases = verdicts(3);
    await room.publishCases(cases);
    const [c, b, a] = await anna.claim();
    await anna.code(a!);
    await anna.code(b!, IMPRISONED);
    await anna.code(c!, ACQUITTED);
    const staged = await anna.stage();
    expect(staged).toMatchObject({
      status: 201,
      body: { records: 3, left: [], batch: { state: "sealed", created_by: "coder A" } },
    });
    const { id } = staged.body.batch;
    const { cases: diff, guard } = await room.preview(id);
    expect(diff).toMatchObject({ added: 0, changed: 3, vanished: 0, convictions: -1 });
    expect(guard.map(({ code }) => code)).toContain("total-falls");
    expect((await anna.publish(id)).status).toBe(200);
    expect(await standing()).toEqual({
      [cases[0]!.case_number]: SUSPENDED,
      [cases[1]!.case_number]: IMPRISONED,
      [cases[2]!.case_number]: ACQUITTED,
    });
    expect(await table("edition")).toHaveLength(2);
    expect(await anna.look()).toMatchObject({ left: 0, drafts: [] });
    expect((await anna.stage()).status).toBe(409);
  });

  it("stays until a person changes it: the next import of the same card doesn't", async () => {
    const cases = verdicts(1);
    await room.publishCases(cases);
    await anna.code((await anna.claim())[0]!);
    await anna.publish((await anna.stage()).body.batch.id);
    await room.publishCases([{ ...cases[0]!, received_on: "2025-03-01" }], "partial");
    expect(await standing()).toEqual({ [cases[0]!.case_number]: SUSPENDED });
  });

  it("is sent as often as the network wants, and is one", async () => {
    await room.publishCases(verdicts(2));
    const [one] = await anna.claim();
    for (let tries = 0; tries < 3; tries++) expect((await anna.code(one!)).body).toEqual({ round: "first" });
    expect(await table("coding")).toHaveLength(1);
    const other = await anna.code(one!, IMPRISONED);
    expect(other.status).toBe(409);
    expect(other.body.detail).toContain("Take that back");
    expect(other.body.errors).toMatchObject([{ parameter: "key", code: "own-otherwise" }]);
    const [first, second] = [await anna.stage(), await anna.stage()];
    expect(second.body.batch.id).toBe(first.body.batch.id);
    expect(await table("batch")).toHaveLength(2);
  });

  it("is taken back as often as it is sent, and its record is before the coder again", async () => {
    await room.publishCases(verdicts(2));
    const [one, two] = await anna.claim();
    await anna.code(one!);
    for (let tries = 0; tries < 2; tries++) {
      expect((await anna.undo(one!)).body.case).toMatchObject({ case_number: one!.case_number });
    }
    expect(numbers(await anna.claim())).toEqual(numbers([one!, two!]));
    expect(await table("coding")).toEqual([]);
    await anna.code(one!, IMPRISONED);
    expect((await anna.look()).drafts).toMatchObject([{ values: IMPRISONED }]);
  });

  it("that was staged and is taken back isn't published any more", async () => {
    await room.publishCases(verdicts(1));
    const [one] = await anna.claim();
    await anna.code(one!);
    const { id } = (await anna.stage()).body.batch;
    await anna.undo(one!);
    expect((await anna.publish(id)).status).toBe(409);
    await anna.code(one!, IMPRISONED);
    await anna.publish((await anna.stage()).body.batch.id);
    expect(await standing()).toEqual({ [one!.case_number]: IMPRISONED });
    expect((await anna.undo(one!)).status).toBe(409);
    expect(await standing()).toEqual({ [one!.case_number]: IMPRISONED });
  });

  it("is a draft again where an edition is taken back, and can be published once more", async () => {
    await room.publishCases(verdicts(1));
    const [one] = await anna.claim();
    await anna.code(one!);
    await anna.publish((await anna.stage()).body.batch.id);
    await room.ask("POST", "/v1/imports/revert", { edition: "2025-07-01.1", note: "Taken back for a look" });
    expect(await standing()).toMatchObject({ [one!.case_number]: { sentence: "unknown" } });
    expect((await anna.look()).drafts).toMatchObject([{ values: SUSPENDED, problem: null }]);
    expect(await boris.claim()).toEqual([]);
    await anna.publish((await anna.stage()).body.batch.id);
    expect(await standing()).toEqual({ [one!.case_number]: SUSPENDED });
  });

  it("leaves a line in the audit, as does what is taken back and staged", async () => {
    await room.publishCases(verdicts(1));
    const [one] = await anna.claim();
    await anna.code(one!);
    await anna.code(one!);
    await anna.undo(one!);
    await anna.undo(one!);
    await anna.code(one!);
    await anna.stage();
    await anna.stage();
    const lines = await table<{ actor: string; action: string }>("audit");
    expect(lines.filter(({ actor }) => actor === "coder A").map(({ action }) => action)).toEqual([
      ...["code", "code-undo", "code", "code-stage"],
    ]);
  });
});

describe("a publication that comes between", () => {
  it("takes no draft away: it is staged anew, over the records as they are then", async () => {
    const [mine, other] = verdicts(2);
    await room.publishCases([mine!, other!]);
    const [, one] = await anna.claim();
    await anna.code(one!);
    const { id } = (await anna.stage()).body.batch;
    await room.publishCases([{ ...mine!, received_on: "2025-02-10" }], "partial");
    expect((await anna.publish(id)).status).toBe(409);
    const again = (await anna.stage()).body.batch.id;
    expect(again).not.toBe(id);
    expect((await anna.publish(again)).status).toBe(200);
    const { results } = await env.DB.prepare(
      "SELECT received_on, sentence FROM case_version WHERE until_edition IS NULL AND case_number = ?",
    )
      .bind(mine!.case_number)
      .all();
    expect(results).toEqual([{ received_on: "2025-02-10", sentence: "suspended" }]);
  });

  it("and has coded the same record otherwise isn't written over: the coder looks again, and decides", async () => {
    const [one] = verdicts(1);
    await room.publishCases([one!]);
    const [before] = await anna.claim();
    await anna.code(before!);
    const written = { ...one!, by_hand: true as const, sentence: "imprisonment" as const, term_months: 66 };
    await room.publishCases([{ ...written, service: "contract" }], "partial");
    const refused = await anna.stage();
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain("changed after you saw them");
    const { drafts } = await anna.look();
    expect(drafts).toMatchObject([
      { problem: "changed", values: SUSPENDED, stands: { ...IMPRISONED, service: "contract" } },
    ]);
    expect(await standing()).toEqual({ [one!.case_number]: { ...IMPRISONED, service: "contract" } });
    const { body } = await anna.undo(drafts[0]!);
    expect(body.case?.stands).toEqual({ ...IMPRISONED, service: "contract" });
    await anna.code(body.case!, SUSPENDED);
    await anna.publish((await anna.stage()).body.batch.id);
    expect(await standing()).toEqual({ [one!.case_number]: SUSPENDED });
  });

  it("and has withdrawn or coded what is before a coder takes it from there, and what somebody else has read, too", async () => {
    const [withdrawn, coded, corrected, read] = verdicts(4);
    await room.publishCases([withdrawn!, coded!, corrected!, read!]);
    const had = await anna.claim();
    expect(had).toHaveLength(4);
    await room.publishCases(
      [
        { ...coded!, ...IMPRISONED, by_hand: true },
        { ...corrected!, received_on: "2025-02-10" },
      ],
      "partial",
    );
    await room.ask("POST", "/v1/imports/withdraw", {
      case_uid: withdrawn!.case_uid,
      reason: "Entered twice by the court",
    });
    await boris.code(had.find(({ case_number }) => case_number === read!.case_number)!);
    const left = await anna.claim({ count: 0 });
    expect(left).toMatchObject([{ case_number: corrected!.case_number, received_on: "2025-02-10" }]);
  });

  it("leaves what a coder has opened again to decide over it, unless it was withdrawn", async () => {
    const [other, gone, next] = verdicts(3);
    await room.publishCases([other!, gone!, next!]);
    const [, ofGone, ofOther] = await anna.claim();
    for (const one of [ofGone!, ofOther!]) await anna.code(one);
    await room.publishCases([{ ...other!, ...IMPRISONED, by_hand: true }], "partial");
    await room.ask("POST", "/v1/imports/withdraw", { case_uid: gone!.case_uid, reason: "Entered twice" });
    expect((await anna.undo(ofOther!)).body.case).toMatchObject({ stands: IMPRISONED });
    expect((await anna.undo(ofGone!)).body.case).toBeNull();
    for (let tries = 0; tries < 2; tries++)
      expect(numbers(await anna.claim())).toEqual(numbers([other!, next!]));
    expect((await anna.look()).drafts).toEqual([]);
  });

  it("and says the same already settles the draft", async () => {
    const [one] = verdicts(1);
    await room.publishCases([one!]);
    await anna.code((await anna.claim())[0]!);
    await room.publishCases([{ ...one!, ...SUSPENDED, by_hand: true }], "partial");
    expect((await anna.stage()).body.detail).toContain("Nothing is coded that the records don't say");
    expect((await anna.look()).drafts).toEqual([]);
  });

  it("and has withdrawn the record, or joined it to another case, loses nothing", async () => {
    const [gone, joined] = verdicts(2);
    const nameless = { ...joined!, case_uid: null };
    await room.publishCases([gone!, nameless]);
    for (const one of await anna.claim()) await anna.code(one);
    await room.ask("POST", "/v1/imports/withdraw", {
      case_uid: gone!.case_uid,
      reason: "Entered twice by the court",
    });
    await room.publishCases([{ ...joined!, case_uid: "77GV0007-01-2025-900000-11" }], "partial");
    const { drafts } = await anna.look();
    expect(Object.fromEntries(drafts.map(({ case_number, problem }) => [case_number, problem]))).toEqual({
      [gone!.case_number]: "changed",
      [joined!.case_number]: null,
    });
    const staged = await anna.stage();
    expect(staged.body).toMatchObject({ records: 1, left: [{ problem: "changed" }] });
    await anna.publish(staged.body.batch.id);
    expect(await standing()).toMatchObject({ [joined!.case_number]: SUSPENDED });
    expect((await anna.look()).drafts).toMatchObject([
      { case_number: gone!.case_number, problem: "changed" },
    ]);
  });

  it("at the very moment of another coder's waits for nobody: one is first, the other stages anew", async () => {
    await room.publishCases(verdicts(2));
    const [a] = await anna.claim({ count: 1 });
    const [b] = await boris.claim({ count: 1 });
    await anna.code(a!);
    await boris.code(b!, IMPRISONED);
    const [hers, his] = [(await anna.stage()).body.batch.id, (await boris.stage()).body.batch.id];
    const published = await Promise.all([anna.publish(hers), boris.publish(his)]);
    expect(published.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = published[0]?.status === 409 ? anna : boris;
    expect((await late.publish((await late.stage()).body.batch.id)).status).toBe(200);
    expect(await standing()).toEqual({ [a!.case_number]: SUSPENDED, [b!.case_number]: IMPRISONED });
  });
});
