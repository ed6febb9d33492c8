import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { Embargo } from "../../worker/contract/embargo.ts";
import { type Newsroom, table, weekly } from "./desk-room.ts";
import { LEDGER, openNewsroom } from "./newsroom.ts";
import { deskTable, heldIn, listed, setSource, tableServer } from "./source-room.ts";

let room: Newsroom;
const cases = (many: number, fields = {}) => Array.from({ length: many }, () => listed(fields));
const set = (id: string, until: string, more: object = {}) =>
  room.ask<{ embargo: Embargo; errors: { parameter: string; message: string }[] }>(
    "PUT",
    `/v1/imports/${id}/embargo`,
    { until, ...more },
  );
const waiting = async () =>
  (await room.ask<{ embargoes: Embargo[] }>("GET", "/v1/imports/embargoes")).body.embargoes;

beforeEach(async () => {
  room = await openNewsroom("2025-05-12T09:00:00Z");
});

describe("an edition under embargo", () => {
  it("waits, is shown as waiting, and is published at its hour by who decided it", async () => {
    const id = await room.stageCases(cases(3));
    expect((await set(id, "2025-05-12T12:00:00Z", { note: "The week’s records" })).status).toBe(200);
    expect(await waiting()).toMatchObject([
      { until: "2025-05-12T12:00:00Z", set_by: "the desk", problem: null },
    ]);
    room.clock.at = "2025-05-12T11:59:59Z";
    await room.tick();
    expect(await table("edition")).toEqual([]);
    room.clock.at = "2025-05-12T12:00:00Z";
    await room.tick();
    await room.tick();
    expect(await table("edition")).toMatchObject([
      { published_by: "the desk", note: "The week’s records", published_at: "2025-05-12T12:00:00Z" },
    ]);
    expect(await weekly(room)).toEqual({ "2025-W14": 3 });
    expect(await waiting()).toEqual([]);
  });

  it("is taken back before its hour, and stays staged", async () => {
    const id = await room.stageCases(cases(3));
    await set(id, "2025-05-12T12:00:00Z");
    expect((await room.ask("DELETE", `/v1/imports/${id}/embargo`)).status).toBe(204);
    expect((await room.ask("DELETE", `/v1/imports/${id}/embargo`)).status).toBe(404);
    room.clock.at = "2025-05-12T13:00:00Z";
    await room.tick();
    expect(await table("edition")).toEqual([]);
    expect((await room.publish(id)).status).toBe(200);
  });

  it("that another edition overtakes says so, and isn't tried again", async () => {
    const id = await room.stageCases(cases(3));
    await set(id, "2025-05-12T12:00:00Z");
    await room.publishCases(cases(5));
    room.clock.at = "2025-05-12T12:00:00Z";
    await room.tick();
    await room.tick();
    expect(await table("edition")).toHaveLength(1);
    expect((await waiting())[0]?.problem).toMatch(/came first\. Stage the file again/);
  });

  it("that can't be built from what the database holds by then says which row, and isn't tried again", async () => {
    room.clock.at = "2025-07-01T09:00:00Z";
    await room.publishFigures(LEDGER);
    const id = await room.stageCases(cases(3));
    await set(id, "2025-07-01T12:00:00Z");
    await env.DB.prepare("UPDATE figure SET period_end = '9999-99-99' WHERE position = 41").run();
    room.clock.at = "2025-07-01T12:00:00Z";
    await room.tick();
    await room.tick();
    expect(await table("edition")).toHaveLength(1);
    expect((await waiting())[0]?.problem).toMatch(/position 41, period_end: .*Import the whole ledger anew/);
  });

  it("needs a reason where the guard objects, at the time when it is set", async () => {
    await room.publishCases(cases(40));
    const id = await room.stageCases(cases(40));
    const blocked = await set(id, "2025-05-12T12:00:00Z");
    expect(blocked.status).toBe(409);
    expect((await set(id, "2025-05-12T12:00:00Z", { override: "All of them are right" })).status).toBe(200);
    room.clock.at = "2025-05-12T12:00:00Z";
    await room.tick();
    expect((await table<{ override_reason: string }>("edition")).at(-1)?.override_reason).toBe(
      "All of them are right",
    );
  });

  it("is replaced by no newer table of its source", async () => {
    const server = tableServer(room);
    server.body = deskTable(cases(20));
    await setSource(room, { publishes: "after-review" });
    await room.tick();
    const [held] = await heldIn(room);
    await set(held!.batch.id, "2025-05-12T12:00:00Z");
    expect(await heldIn(room)).toEqual([]);
    server.body = deskTable(cases(25));
    room.clock.at = "2025-05-12T10:30:00Z";
    await room.tick();
    expect((await waiting()).map(({ batch }) => batch.id)).toEqual([held!.batch.id]);
    expect(await heldIn(room)).toHaveLength(1);
    room.clock.at = "2025-05-12T12:00:00Z";
    await room.tick();
    expect(await weekly(room)).toEqual({ "2025-W14": 20 });
  });

  it.each([
    ["2025-05-12T09:00:00Z", "future"],
    ["2025-05-12T08:59:00Z", "future"],
    ["2026-05-12T09:00:00Z", "90 days"],
    ["tomorrow", "instant in UTC"],
    ["2025-05-13", "instant in UTC"],
  ])("isn't set for %s", async (until, message) => {
    const id = await room.stageCases(cases(3));
    const { status, body } = await set(id, until);
    expect(status).toBe(422);
    expect(body.errors[0]).toMatchObject({ parameter: "until", message: expect.stringContaining(message) });
  });

  it("leaves lines in the audit", async () => {
    const id = await room.stageCases(cases(3));
    await set(id, "2025-05-12T12:00:00Z");
    await room.ask("DELETE", `/v1/imports/${id}/embargo`);
    const actions = (await table<{ action: string }>("audit")).map(({ action }) => action);
    expect(actions.slice(-2)).toEqual(["embargo", "embargo-lift"]);
  });
});

describe("the turn of a day in Moscow", () => {
  it("is told to the caches, so that none keeps last week for longer than its minutes", async () => {
    const told: string[] = [];
    const cache = { purge: tell("purge"), invalidate: tell("invalidate") };
    function tell(how: string) {
      return async () => {
        told.push(how);
        return { success: true, errors: [] };
      };
    }
    for (const at of ["2025-05-11T20:59:00Z", "2025-05-11T21:00:10Z", "2025-05-11T21:20:00Z"]) {
      room.clock.at = at;
      await room.tick({ cache } as never);
    }
    expect(told).toEqual(["purge"]);
  });
});
