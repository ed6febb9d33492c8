import { beforeEach, describe, expect, it } from "vitest";
import type { SessionBody } from "../../worker/contract/session.ts";
import type { Role } from "../../worker/contract/tokens.ts";
import { sha256Hex } from "../../worker/domain/digest.ts";
import { type Api, expectDocumented } from "./api.ts";
import { giveToken, type Newsroom, table } from "./desk-room.ts";
import { openNewsroom } from "./newsroom.ts";
import { LEGIBLE } from "./theme-room.ts";

const ORIGIN = "https://stats.example";
const OTHER = "https://evil.example";
let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
});

interface Sent {
  method?: string;
  origin?: string | null;
  cookie?: string;
  body?: unknown;
  token?: string;
}

const send = (path: string, { method = "GET", origin = ORIGIN, cookie, body, token }: Sent = {}) =>
  room.get(path, {
    method,
    headers: {
      ...(origin !== null && { Origin: origin }),
      ...(cookie && { Cookie: cookie }),
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "Content-Type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

/** The cookie as the browser would send it back. */
const cookieOf = (response: Response) => response.headers.get("Set-Cookie")?.split(";")[0] ?? "";
const signIn = async (label: string, role: Role, options = {}) => {
  const response = await send("/v1/session", {
    method: "POST",
    body: { token: await giveToken(label, role, options) },
  });
  return { response, cookie: cookieOf(response) };
};
const me = async (cookie: string) => (await send("/v1/session", { cookie })).status;

describe("asking whether somebody is signed in", () => {
  const asked = "/v1/session?or=nobody";

  it("is no failure where nobody is, so that a first visit leaves a browser's console clean", async () => {
    const api = await room.json<Api>("/v1/openapi.json");
    for (const cookie of [undefined, "__Host-session=unknown"]) {
      const answer = await send(asked, cookie === undefined ? {} : { cookie });
      expect(answer.status).toBe(204);
      expect(answer.headers.get("Cache-Control")).toContain("no-store");
      await expectDocumented(answer, api.paths["/v1/session"]!.get!, api, asked);
    }
    expect((await send("/v1/session")).status).toBe(401);
  });

  it("gives the session where somebody is, and refuses a token that isn't in force", async () => {
    const { cookie } = await signIn("the look", "editor");
    expect(await (await send(asked, { cookie })).json()).toMatchObject({ label: "the look" });
    expect((await send(asked, { token: "unknown" })).status).toBe(401);
  });
});

describe("signing in", () => {
  it("turns a token into a cookie that no script can read and no other site's page can send", async () => {
    const { response, cookie } = await signIn("the look", "editor");
    expect(response.status).toBe(200);
    const [, ...attributes] = response.headers.get("Set-Cookie")!.split("; ");
    expect(attributes.sort()).toEqual(["HttpOnly", "Max-Age=43200", "Path=/", "SameSite=Strict", "Secure"]);
    expect(cookie).toMatch(/^__Host-session=[\w-]{43}$/);
    const signedIn = {
      label: "the look",
      role: "editor",
      via: "token",
      expires_at: "2025-07-01T21:00:00Z",
    } satisfies SessionBody;
    expect(await response.json()).toEqual(signedIn);
    expect(await (await send("/v1/session", { cookie })).json()).toEqual(signedIn);
  });

  it("makes another session each time, of which only the hash is kept, and says neither secret again", async () => {
    const token = await giveToken("the look", "editor");
    const cookies = [];
    for (let times = 0; times < 2; times += 1) {
      const response = await send("/v1/session", { method: "POST", body: { token } });
      cookies.push(cookieOf(response));
      expect(await response.text()).not.toContain(token);
    }
    const secrets = cookies.map((cookie) => cookie.split("=")[1]!);
    expect(secrets[0]).not.toBe(secrets[1]);
    const kept = JSON.stringify([await table("session"), await table("audit"), await table("token")]);
    for (const secret of [...secrets, token]) expect(kept).not.toContain(secret);
    expect((await table<{ sha256: string }>("session")).map(({ sha256 }) => sha256).sort()).toEqual(
      (await Promise.all(secrets.map(sha256Hex))).sort(),
    );
  });

  it("again with the same browser ends the session before", async () => {
    const token = await giveToken("the look", "editor");
    const first = cookieOf(await send("/v1/session", { method: "POST", body: { token } }));
    const again = cookieOf(await send("/v1/session", { method: "POST", body: { token }, cookie: first }));
    expect([await me(first), await me(again)]).toEqual([401, 200]);
  });

  it("refuses a token that isn't in force, a hash from the store, and a request from another page", async () => {
    const good = await giveToken("good", "admin");
    const tokens = [
      "ds_unknown",
      await sha256Hex(good),
      await giveToken("expired", "admin", { expires: "2025-07-01T08:59:59Z" }),
      await giveToken("revoked", "admin", { revoked: "2025-06-30T12:00:00Z" }),
    ];
    for (const token of tokens) {
      const refused = await send("/v1/session", { method: "POST", body: { token } });
      expect([refused.status, refused.headers.get("Set-Cookie")], token).toEqual([401, null]);
      expect(await refused.text()).not.toContain(token);
    }
    const foreign = await send("/v1/session", { method: "POST", body: { token: good }, origin: OTHER });
    expect([foreign.status, foreign.headers.get("Set-Cookie")]).toEqual([403, null]);
    expect(await table("session")).toEqual([]);
    expect(await table("audit")).toEqual([]);
  });

  it.each([{}, { token: "" }, { token: 1 }, { token: "x".repeat(201) }, { token: "ds_a", role: "admin" }])(
    "isn't done with %j",
    async (body) => {
      expect((await send("/v1/session", { method: "POST", body })).status).toBe(422);
    },
  );

  it("takes no form of another site: nothing but JSON", async () => {
    const token = await giveToken("the look", "editor");
    const response = await room.get("/v1/session", {
      method: "POST",
      headers: { "Content-Type": "text/plain" },
      body: JSON.stringify({ token }),
    });
    expect(response.status).toBe(415);
  });
});

describe("a session", () => {
  it("opens what its token's role opens, and no more", async () => {
    const { cookie } = await signIn("the look", "editor");
    const put = { method: "PUT", body: LEGIBLE, cookie };
    expect((await send("/v1/themes/paper/draft", put)).status).toBe(200);
    expect((await send("/v1/imports", { cookie })).status).toBe(403);
    expect((await send("/v1/tokens", { cookie })).status).toBe(403);
  });

  it("ends after twelve hours, with its token's expiry, or when its token is revoked", async () => {
    const long = await signIn("long", "desk");
    const short = await signIn("short", "desk", { expires: "2025-07-01T10:00:00Z" });
    const revoked = await signIn("revoked", "desk");
    expect(await short.response.json()).toMatchObject({ expires_at: "2025-07-01T10:00:00Z" });
    const admin = await giveToken("chief", "admin");
    expect((await send("/v1/tokens/revoked", { method: "DELETE", token: admin })).status).toBe(204);
    const all = () => Promise.all([long, short, revoked].map(({ cookie }) => me(cookie)));
    expect(await all()).toEqual([200, 200, 401]);
    room.clock.at = "2025-07-01T10:00:00Z";
    expect(await all()).toEqual([200, 401, 401]);
    room.clock.at = "2025-07-01T20:59:59Z";
    expect(await me(long.cookie)).toBe(200);
    room.clock.at = "2025-07-01T21:00:00Z";
    expect(await me(long.cookie)).toBe(401);
  });

  it("is forgotten once it is over", async () => {
    await signIn("the first", "desk");
    room.clock.at = "2025-07-02T09:00:00Z";
    await signIn("the next", "desk");
    expect((await table<{ token_id: string }>("session")).map(({ token_id }) => token_id)).toEqual([
      "the next",
    ]);
  });

  it("changes things for pages of its own origin alone", async () => {
    const { cookie } = await signIn("the look", "editor");
    const put = { method: "PUT", body: LEGIBLE, cookie };
    for (const origin of [OTHER, "null", null, "http://stats.example", "https://stats.example:8443"]) {
      const refused = await send("/v1/themes/paper/draft", { ...put, origin });
      expect(refused.status, String(origin)).toBe(403);
      expect(await refused.json()).toMatchObject({ type: "/docs#foreign-origin" });
      const stays = await send("/v1/session", { method: "DELETE", cookie, origin });
      expect([stays.status, await me(cookie)]).toEqual([403, 200]);
    }
    expect(await table("theme_draft")).toEqual([]);
    expect((await send("/v1/themes", { cookie, origin: null })).status).toBe(200);
  });

  it("isn't asked where a token is sent: a wrong one isn't made good by the cookie", async () => {
    const { cookie } = await signIn("the look", "editor");
    expect((await send("/v1/session", { cookie, token: "ds_unknown" })).status).toBe(401);
    const desk = await giveToken("machine", "desk");
    expect(await (await send("/v1/session", { cookie, token: desk })).json()).toMatchObject({
      label: "machine",
      expires_at: "2099-01-01T00:00:00Z",
    });
    const put = { method: "PUT", body: LEGIBLE, cookie, token: desk, origin: OTHER };
    expect((await send("/v1/themes/paper/draft", put)).status).toBe(403);
  });

  it.each([
    "session=x",
    "__Host-session=",
    "__Host-session=unknown",
    "__host-session=x",
    "__Host-session=%00",
  ])("isn't %s", async (cookie) => {
    expect(await me(cookie)).toBe(401);
  });
});

describe("signing out", () => {
  it("ends the session here, not only in the browser, and takes the cookie away", async () => {
    const { cookie } = await signIn("the look", "editor");
    const other = await signIn("the desk too", "desk");
    const response = await send("/v1/session", { method: "DELETE", cookie });
    expect(response.status).toBe(204);
    expect(response.headers.get("Set-Cookie")).toMatch(/^__Host-session=; Max-Age=0; Path=\/; .*Secure/);
    expect([await me(cookie), await me(other.cookie)]).toEqual([401, 200]);
  });

  it("of a browser that isn't signed in leaves nothing behind either", async () => {
    expect((await send("/v1/session", { method: "DELETE" })).status).toBe(204);
    const unknown = await send("/v1/session", { method: "DELETE", cookie: "__Host-session=unknown" });
    expect(unknown.status).toBe(204);
    expect(await table("audit")).toEqual([]);
  });

  it("stands in the audit, and so does signing in", async () => {
    const { cookie } = await signIn("the look", "editor");
    room.clock.at = "2025-07-01T10:00:00Z";
    await send("/v1/session", { method: "DELETE", cookie });
    await send("/v1/session", { method: "DELETE", cookie });
    expect(await table("audit")).toMatchObject([
      { at: "2025-07-01T09:00:00Z", actor: "the look", action: "session-start", target: "the look" },
      { at: "2025-07-01T10:00:00Z", actor: "the look", action: "session-end", target: "the look" },
    ]);
  });
});

describe("the session's address", () => {
  it("answers as documented, and for no cache", async () => {
    const api = await room.json<Api>("/v1/openapi.json");
    const documented = async (response: Response, method: string, status: number) => {
      expect([response.status, response.headers.get("Cache-Control")]).toEqual([status, "no-store"]);
      await expectDocumented(response, api.paths["/v1/session"]![method]!, api, `${method} ${status}`);
    };
    const { response, cookie } = await signIn("the look", "editor");
    await documented(response, "post", 200);
    await documented(await send("/v1/session", { method: "POST", body: { token: "ds_no" } }), "post", 401);
    await documented(await send("/v1/session", { method: "POST", body: {}, origin: OTHER }), "post", 403);
    await documented(await send("/v1/session", { method: "POST", body: {} }), "post", 422);
    await documented(await send("/v1/session", { cookie }), "get", 200);
    await documented(await send("/v1/session"), "get", 401);
    await documented(await send("/v1/session", { method: "DELETE", cookie, origin: OTHER }), "delete", 403);
    await documented(await send("/v1/session", { method: "DELETE", cookie }), "delete", 204);
  });
});
