import { base64url, generateKeyPair, SignJWT } from "jose";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AuditBody } from "../../worker/contract/audit.ts";
import type { SessionBody } from "../../worker/contract/session.ts";
import { sha256Hex } from "../../worker/domain/digest.ts";
import { AUDIENCE, EMAIL_OF, openTeam, RULES, TEAM, type Team } from "../fixtures/access-team.ts";
import { type Api, expectDocumented } from "./api.ts";
import { giveToken, type Newsroom, table } from "./desk-room.ts";
import { openNewsroom } from "./newsroom.ts";
import { LEGIBLE } from "./theme-room.ts";

const ORIGIN = "https://stats.example";
let room: Newsroom;
let team: Team;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  team = await openTeam(room);
});
afterEach(() => vi.useRealTimers());

interface Sent {
  method?: string;
  origin?: string;
  body?: unknown;
  headers?: Record<string, string>;
}
const send = (path: string, assertion: string | null, { method, origin, body, headers }: Sent = {}) =>
  room.get(path, {
    ...(method && { method }),
    headers: {
      ...(assertion !== null && { "Cf-Access-Jwt-Assertion": assertion }),
      ...(origin && { Origin: origin }),
      ...(body !== undefined && { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const me = async (assertion: string) => {
  const response = await send("/v1/session", assertion);
  return { status: response.status, ...(await response.json<SessionBody & { detail: string }>()) };
};

describe("Cloudflare Access", () => {
  it("signs in without a token: the studio learns who one is", async () => {
    expect(await me(await team.sign())).toEqual({
      status: 200,
      label: `access:${(await sha256Hex(`https://${TEAM} 7335d417-61da-459d-899c-0a01c76a2f94`)).slice(0, 12)}`,
      role: "desk",
      via: "access",
      expires_at: "2025-07-02T09:00:00Z",
    });
    expect(team.asked).toEqual([`https://${TEAM}/cdn-cgi/access/certs`]);
  });

  it("is believed by its cookie on addresses that it doesn't guard", async () => {
    const cookie = { Cookie: `CF_Authorization=${await team.sign()}` };
    expect((await send("/v1/imports", null, { headers: cookie })).status).toBe(200);
    const broken = { Cookie: `CF_Authorization=${await team.sign({ aud: ["another"] })}` };
    expect((await send("/v1/imports", null, { headers: broken })).status).toBe(401);
  });

  it("gives what the role gives, and no more", async () => {
    const editor = await team.sign({ email: EMAIL_OF.editor });
    const put = { method: "PUT", body: LEGIBLE, origin: ORIGIN };
    expect((await send("/v1/themes/paper/draft", editor, put)).status).toBe(200);
    const refused = await send("/v1/imports", editor);
    expect([refused.status, (await refused.json<{ detail: string }>()).detail]).toEqual([
      403,
      "This needs the role desk or admin; Cloudflare Access gives you editor.",
    ]);
    expect((await send("/v1/audit", await team.sign({ email: EMAIL_OF.admin }))).status).toBe(200);
  });

  it("changes things for pages of this origin alone: the browser sends it by itself", async () => {
    const editor = await team.sign({ email: EMAIL_OF.editor });
    for (const origin of [undefined, "https://evil.example", "null", "http://stats.example"]) {
      const put = { method: "PUT", body: LEGIBLE, ...(origin && { origin }) };
      const refused = await send("/v1/themes/paper/draft", editor, put);
      expect([refused.status, await refused.json()]).toMatchObject([403, { type: "/docs#foreign-origin" }]);
    }
    expect(await table("theme_draft")).toEqual([]);
  });

  it("stands behind tokens and sessions: who signs in as somebody else is that", async () => {
    const assertion = await team.sign();
    const token = await giveToken("machine", "editor");
    const bearer = { headers: { Authorization: `Bearer ${token}` } };
    expect(await (await send("/v1/session", assertion, bearer)).json()).toMatchObject({ label: "machine" });
    const wrong = { headers: { Authorization: "Bearer ds_unknown" } };
    expect((await send("/v1/session", assertion, wrong)).status).toBe(401);

    const signedIn = await send("/v1/session", assertion, { method: "POST", body: { token } });
    const cookie = { headers: { Cookie: signedIn.headers.get("Set-Cookie")!.split(";")[0]! } };
    expect(await (await send("/v1/session", assertion, cookie)).json()).toMatchObject({ label: "machine" });
    await send("/v1/session", assertion, { ...cookie, method: "DELETE", origin: ORIGIN });
    expect(await (await send("/v1/session", assertion, cookie)).json()).toMatchObject({ via: "access" });
  });

  it("leaves readers alone", async () => {
    expect((await send("/v1/health", "not.an.assertion")).status).toBe(503);
    expect((await send("/v1/openapi.json", "not.an.assertion")).status).toBe(200);
    expect(team.asked).toEqual([]);
  });
});

describe("an assertion", () => {
  const hour = 3_600;
  const at = Date.parse("2025-07-01T09:00:00Z") / 1_000;

  it.each([
    ["another team's", { iss: "https://other.cloudflareaccess.com" }, '"iss"'],
    ["for another application", { aud: ["0".repeat(64)] }, '"aud"'],
    ["for none", { aud: [] }, '"aud"'],
    ["expired", { iat: at - 2 * hour, nbf: at - 2 * hour, exp: at - hour }, '"exp"'],
    ["without an end", { exp: undefined }, '"exp"'],
    ["not in force yet", { nbf: at + hour }, '"nbf"'],
    ["without a person", { sub: undefined }, '"sub"'],
    ["of a service", { sub: "", common_name: "e367.access" }, "no person"],
  ])("%s isn't taken, and the answer says by which claim", async (_, differences, named) => {
    const { status, detail } = await me(await team.sign(differences));
    expect([status, detail]).toEqual([401, expect.stringContaining(named)]);
    expect(detail).not.toContain("paper.example");
  });

  it("is taken that was signed this moment by a clock a little ahead, and until it expires", async () => {
    const soon = await team.sign({ iat: at + 3, nbf: at + 3, exp: at + hour });
    expect((await me(soon)).status).toBe(200);
    room.clock.at = "2025-07-01T10:00:10Z";
    expect((await me(soon)).status).toBe(401);
  });

  it("isn't taken without a signature (alg none)", async () => {
    const part = (value: object) => base64url.encode(JSON.stringify(value));
    for (const alg of ["none", "None", "NONE"]) {
      const unsigned = `${part({ alg, typ: "JWT" })}.${part(team.claims())}.`;
      expect((await me(unsigned)).status, alg).toBe(401);
    }
    expect(team.asked).toEqual([]);
  });

  it("isn't taken that is signed with the public key as if it were a secret (HS256)", async () => {
    const { n } = team.publicKey();
    for (const secret of [JSON.stringify(team.publicKey()), n!]) {
      const forged = await new SignJWT(team.claims())
        .setProtectedHeader({ alg: "HS256", kid: "key of May" })
        .sign(new TextEncoder().encode(secret));
      expect((await me(forged)).status).toBe(401);
    }
  });

  it.each(["PS256", "RS512", "ES256"])("isn't taken with another algorithm: %s", async (alg) => {
    const { privateKey } = await generateKeyPair(alg);
    const other = new SignJWT(team.claims()).setProtectedHeader({ alg, kid: "key of May" });
    expect((await me(await other.sign(privateKey))).status).toBe(401);
  });

  it("isn't taken by another key under a known name, nor with changed claims", async () => {
    const { privateKey } = await generateKeyPair("RS256");
    expect((await me(await team.sign({}, { kid: "key of May", key: privateKey }))).status).toBe(401);
    const [head, , signature] = (await team.sign()).split(".");
    const claims = base64url.encode(JSON.stringify(team.claims({ email: EMAIL_OF.admin })));
    expect((await me(`${head}.${claims}.${signature}`)).status).toBe(401);
  });

  it.each(["", "x", "a.b", "a.b.c", "a.b.c.d.e", "null", "x".repeat(9_000)])(
    "isn't %j",
    async (assertion) => {
      expect((await me(assertion)).status).toBe(401);
    },
  );
});

describe("the team's keys", () => {
  it("are asked for once, however many sign in", async () => {
    for (const sub of ["one", "two", "three"]) expect((await me(await team.sign({ sub }))).status).toBe(200);
    expect(team.asked).toHaveLength(1);
  });

  it("are asked for again when an unknown one signs, though not at every try of a forger", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2025-07-01T09:00:00Z") });
    const old = await team.sign();
    expect((await me(old)).status).toBe(200);

    const { privateKey } = await generateKeyPair("RS256");
    const forged = await team.sign({}, { kid: "nobody's", key: privateKey });
    for (let tries = 0; tries < 5; tries += 1) expect((await me(forged)).status).toBe(401);
    expect(team.asked).toHaveLength(1);

    const next = await team.addKey("key of July");
    vi.setSystemTime(Date.parse("2025-07-01T09:01:00Z"));
    expect((await me(await team.sign({}, next))).status).toBe(200);
    expect((await me(old)).status).toBe(200);
    expect(team.asked).toHaveLength(2);
  });

  it("stop being believed once the team has withdrawn them", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2025-07-01T09:00:00Z") });
    const old = await team.sign();
    expect((await me(old)).status).toBe(200);
    await team.addKey("key of July");
    team.forgetKey("key of May");
    vi.setSystemTime(Date.parse("2025-07-01T09:11:00Z"));
    expect((await me(old)).status).toBe(401);
  });

  it.each([
    ["nobody answers", () => Promise.reject(new TypeError("No route to host"))],
    ["it isn't there", () => Promise.resolve(new Response("", { status: 404 }))],
    ["another page answers", () => Promise.resolve(new Response("<!doctype html>"))],
    ["the answer holds no keys", () => Promise.resolve(Response.json({ errors: [] }))],
    ["it sends elsewhere", () => Promise.resolve(Response.redirect("https://evil.example/certs"))],
  ])("that can't be had open nothing, and tokens go on working: %s", async (_, answer) => {
    room.outside.fetchKeys = answer;
    const assertion = await team.sign();
    const refused = await send("/v1/session", assertion);
    expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "60"]);
    const bearer = { headers: { Authorization: `Bearer ${await giveToken("machine", "desk")}` } };
    expect((await send("/v1/session", assertion, bearer)).status).toBe(200);
  });
});

describe("a role", () => {
  const roleOf = async (claims: object) => (await me(await team.sign({ email: undefined, ...claims }))).role;

  it("comes by e-mail address, by domain, or by a claim of the identity provider", async () => {
    expect(await roleOf({ email: "Chief@Paper.example" })).toBe("admin");
    expect(await roleOf({ email: "somebody@look.example" })).toBe("editor");
    expect(await roleOf({ custom: { groups: ["sports", "data-desk"] } })).toBe("desk");
    expect(await roleOf({ custom: { groups: "data-desk" } })).toBe("desk");
  });

  it("is the first of admin, desk and editor that fits", async () => {
    expect(await roleOf({ email: EMAIL_OF.admin, custom: { groups: ["data-desk"] } })).toBe("admin");
    expect(await roleOf({ email: EMAIL_OF.editor, custom: { groups: ["data-desk"] } })).toBe("desk");
  });

  it.each([
    [{ email: "somebody@paper.example" }],
    [{ email: "chief@paper.example.evil.example" }],
    [{ email: "somebody@evil-look.example" }],
    [{ email: "look.example@evil.example" }],
    [{ email: ["chief@paper.example"] }],
    [{ groups: ["data-desk"] }],
    [{ custom: { groups: ["data-desk-interns"], email: "chief@paper.example" } }],
    [{ custom: ["data-desk"] }],
    [{ custom: null }],
    [{}],
  ])("isn't had by %j", async (claims) => {
    const { status, detail } = await me(await team.sign({ email: undefined, ...claims }));
    expect([status, detail]).toEqual([
      403,
      "This needs the role editor or desk or admin; Cloudflare Access gives you none.",
    ]);
  });
});

describe("whom Access vouches for", () => {
  it("is stored under a pseudonym: no e-mail address, no id of Access, no assertion", async () => {
    const assertion = await team.sign({ email: EMAIL_OF.editor });
    const change = (path: string, method: string, body?: unknown) =>
      send(path, assertion, { method, origin: ORIGIN, body });
    await change("/v1/themes/paper/draft", "PUT", LEGIBLE);
    await change("/v1/themes/paper/publish", "POST", {});
    const tables = ["audit", "theme_version", "theme_draft", "session", "token"];
    const kept = JSON.stringify(await Promise.all(tables.map((name) => table(name))));
    for (const secret of [EMAIL_OF.editor, "7335d417", assertion]) expect(kept).not.toContain(secret);
    const admin = await team.sign({ email: EMAIL_OF.admin, sub: "the chief" });
    const { entries } = await (await send("/v1/audit", admin)).json<AuditBody>();
    const { label } = await me(assertion);
    expect(label).toMatch(/^access:[0-9a-f]{12}$/);
    expect(entries.map(({ who, action }) => [who, action])).toEqual([
      [label, "theme-publish"],
      [label, "theme-draft"],
    ]);
  });

  it("can't be played by a token's label", async () => {
    const headers = { Authorization: `Bearer ${await giveToken("chief", "admin")}` };
    const body = { label: "access:0123456789ab", role: "desk", days: 1 };
    expect((await send("/v1/tokens", null, { method: "POST", body, headers })).status).toBe(422);
  });
});

describe("the settings of Access", () => {
  it("are off where they aren't given: an assertion is nobody's word", async () => {
    const assertion = await team.sign();
    for (const ACCESS_TEAM of [undefined, ""]) {
      room.settings.ACCESS_TEAM = ACCESS_TEAM;
      if (ACCESS_TEAM === undefined) delete room.settings.ACCESS_TEAM;
      expect((await me(assertion)).status).toBe(401);
    }
    expect(team.asked).toEqual([]);
  });

  it("may be JSON as well as its text", async () => {
    room.settings.ACCESS_ROLES = RULES;
    expect((await me(await team.sign())).role).toBe("desk");
  });

  it.each([
    { ACCESS_TEAM: "https://newsroom.cloudflareaccess.com" },
    { ACCESS_TEAM: "newsroom.cloudflareaccess.com/evil" },
    { ACCESS_AUD: "" },
    { ACCESS_AUD: undefined },
    { ACCESS_ROLES: undefined },
    { ACCESS_ROLES: "admin: chief@paper.example" },
    { ACCESS_ROLES: '{"chief":["chief@paper.example"]}' },
    { ACCESS_ROLES: '{"admin":"chief@paper.example"}' },
    { ACCESS_ROLES: '{"admin":["everybody"]}' },
    { ACCESS_ROLES: '{"admin":[""]}' },
    { ACCESS_ROLES: '{"admin":["@"]}' },
  ])("open nothing to a browser with a slip of the pen: %j; tokens go on working", async (slip) => {
    Object.assign(room.settings, slip);
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    expect((await me(await team.sign())).status).toBe(500);
    expect(String(logged.mock.calls[0]?.[0])).toContain(Object.keys(slip)[0]);
    const token = await giveToken("machine", "desk");
    const headers = { Authorization: `Bearer ${token}` };
    expect((await send("/v1/session", null, { headers })).status).toBe(200);
    // Sessions go on, and nobody is nobody.
    const signedIn = await send("/v1/session", null, { method: "POST", body: { token } });
    const cookie = { Cookie: signedIn.headers.get("Set-Cookie")!.split(";")[0]! };
    expect((await send("/v1/session", null, { headers: cookie })).status).toBe(200);
    expect((await send("/v1/session", await team.sign(), { headers: cookie })).status).toBe(200);
    expect((await send("/v1/session", null)).status).toBe(401);
    logged.mockRestore();
  });

  it("are said to be wrong by health, with the name and without the value", async () => {
    const health = async () => (await send("/v1/health", null)).json<{ access: object }>();
    expect((await health()).access).toEqual({ state: "on" });
    room.settings.ACCESS_TEAM = "https://the-secret-team.example";
    room.settings.ACCESS_ROLES = '{"admin":["somebody secret"]}';
    const { access } = await health();
    expect(access).toMatchObject({
      state: "shut",
      faults: [expect.stringContaining("ACCESS_TEAM: "), expect.stringContaining("ACCESS_ROLES")],
    });
    expect(JSON.stringify(access)).not.toContain("secret");
    delete room.settings.ACCESS_TEAM;
    expect((await health()).access).toEqual({ state: "off" });
  });
});

describe("the session's address with Access", () => {
  it("answers as documented", async () => {
    const api = await room.json<Api>("/v1/openapi.json");
    const documented = async (assertion: string, status: number) => {
      const response = await send("/v1/session", assertion);
      expect([response.status, response.headers.get("Cache-Control")]).toEqual([status, "no-store"]);
      await expectDocumented(response, api.paths["/v1/session"]!.get!, api, String(status));
    };
    await documented(await team.sign(), 200);
    await documented(await team.sign({ aud: ["another"] }), 401);
    await documented(await team.sign({ email: "nobody@nowhere.example" }), 403);
    room.restart();
    room.outside.fetchKeys = () => Promise.reject(new TypeError("No route to host"));
    await documented(await team.sign({ aud: AUDIENCE }), 503);
  });
});
