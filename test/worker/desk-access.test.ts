import { beforeEach, describe, expect, it } from "vitest";
import { ROLES, type Token } from "../../worker/contract/tokens.ts";
import { sha256Hex } from "../../worker/domain/digest.ts";
import { giveToken, type Newsroom, table } from "./desk-room.ts";
import { convicted, openNewsroom } from "./newsroom.ts";

const NOW = "2025-07-01T09:00:00Z";
let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom(NOW);
});

const IMPORTS = [
  ["GET", "/v1/imports"],
  ["GET", "/v1/imports/export"],
  ["POST", "/v1/imports/check/figures"],
  ["POST", "/v1/imports/check/cases?first=2025-01-01&last=2025-06-30"],
  ["POST", "/v1/imports/check"],
  ["POST", "/v1/imports"],
  ["PUT", "/v1/imports/0123456789abcdef/parts/0"],
  ["POST", "/v1/imports/0123456789abcdef/seal"],
  ["GET", "/v1/imports/0123456789abcdef"],
  ["DELETE", "/v1/imports/0123456789abcdef"],
  ["POST", "/v1/imports/0123456789abcdef/publish"],
  ["POST", "/v1/imports/revert"],
  ["POST", "/v1/imports/withdraw"],
  ["POST", "/v1/imports/withdrawals"],
  ["POST", "/v1/imports/redact"],
] as const;
const TOKENS = [
  ["GET", "/v1/tokens"],
  ["POST", "/v1/tokens"],
  ["DELETE", "/v1/tokens/12345678"],
] as const;

async function request(
  method: string,
  path: string,
  secret: string | null,
  body: unknown = {},
): Promise<Response> {
  return room.get(path, {
    method,
    headers: { "Content-Type": "application/json", ...(secret && { Authorization: `Bearer ${secret}` }) },
    ...(method !== "GET" && method !== "DELETE" && { body: JSON.stringify(body) }),
  });
}

/** Beyond the door a request is judged by what it asks for, never as 401 or 403. */
const isLetIn = ({ status }: Response) => status !== 401 && status !== 403;

describe("the desk's door", () => {
  it.each([...IMPORTS, ...TOKENS])("%s %s opens to its roles alone", async (method, path) => {
    const mayPass = path.startsWith("/v1/tokens") ? ["admin"] : ["desk", "admin"];
    for (const role of ROLES) {
      const response = await request(method, path, await giveToken(role, role));
      if (mayPass.includes(role)) expect(isLetIn(response), role).toBe(true);
      else expect(response.status, role).toBe(403);
    }
    const closed = [
      null,
      "ds_unknown",
      await giveToken("expired", "admin", { expires: "2025-07-01T08:59:59Z" }),
      await giveToken("revoked", "admin", { revoked: "2025-06-30T12:00:00Z" }),
      // What the table holds opens nothing.
      await sha256Hex("ds_secret-of-admin"),
    ];
    for (const secret of closed) {
      const response = await request(method, path, secret);
      expect(response.status, String(secret)).toBe(401);
      expect(response.headers.get("WWW-Authenticate")).toContain("Bearer");
    }
  });

  it("takes a token from the Authorization header only", async () => {
    const secret = await giveToken("desk", "desk");
    expect((await room.get(`/v1/imports?token=${secret}`)).status).toBe(401);
    expect((await room.get("/v1/imports", { headers: { Cookie: `token=${secret}` } })).status).toBe(401);
    expect(
      (await room.get("/v1/imports", { headers: { Authorization: `Basic ${btoa(`desk:${secret}`)}` } }))
        .status,
    ).toBe(401);
  });

  it("keeps its answers out of every cache", async () => {
    const secret = await giveToken("desk", "desk");
    for (const given of [secret, null]) {
      const response = await request("GET", "/v1/imports", given);
      expect(response.headers.get("Cache-Control")).toBe("no-store");
    }
  });

  it("changes nothing for those that it doesn't open to", async () => {
    const editor = await giveToken("editor", "editor");
    const id = await room.stageCases([convicted()]);
    const before = [await table("batch"), await table("edition"), await table("audit")];
    for (const [method, path] of IMPORTS) await request(method, path.replace("0123456789abcdef", id), editor);
    expect([await table("batch"), await table("edition"), await table("audit")]).toEqual(before);
  });
});

