import { env } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EVENTS } from "../../worker/log.ts";
import { LEDGER, openNewsroom } from "./newsroom.ts";

/** What must never be read in the log: a person, a token, what somebody asked for, who asked. */
const NAME = "Иванов";
const TOKEN = "ds_secret-of-somebody";
const ASKED = "asked-by-a-reader";
const SENDER = "203.0.113.77";

let room: Awaited<ReturnType<typeof openNewsroom>>;
let lines: string[];
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
  lines = [];
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => void lines.push(words.join(" ")));
});
afterEach(() => void vi.restoreAllMocks());

/** Whatever a store says while it fails: with the worst in it. */
const failing = <Store extends object>(store: Store): Store =>
  new Proxy(store, {
    get: () => () => {
      throw new Error(`D1_ERROR: UNIQUE constraint failed for '${NAME}' "${TOKEN}" ${""}`);
    },
  });

const headers = {
  Authorization: `Bearer ${TOKEN}`,
  "CF-Connecting-IP": SENDER,
  "Content-Type": "application/json",
};
const asks = [
  "/v1/summary",
  "/v1/series",
  "/v1/card.svg",
  "/embed",
  "/v1/editions",
  "/v1/health",
  "/v1/imports",
  "/v1/session",
];

async function askAll(): Promise<number[]> {
  const statuses = [];
  for (const path of asks)
    statuses.push((await room.get(`${path}?heading=${ASKED}&utm_source=${NAME}`, { headers })).status);
  for (const path of asks) statuses.push((await room.get(path, { headers })).status);
  const body = `{"name": "${NAME}", ${TOKEN}`;
  statuses.push((await room.get("/v1/imports", { method: "POST", headers, body })).status);
  return statuses;
}

function expectDiscreet(): void {
  for (const line of lines) {
    expect(line.split("\n")).toHaveLength(1);
    const { event, ...rest } = JSON.parse(line) as { event: string };
    expect(Object.keys(EVENTS)).toContain(event);
    expect(["edition", "setting", "error", "message", "at"]).toEqual(
      expect.arrayContaining(Object.keys(rest)),
    );
    for (const secret of [NAME, TOKEN, ASKED, SENDER]) expect(line).not.toContain(secret);
  }
}

describe("the log", () => {
  it("has no line of what went well, or was refused", async () => {
    await askAll();
    expect(lines).toEqual([]);
  });

  it("tells of stores that fail, and nothing of who asked, with what token, for what", async () => {
    room.restart();
    room.storage.EDITIONS = failing(env.EDITIONS);
    room.storage.DB = failing(env.DB);
    expect((await askAll()).filter((status) => status >= 500).length).toBeGreaterThan(3);
    expect(lines.length).toBeGreaterThan(0);
    expectDiscreet();
  });

  it("tells of bodies in KV that can't be read, and nothing of what is in them", async () => {
    const pointer = await env.EDITIONS.get<{ id: string }>("current", "json");
    await env.EDITIONS.put(`edition/${pointer?.id}`, `{"id": "${NAME}", "shape": ${TOKEN}`);
    room.restart();
    await askAll();
    expect(lines.length).toBeGreaterThan(0);
    expectDiscreet();
  });

  it("names the setting that can't be understood, and never its value", async () => {
    Object.assign(room.settings, {
      ACCESS_TEAM: TOKEN,
      ACCESS_AUD: NAME,
      ACCESS_ROLES: `{"admin": ["${NAME}`,
    });
    await askAll();
    expectDiscreet();
  });
});
