import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { CourtCase } from "../../worker/contract/court-case.ts";
import { type Newsroom, table, versions, weekly } from "./desk-room.ts";
import { convicted, openNewsroom } from "./newsroom.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
});

const add = async (cases: CourtCase[]) => {
  const published = await room.publishCases(cases, "partial");
  expect(published.status).toBe(200);
  return published.body.edition.id;
};
const revert = async (edition: string) => {
  const note = "The import before was a mistake";
  return room.ask<{ edition: { id: string }; detail: string }>("POST", "/v1/imports/revert", {
    edition,
    note,
  });
};

describe("the history of a case", () => {
  it("says which edition first had it, which changed it, and which fields", async () => {
    const one = convicted({ outcome: "pending", decided_on: null });
    const two = convicted();
    await add([one, two]);
    await add([{ ...one, outcome: "convicted", decided_on: "2025-05-07" }]);
    await add([convicted()]);
    await add([{ ...one, outcome: "convicted", decided_on: "2025-05-07", sentence: "suspended" }]);

    const history = (await versions()).filter(({ case_uid }) => case_uid === one.case_uid);
    expect(history.map(({ since_edition, until_edition }) => [since_edition, until_edition])).toEqual([
      [1, 2],
      [2, 4],
      [4, null],
    ]);
    const changed = history.slice(1).map((version, index) =>
      Object.entries(version)
        .filter(
          ([field, value]) => value !== Object.entries(history[index]!).find(([key]) => key === field)?.[1],
        )
        .map(([field]) => field)
        .filter((field) => !field.endsWith("_edition") && !field.startsWith("verdict_seen")),
    );
    expect(changed).toEqual([
      ["decided_on", "decided_week", "outcome", "cards"],
      ["sentence", "coding"],
    ]);
    const untouched = (await versions()).filter(({ case_uid }) => case_uid === two.case_uid);
    expect(untouched.map(({ since_edition, until_edition }) => [since_edition, until_edition])).toEqual([
      [1, null],
    ]);
  });

  it("is only ever added to: a version that was is never changed but in its end", async () => {
    await add([convicted(), convicted()]);
    const [first, second] = await versions();
    await add([
      { ...convicted(), case_uid: first!.case_uid, case_number: first!.case_number, sentence: "fine" },
    ]);
    const after = await versions();
    expect(after).toContainEqual({ ...first, until_edition: 2 });
    expect(after).toContainEqual(second);
  });

  it("has one version in force a defendant, at most", async () => {
    const one = convicted();
    await add([one]);
    const twice = env.DB.prepare(
      `INSERT INTO case_version SELECT * FROM case_version WHERE case_uid = '${one.case_uid}'`,
    );
    await expect(twice.run()).rejects.toThrow(/UNIQUE/);
  });
});

describe("a revert", () => {
  it("publishes an earlier state as a new edition, and its own revert brings the later state back", async () => {
    const wrong = convicted();
    const first = await add([wrong, convicted()]);
    const second = await add([
      { ...wrong, decided_on: "2025-04-16" },
      convicted({ decided_on: "2025-04-16" }),
    ]);
    expect(await weekly(room)).toEqual({ "2025-W14": 1, "2025-W16": 2 });

    expect((await revert(first)).body.edition.id).toBe("2025-07-01.3");
    expect(await weekly(room)).toEqual({ "2025-W14": 2 });
    expect((await revert(second)).body.edition.id).toBe("2025-07-01.4");
    expect(await weekly(room)).toEqual({ "2025-W14": 1, "2025-W16": 2 });
    expect((await revert(first)).body.edition.id).toBe("2025-07-01.5");
    expect(await weekly(room)).toEqual({ "2025-W14": 2 });

    const states = ["2025-07-01.1", "2025-07-01.3", "2025-07-01.5"].map(
      async (id) => (await env.EDITIONS.get<{ sha256: string }>(`edition/${id}`, "json"))?.sha256,
    );
    expect(new Set(await Promise.all(states)).size).toBe(1);
    const reverts = (await table<{ reverts_to: number | null }>("edition")).map(
      ({ reverts_to }) => reverts_to,
    );
    expect(reverts).toEqual([null, null, 1, 2, 1]);
  });

  it("leaves every earlier edition as it was", async () => {
    const first = await add([convicted()]);
    const second = await add([convicted()]);
    const before = await env.EDITIONS.get(`edition/${second}`);
    await revert(first);
    expect(await env.EDITIONS.get(`edition/${second}`)).toBe(before);
    room.restart();
    expect(await weekly(room, `as-of=${second}`)).toEqual({ "2025-W14": 2 });
  });

  it("of a revert of a revert needs no memory of the way", async () => {
    const ids = [await add([convicted()]), await add([convicted()]), await add([convicted()])];
    await revert(ids[0]!);
    const { body } = await revert(ids[2]!);
    await add([convicted()]);
    expect(await weekly(room)).toEqual({ "2025-W14": 4 });
    await revert(body.edition.id);
    expect(await weekly(room)).toEqual({ "2025-W14": 3 });
    await revert(ids[1]!);
    expect(await weekly(room)).toEqual({ "2025-W14": 2 });
  });

  it("lets the import that was taken back be imported again", async () => {
    const cases = [convicted(), convicted()];
    const first = await add([convicted()]);
    await add(cases);
    await revert(first);
    await add(cases);
    expect(await weekly(room)).toEqual({ "2025-W14": 3 });
  });

  it("takes back by which names a case is known: what a mistake had joined is two cases again", async () => {
    const other = convicted();
    const first = await add([convicted()]);
    // A file by mistake says that a case with this УИД had the number of another one.
    await add([convicted({ earlier_numbers: [other.case_number] })]);
    await revert(first);
    await add([{ ...other, case_uid: null }]);
    await add([convicted()]);
    expect(await weekly(room)).toEqual({ "2025-W14": 3 });
    const joined = (await versions()).filter(({ until_edition, case_number }) => {
      return until_edition === null && case_number === other.case_number;
    });
    expect(joined.map(({ case_key, case_uid }) => [case_key, case_uid])).toEqual([
      [`77GV0007|${other.case_number}`, null],
    ]);
  });

  it("to the edition in force, or to one that isn't there, is refused", async () => {
    const first = await add([convicted()]);
    expect((await revert(first)).status).toBe(409);
    expect((await revert("2024-01-01.1")).status).toBe(404);
  });

  it("needs a reason, which is kept with the edition", async () => {
    const first = await add([convicted()]);
    await add([convicted()]);
    expect((await room.ask("POST", "/v1/imports/revert", { edition: first, note: "" })).status).toBe(422);
    await revert(first);
    expect((await table<{ note: string }>("edition")).at(-1)?.note).toBe("The import before was a mistake");
  });

  it("makes batches that were staged before it too old to be published", async () => {
    const first = await add([convicted()]);
    await add([convicted()]);
    const staged = await room.stageCases([convicted()], "partial");
    await revert(first);
    expect((await room.publish(staged)).body.detail).toContain("Edition 2025-07-01.3 came first");
  });
});
