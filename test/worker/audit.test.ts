import { beforeEach, describe, expect, it } from "vitest";
import { AUDIT_PAGE } from "../../worker/config.ts";
import type { AuditBody } from "../../worker/contract/audit.ts";
import { audit } from "../../worker/store/audit.ts";
import { type Api, expectDocumented } from "./api.ts";
import { giveToken, type Newsroom, openBatch } from "./desk-room.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";
import { editorOf, LEGIBLE } from "./theme-room.ts";

let room: Newsroom;
let admin: string;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  admin = await giveToken("chief", "admin");
});

const look = (query = "", secret = admin) =>
  room.get(`/v1/audit${query}`, { headers: { Authorization: `Bearer ${secret}` } });
const read = async (query = "") => (await look(query)).json<AuditBody>();
const actions = async () => (await read()).entries.map(({ who, action }) => `${who}: ${action}`).reverse();

/** Lines of the audit as changes leave them. */
async function write(count: number): Promise<void> {
  const { DB } = room.storage;
  const lines = Array.from({ length: count }, (_, number) =>
    audit(DB, "2025-07-01T09:00:00Z", "machine", "part", `batch ${number}`, { number }),
  );
  await DB.batch(lines);
}

describe("the audit", () => {
  it("tells admins who changed what and when, newest first", async () => {
    const id = await room.stageCases([convicted()]);
    room.clock.at = "2025-07-01T10:00:00Z";
    await room.publish(id);
    const { entries, next } = await read();
    expect(next).toBeUndefined();
    expect(entries).toEqual([
      {
        at: "2025-07-01T10:00:00Z",
        who: "the desk",
        action: "publish",
        subject: "2025-07-01.1",
        detail: { batch: id, guard: [], override: null },
      },
      {
        at: "2025-07-01T09:00:00Z",
        who: "the desk",
        action: "stage",
        subject: id,
        detail: { kind: "cases", mode: "auto", parts: 1, read_on: "2025-07-01" },
      },
      {
        at: "2025-07-01T09:00:00Z",
        who: "the desk",
        action: "part",
        subject: id,
        detail: { number: 0 },
      },
      {
        at: "2025-07-01T09:00:00Z",
        who: "the desk",
        action: "open",
        subject: id,
        detail: { kind: "cases", mode: "auto", parts: 1, read_on: "2025-07-01" },
      },
    ]);
  });

  it("has every kind of change", async () => {
    const send = (method: string, path: string, body?: unknown, secret = admin) =>
      room.get(path, {
        method,
        headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    await room.publishFigures(LEDGER.slice(0, 20));
    await room.publishFigures(LEDGER.slice(0, 21));
    await room.ask("POST", "/v1/imports/revert", { edition: "2025-07-01.1", note: "Taken back again" });
    const { id } = await openBatch(room, [[convicted()]]);
    await send("DELETE", `/v1/imports/${id}`);
    const token = { label: "night shift", role: "desk", days: 1 };
    const made = await (await send("POST", "/v1/tokens", token)).json<{ id: string }>();
    await send("DELETE", `/v1/tokens/${made.id}`);
    const editor = await editorOf(room);
    await editor("PUT", "/v1/themes/paper/draft", LEGIBLE);
    await editor("DELETE", "/v1/themes/paper/draft", undefined, { "If-Match": "*" });
    await editor("PUT", "/v1/themes/paper", LEGIBLE);
    await editor("DELETE", "/v1/themes/paper", undefined, { "If-Match": "*" });
    const signedIn = await room.get("/v1/session", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ token: admin }),
    });
    await room.get("/v1/session", {
      method: "DELETE",
      headers: {
        Origin: "https://stats.example",
        Cookie: signedIn.headers.get("Set-Cookie")!.split(";")[0]!,
      },
    });
    expect(await actions()).toEqual([
      ...["open", "part", "stage", "publish"].map((action) => `the desk: ${action}`),
      ...["open", "part", "stage", "publish", "revert"].map((action) => `the desk: ${action}`),
      "the desk: open",
      "chief: discard",
      "chief: token-create",
      "chief: token-revoke",
      ...["theme-draft", "theme-draft-discard", "theme-publish", "theme-delete"].map(
        (action) => `the look: ${action}`,
      ),
      "chief: session-start",
      "chief: session-end",
    ]);
  });

  it("has no second line where a change was made already", async () => {
    const parts = [[convicted()]];
    const { id } = await openBatch(room, parts);
    await openBatch(room, parts);
    await room.ask("DELETE", `/v1/imports/${id}`);
    await room.ask("DELETE", `/v1/imports/${id}`);
    expect(await actions()).toEqual(["the desk: open", "the desk: discard"]);
  });

  it("comes page by page, each line once, however many come in meanwhile", async () => {
    await write(2 * AUDIT_PAGE);
    const first = await read();
    await write(5);
    const second = await read(`?before=${first.next}`);
    expect([first.entries.length, second.entries.length]).toEqual([AUDIT_PAGE, AUDIT_PAGE]);
    expect(second).not.toHaveProperty("next");
    const seen = [...first.entries, ...second.entries].map(({ subject }) => subject);
    expect(seen).toEqual(Array.from({ length: 2 * AUDIT_PAGE }, (_, n) => `batch ${2 * AUDIT_PAGE - 1 - n}`));
  });

  it("holds no secret and no more than admins may see", async () => {
    const label = await giveToken("machine", "desk");
    await room.stageCases([convicted()]);
    expect((await look("", label)).status).toBe(403);
    expect((await room.get("/v1/audit")).status).toBe(401);
    expect(await (await look()).text()).not.toContain("ds_");
  });

  it("answers as documented, for no cache", async () => {
    await write(AUDIT_PAGE + 1);
    const api = await room.json<Api>("/v1/openapi.json");
    const operation = api.paths["/v1/audit"]!.get!;
    for (const [query, status] of [
      ["", 200],
      ["?before=5", 200],
      ["?before=0", 400],
      ["?before=x", 400],
      ["?after=5", 400],
    ] as const) {
      const response = await look(query);
      expect([response.status, response.headers.get("Cache-Control")], query).toEqual([status, "no-store"]);
      await expectDocumented(response, operation, api, `/v1/audit${query}`);
    }
  });
});
