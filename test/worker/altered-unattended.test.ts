import { env } from "cloudflare:test";
import { beforeEach, expect, it } from "vitest";
import type { Notice } from "../../worker/contract/hooks.ts";
import { giveToken, type Newsroom, table } from "./desk-room.ts";
import { openNewsroom } from "./newsroom.ts";
import { deskTable, heldIn, listed, runsOf, setSource, tableServer } from "./source-room.ts";

let room: Newsroom;
let known: ReturnType<typeof listed>[];
beforeEach(async () => {
  room = await openNewsroom("2025-05-12T09:00:00Z");
  known = Array.from({ length: 20 }, () => listed());
  await room.publishCases(known);
});

/** A hand in the database: one of the convictions becomes an acquittal. */
const alter = () => env.DB.prepare("UPDATE case_version SET outcome = 'acquitted' WHERE rowid = 3").run();
const restore = () => env.DB.prepare("UPDATE case_version SET outcome = 'convicted' WHERE rowid = 3").run();
const told = async () => {
  room.restart();
  return room.json<{ edition: { id: string }; headline: { value: number } }>("/v1/summary?evidence=records");
};

it("an embargo whose hour comes while records are altered waits, names the court, and goes out once they are put right", async () => {
  const before = await told();
  const batch = await room.stageCases([listed({ decided_on: "2025-05-06" })], "partial");
  const order = { until: "2025-05-13T09:00:00Z", note: "Tomorrow" };
  expect((await room.ask("PUT", `/v1/imports/${batch}/embargo`, order)).status).toBe(200);
  await alter();
  room.clock.at = order.until;
  await room.tick();
  expect(await told()).toEqual(before);
  expect(await table("embargo")).toMatchObject([
    {
      problem_code: "objections",
      problem: expect.stringMatching(/other than the desk has changed them \(25GV0001\)/),
    },
  ]);

  await restore();
  expect((await room.preview(batch)).guard).toEqual([]);
  expect((await room.publish(batch)).status).toBe(200);
  expect((await told()).edition.id).toBe("2025-05-13.1");
});

it("a watched table that publishes by itself is held while records are altered, and its people are told", async () => {
  const Authorization = `Bearer ${await giveToken("chief", "admin")}`;
  const server = tableServer(room);
  const tables = room.outside.fetch;
  const notices: Notice[] = [];
  room.outside.fetch = async (url, init) => {
    if (!url.includes("receiver")) return tables(url, init);
    notices.push(JSON.parse(String(init.body)) as Notice);
    return new Response("ok");
  };
  await room.get("/v1/hooks", {
    method: "POST",
    headers: { Authorization, "Content-Type": "application/json" },
    body: JSON.stringify({
      label: "A receiver",
      url: "https://receiver.example/",
      shape: "json",
      events: ["edition-held"],
    }),
  });
  const before = await told();
  await alter();
  server.body = deskTable([...known, listed({ decided_on: "2025-05-06" })]);
  await setSource(room, { publishes: "by-itself" });
  await room.tick();
  expect((await runsOf(room))[0]?.state).toBe("held");
  const [held] = await heldIn(room);
  expect(held?.guard.map(({ code }) => code)).toContain("records-altered");
  expect(await told()).toEqual(before);
  expect(notices).toMatchObject([{ event: "edition-held", text: expect.stringMatching(/./) }]);

  // The change can be meant: a person who says why publishes what the database holds now.
  const published = await room.publish(held!.batch.id, "The court has corrected its card");
  expect(published.status, published.body.detail).toBe(200);
  expect((await told()).edition.id).toBe(published.body.edition.id);
  room.clock.at = "2025-05-12T10:00:00Z";
  await room.tick();
  expect((await heldIn(room)).length).toBe(0);
});