describe("a token", () => {
  let admin: string;
  beforeEach(async () => {
    admin = await giveToken("chief", "admin");
  });
  const make = async (body: object) => {
    const response = await request("POST", "/v1/tokens", admin, body);
    return {
      status: response.status,
      ...(await response.json<{ id: string; secret: string; expires_at: string }>()),
    };
  };

  it("is random, shown once, kept as a hash, and works until it expires", async () => {
    const [one, other] = [
      await make({ label: "night shift", role: "desk", days: 30 }),
      await make({ label: "night shift", role: "desk", days: 30 }),
    ];
    expect(one.status).toBe(201);
    expect(one.secret).toMatch(/^ds_[\w-]{43}$/);
    expect(other.secret).not.toBe(one.secret);
    expect(one.expires_at).toBe("2025-07-31T09:00:00Z");
    expect(JSON.stringify([await table("token"), await table("audit")])).not.toContain(one.secret);
    expect(await (await request("GET", "/v1/tokens", admin)).text()).not.toContain(one.secret);
    expect((await request("GET", "/v1/imports", one.secret)).status).toBe(200);
    room.clock.at = "2025-07-31T08:59:59Z";
    expect((await request("GET", "/v1/imports", one.secret)).status).toBe(200);
    room.clock.at = "2025-07-31T09:00:00Z";
    expect((await request("GET", "/v1/imports", one.secret)).status).toBe(401);
  });

  it("opens nothing once it is revoked, and says when it was last used", async () => {
    const { id, secret } = await make({ label: "intern", role: "desk", days: 30 });
    const listed = async () => {
      const { tokens } = await (await request("GET", "/v1/tokens", admin)).json<{ tokens: Token[] }>();
      return tokens.find((token) => token.id === id);
    };
    expect((await listed())?.last_used_on).toBeNull();
    room.clock.at = "2025-07-03T21:30:00Z";
    await request("GET", "/v1/imports", secret);
    expect(await listed()).toMatchObject({ last_used_on: "2025-07-03", revoked_at: null });
    expect((await request("DELETE", `/v1/tokens/${id}`, admin)).status).toBe(204);
    expect((await request("GET", "/v1/imports", secret)).status).toBe(401);
    expect((await listed())?.revoked_at).toBe("2025-07-03T21:30:00Z");
    expect((await request("DELETE", `/v1/tokens/${id}`, admin)).status).toBe(404);
    expect((await request("DELETE", "/v1/tokens/00000000", admin)).status).toBe(404);
  });

  it.each([
    [{ label: "x", role: "desk", days: 1 }],
    [{ label: "night shift", role: "chief", days: 1 }],
    [{ label: "night shift", role: "desk", days: 0 }],
    [{ label: "night shift", role: "desk", days: 4_000 }],
    [{ label: "night shift", role: "desk", secret: "ds_mine" }],
  ])("isn't made of %j", async (body) => {
    expect((await make(body)).status).toBe(422);
  });
});

describe("the audit", () => {
  it("has a line for every change, with who made it and when, and none for a look", async () => {
    const admin = await giveToken("chief", "admin");
    const made = await (
      await request("POST", "/v1/tokens", admin, { label: "night shift", role: "desk", days: 30 })
    ).json<{ id: string; secret: string }>();
    const first = await room.stageCases([convicted(), convicted()]);
    await room.preview(first);
    await request("POST", `/v1/imports/${first}/publish`, made.secret, { note: "First" });
    room.clock.at = "2025-07-02T09:00:00Z";
    await room.publishCases([convicted()], "partial");
    const wrong = await room.stageCases([convicted()], "partial");
    await request("DELETE", `/v1/imports/${wrong}`, made.secret);
    const back = { edition: "2025-07-01.1", note: "The second import was a mistake" };
    await request("POST", "/v1/imports/revert", made.secret, back);
    await request("DELETE", `/v1/tokens/${made.id}`, admin);
    await request("GET", "/v1/imports", admin);

    type Line = { at: string; actor: string; action: string; target: string; detail: string };
    const lines = (await table<Line>("audit"))
      // Parts are told in the audit's own test.
      .filter(({ action }) => action !== "open" && action !== "part")
      .map(({ at, actor, action, target }) => [at.slice(0, 10), actor, action, target]);
    expect(lines).toEqual([
      ["2025-07-01", "chief", "token-create", made.id],
      ["2025-07-01", "the desk", "stage", first],
      ["2025-07-01", "night shift", "publish", "2025-07-01.1"],
      ["2025-07-02", "the desk", "stage", expect.any(String)],
      ["2025-07-02", "the desk", "publish", "2025-07-02.1"],
      ["2025-07-02", "the desk", "stage", wrong],
      ["2025-07-02", "night shift", "discard", wrong],
      ["2025-07-02", "night shift", "revert", "2025-07-02.2"],
      ["2025-07-02", "chief", "token-revoke", made.id],
    ]);
  });

  it("has no line for what was refused", async () => {
    const id = await room.stageCases([convicted()]);
    await room.ask("POST", `/v1/imports/${id}/seal`, {});
    await room.publish(id);
    const before = await table("audit");
    expect(before).toHaveLength(4);
    await room.publish(id);
    await room.ask("POST", `/v1/imports/${id}/seal`, {});
    await room.ask("POST", "/v1/imports/revert", {
      edition: "2020-01-01.1",
      note: "There is no such edition",
    });
    await request("DELETE", "/v1/tokens/00000000", await giveToken("chief", "admin"));
    expect(await table("audit")).toEqual(before);
  });
});
