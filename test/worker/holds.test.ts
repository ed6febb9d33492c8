import { beforeEach, describe, expect, it } from "vitest";
import type { HealthBody } from "../../worker/contract/health.ts";
import type { HeldEdition } from "../../worker/contract/sources.ts";
import { giveToken, type Newsroom, table, weekly } from "./desk-room.ts";
import { openNewsroom } from "./newsroom.ts";
import { heldIn, listed } from "./source-room.ts";

let room: Newsroom;
const cases = (many: number, fields = {}) => Array.from({ length: many }, () => listed(fields));
const hold = (batch: string) =>
  room.ask<{ held: HeldEdition | null }>("POST", `/v1/imports/${batch}/hold`, {});
const states = async () =>
  Object.fromEntries(
    (await table<{ id: string; state: string }>("batch")).map(({ id, state }) => [id, state]),
  );

beforeEach(async () => {
  room = await openNewsroom("2025-05-12T09:00:00Z");
});

describe("what the desk's machine leaves for a person", () => {
  it("is listed with its objections and the headline before and after, and makes health degraded", async () => {
    const known = cases(40);
    await room.publishCases(known);
    const before = await weekly(room);
    const batch = await room.stageCases(known.slice(0, 30), "complete");
    const { body } = await hold(batch);
    expect(body.held?.guard.map(({ code }) => code)).toContain("vanished");
    const [held, ...others] = await heldIn(room);
    expect(others).toEqual([]);
    expect(held).toMatchObject({ source: null, run: null, held_by: "the desk", overtaken: false });
    expect(held?.headline?.before).not.toBeNull();
    expect(held?.batch.id).toBe(batch);
    expect(await weekly(room)).toEqual(before);
    const health = await room.json<HealthBody>("/v1/health");
    expect(health).toMatchObject({ status: "degraded", sources: { failing: 0, held: 1 } });
  });

  it("is published with a reason, or discarded, and then waits no more", async () => {
    const known = cases(40);
    await room.publishCases(known);
    const first = await room.stageCases(known.slice(0, 30), "complete");
    await hold(first);
    expect((await room.publish(first)).status).toBe(409);
    expect((await room.publish(first, "The courts took them away")).status).toBe(200);
    expect(await heldIn(room)).toEqual([]);
    const second = await room.stageCases(known.slice(0, 10), "complete");
    await hold(second);
    expect((await room.ask("DELETE", `/v1/imports/${second}`)).status).toBe(204);
    expect(await heldIn(room)).toEqual([]);
  });

  it("is replaced by a newer one that names all that it names, and by no other", async () => {
    const [known, others] = [cases(40), cases(30, { decided_on: "2024-06-05" })];
    await room.publishCases(known);
    const first = await room.stageCases(others.slice(0, 20));
    await hold(first);
    const apart = await room.stageCases(cases(20, { decided_on: "2024-07-03" }));
    await hold(apart);
    expect((await heldIn(room)).map(({ batch }) => batch.id).sort()).toEqual([first, apart].sort());
    const newer = await room.stageCases(others);
    await hold(newer);
    expect((await heldIn(room)).map(({ batch }) => batch.id).sort()).toEqual([apart, newer].sort());
    expect((await states())[first]).toBe("discarded");
    expect((await room.publish(first)).status).toBe(409);
  });

  it("stays where somebody else's is held", async () => {
    await room.publishCases(cases(40));
    const batch = await room.stageCases(cases(20, { decided_on: "2024-06-05" }));
    await hold(batch);
    const other = await giveToken("another machine", "desk");
    const response = await room.get(`/v1/imports/${batch}/hold`, {
      method: "POST",
      headers: { Authorization: `Bearer ${other}`, "Content-Type": "application/json" },
      body: "{}",
    });
    expect(response.status).toBe(200);
    expect(await heldIn(room)).toMatchObject([{ held_by: "the desk" }]);
  });

  it("that changes nothing is discarded, with what it takes the place of", async () => {
    const known = cases(40);
    await room.publishCases(known);
    const bad = await room.stageCases(known.slice(0, 10), "complete");
    await hold(bad);
    const same = await room.stageCases(known);
    expect((await hold(same)).body.held).toBeNull();
    expect(await heldIn(room)).toEqual([]);
    expect(await states()).toMatchObject({ [bad]: "discarded", [same]: "discarded" });
  });

  it("says so where another edition has overtaken it", async () => {
    const known = cases(40);
    await room.publishCases(known);
    const batch = await room.stageCases(known.slice(0, 10), "complete");
    await hold(batch);
    await room.publishCases(cases(2, { decided_on: "2025-05-05" }));
    expect(await heldIn(room)).toMatchObject([{ overtaken: true }]);
    expect((await hold(batch)).status).toBe(409);
  });

  it("waits for nobody while it waits for its hour", async () => {
    const known = cases(40);
    await room.publishCases(known);
    const batch = await room.stageCases(known.slice(0, 10), "complete");
    await hold(batch);
    const until = "2025-05-12T12:00:00Z";
    const order = { until, override: "The courts took them away" };
    expect((await room.ask("PUT", `/v1/imports/${batch}/embargo`, order)).status).toBe(200);
    expect(await heldIn(room)).toEqual([]);
    await room.ask("DELETE", `/v1/imports/${batch}/embargo`);
    expect(await heldIn(room)).toHaveLength(1);
  });
});
