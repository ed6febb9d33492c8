import { beforeEach, expect, it } from "vitest";
import type { Notice } from "../../worker/contract/hooks.ts";
import { giveToken, type Newsroom } from "./desk-room.ts";
import { killAt } from "./killed.ts";
import { LEDGER, openNewsroom } from "./newsroom.ts";

const RECEIVER = "https://receiver.example/notices";

let room: Newsroom;
let received: Notice[];
beforeEach(async () => {
  room = await openNewsroom("2025-11-20T09:00:00Z");
  const Authorization = `Bearer ${await giveToken("chief", "admin")}`;
  received = [];
  room.outside.fetch = async (_, init) => {
    received.push(JSON.parse(String(init.body)) as Notice);
    return new Response("ok");
  };
  await room.publishFigures(LEDGER);
  await room.get("/v1/hooks", {
    method: "POST",
    headers: { Authorization, "Content-Type": "application/json" },
    body: JSON.stringify({
      label: "A receiver",
      url: RECEIVER,
      shape: "json",
      events: ["edition-published"],
    }),
  });
  // Of the edition that was there before.
  await room.tick();
});
const later = (minutes: number) => {
  room.clock.at = new Date(Date.parse(room.clock.at) + minutes * 60_000).toISOString();
};

it.each(["before", "after"] as const)(
  "a delivery that is killed %s any of its calls to the store reaches its receiver, under one id if it comes twice",
  async (when) => {
    const db = room.storage.DB;
    let total = Number.POSITIVE_INFINITY;
    for (let call = 0; call <= total; call += 1) {
      later(5);
      const noted = LEDGER.map((figure, index) =>
        index === 0 ? { ...figure, note: `Call ${call}` } : figure,
      );
      const { status, body } = await room.publishFigures(noted);
      expect(status, body.detail).toBe(200);
      received = [];
      // The first time it is only counted.
      const guarded = killAt(call === 0 ? Number.POSITIVE_INFINITY : call, when, db);
      room.storage.DB = guarded.db;
      await room.tick().catch(() => {});
      room.storage.DB = db;
      if (call === 0) total = guarded.calls();
      for (let tries = 0; tries < 3; tries += 1) {
        later(10);
        await room.tick();
      }
      const name = `killed ${when} call ${call} of ${total}`;
      expect(new Set(received.map(({ edition }) => edition)), name).toEqual(new Set([body.edition.id]));
      expect(new Set(received.map(({ id }) => id)).size, name).toBe(1);
      // Whether it arrived isn't known where the note of it was lost.
      expect(received.length, name).toBeLessThanOrEqual(2);
    }
    expect(total).toBeGreaterThan(5);
  },
);
