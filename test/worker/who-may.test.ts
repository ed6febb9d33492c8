import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../worker/app.ts";
import { ROLES, type Role } from "../../worker/contract/tokens.ts";
import { sha256Hex } from "../../worker/domain/digest.ts";
import { EMAIL_OF, openTeam, type Team } from "../fixtures/access-team.ts";
import type { Api } from "./api.ts";
import { giveToken, type Newsroom, table } from "./desk-room.ts";
import { openNewsroom } from "./newsroom.ts";

/** Whom an address lets in, of all who may ask. */
type Rule = "everybody" | readonly Role[] | ((sender: Sender) => Verdict);
type Verdict = "in" | 401 | 403;

const DESK = ["desk", "admin"] as const;
const EDITORS = ["editor", "admin"] as const;
const ADMINS = ["admin"] as const;
/** Signing in is for everybody, but not from another site's page. */
const OWN_PAGE = ({ origin }: Sender): Verdict => (origin === "foreign" ? 403 : "in");
/** Signing out too; and a browser that has a session does it by a page of this origin. */
const OWN_WISH = ({ origin, by }: Sender): Verdict => (by === "session" && origin !== "own" ? 403 : "in");

/** Every address and method, and whom it is for. What isn't here fails, so that no route comes without a rule. */
const RULES: Readonly<Record<string, Rule>> = {
  "GET /": "everybody",
  "GET /docs": "everybody",
  "GET /guides/": "everybody",
  "GET /guides/{name}": "everybody",
  "GET /embed": "everybody",
  "GET /embed/fragment.html": "everybody",
  "GET /embed/manifest.json": "everybody",
  "GET /embed/{file}": "everybody",
  "GET /history": "everybody",
  "GET /methodology": "everybody",
  "GET /oembed": "everybody",
  "GET /v1/card.png": "everybody",
  "GET /v1/card.svg": "everybody",
  "GET /v1/compare": "everybody",
  "GET /v1/corrections": "everybody",
  "GET /v1/corrections.atom": "everybody",
  "GET /v1/corrections.feed.json": "everybody",
  "GET /v1/editions.atom": "everybody",
  "GET /v1/editions.feed.json": "everybody",
  "GET /v1/datapackage.json": "everybody",
  "GET /v1/editions": "everybody",
  "GET /v1/editions/{id}": "everybody",
  "GET /v1/editions/{id}/additions": "everybody",
  "GET /v1/figures": "everybody",
  "GET /v1/figures.csv": "everybody",
  "GET /v1/figures/conflicts": "everybody",
  "GET /v1/figures/rates": "everybody",
  "GET /v1/health": "everybody",
  "GET /v1/openapi.json": "everybody",
  "GET /v1/series": "everybody",
  "GET /v1/series.csv": "everybody",
  "GET /v1/series.metadata.json": "everybody",
  "GET /v1/versions": "everybody",
  "GET /v1/versions.csv": "everybody",
  "GET /v1/courts": "everybody",
  "GET /v1/courts.csv": "everybody",
  "GET /v1/regions": "everybody",
  "GET /v1/regions.csv": "everybody",
  "GET /v1/summary": "everybody",

  "GET /v1/session": ROLES,
  "POST /v1/session": OWN_PAGE,
  "DELETE /v1/session": OWN_WISH,

  "GET /v1/themes": ROLES,
  "GET /v1/themes/{slug}": "everybody",
  "POST /v1/themes/{slug}/preview/summary": OWN_PAGE,
  "POST /v1/themes/{slug}/preview/compare": OWN_PAGE,
  "POST /v1/themes/{slug}/preview/card.png": OWN_PAGE,
  "POST /v1/themes/{slug}/preview/oembed": OWN_PAGE,
  "PUT /v1/themes/{slug}": EDITORS,
  "DELETE /v1/themes/{slug}": EDITORS,
  "GET /v1/themes/{slug}/versions": EDITORS,
  "POST /v1/themes/{slug}/publish": EDITORS,
  "GET /v1/themes/{slug}/draft": EDITORS,
  "PUT /v1/themes/{slug}/draft": EDITORS,
  "DELETE /v1/themes/{slug}/draft": EDITORS,

  "GET /v1/imports": DESK,
  "POST /v1/imports": DESK,
  "GET /v1/imports/editions": DESK,
  "POST /v1/imports/editions/{id}/additions": DESK,
  "GET /v1/imports/export": DESK,
  "GET /v1/imports/courts": DESK,
  "GET /v1/imports/difference": DESK,
  "GET /v1/imports/ledger": DESK,
  "POST /v1/imports/check": DESK,
  "POST /v1/imports/check/cases": DESK,
  "POST /v1/imports/check/figures": DESK,
  "POST /v1/imports/revert": DESK,
  "POST /v1/imports/withdraw": DESK,
  "POST /v1/imports/withdrawals": DESK,
  "POST /v1/imports/redact": DESK,
  "GET /v1/imports/{id}": DESK,
  "DELETE /v1/imports/{id}": DESK,
  "PUT /v1/imports/{id}/parts/{number}": DESK,
  "POST /v1/imports/{id}/seal": DESK,
  "POST /v1/imports/{id}/publish": DESK,

  "GET /v1/cases": DESK,
  "GET /v1/coding": DESK,
  "POST /v1/coding/claims": DESK,
  "POST /v1/coding/release": DESK,
  "PUT /v1/coding/codings": DESK,
  "POST /v1/coding/undo": DESK,
  "POST /v1/coding/batch": DESK,

  "GET /v1/hooks": ADMINS,
  "POST /v1/hooks": ADMINS,
  "GET /v1/hooks/{id}": ADMINS,
  "PUT /v1/hooks/{id}": ADMINS,
  "DELETE /v1/hooks/{id}": ADMINS,
  "POST /v1/hooks/{id}/test": ADMINS,
  "GET /v1/imports/embargoes": DESK,
  "PUT /v1/imports/{id}/embargo": DESK,
  "DELETE /v1/imports/{id}/embargo": DESK,
  "GET /v1/imports/held": DESK,
  "POST /v1/imports/{id}/hold": DESK,
  "GET /v1/sources": DESK,
  "GET /v1/sources/{slug}": DESK,
  "PUT /v1/sources/{slug}": DESK,
  "DELETE /v1/sources/{slug}": DESK,
  "GET /v1/sources/{slug}/runs": DESK,
  "POST /v1/sources/{slug}/run": DESK,

  "GET /v1/tokens": ADMINS,
  "POST /v1/tokens": ADMINS,
  "DELETE /v1/tokens/{id}": ADMINS,
  "GET /v1/audit": ADMINS,
};

/** Addresses that the reference doesn't list: itself, and pages for people. */
const UNDOCUMENTED = [
  "GET /guides/",
  "GET /guides/{name}",
  "GET /",
  "GET /docs",
  "GET /embed/manifest.json",
  "GET /embed/{file}",
  "GET /methodology",
  "GET /v1/openapi.json",
];

/** Somebody who asks, and what the Worker should take them for. */
interface Sender {
  name: string;
  /** By what they are judged: the first of these that they send. */
  by: "token" | "session" | "access" | "nothing";
  /** Null: nobody. "none": known to Access, without a role. */
  role: Role | "none" | null;
  origin: "own" | "foreign" | "none";
  headers: () => Record<string, string> | Promise<Record<string, string>>;
}

const OWN = "https://stats.example";
const FOREIGN = [
  "https://evil.example",
  "https://stats.example.evil.example",
  "http://stats.example",
  "https://stats.example:8443",
  "null",
];

let room: Newsroom;
let team: Team;
let senders: Sender[];
let tokens: Record<Role, string>;
let before: unknown[][];
const TABLES = [
  "batch",
  "edition",
  "figure",
  "theme_version",
  "theme_draft",
  "source",
  "source_run",
  "hook",
  "coding",
  "coding_claim",
];
const contents = () => Promise.all(TABLES.map((name) => table(name)));

beforeAll(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  team = await openTeam(room);
  tokens = {
    editor: await giveToken("the look", "editor"),
    desk: await giveToken("night shift", "desk"),
    admin: await giveToken("chief", "admin"),
  };
  senders = [...(await tokenSenders()), ...(await sessionSenders()), ...accessSenders()];
  before = await contents();
});

async function tokenSenders(): Promise<Sender[]> {
  const by = (name: string, Authorization: string, role: Role | null): Sender => ({
    name,
    by: "token",
    role,
    origin: "none",
    headers: () => ({ Authorization }),
  });
  const expired = await giveToken("expired", "admin", { expires: "2025-07-01T09:00:00Z" });
  const revoked = await giveToken("revoked", "admin", { revoked: "2025-06-30T12:00:00Z" });
  return [
    { name: "nobody", by: "nothing", role: null, origin: "none", headers: () => ({}) },
    { name: "nobody, own page", by: "nothing", role: null, origin: "own", headers: () => ({ Origin: OWN }) },
    {
      name: "nobody, another site's page",
      by: "nothing",
      role: null,
      origin: "foreign",
      headers: () => ({ Origin: FOREIGN[0]! }),
    },
    ...ROLES.map((role) => by(`${role}'s token`, `Bearer ${tokens[role]}`, role)),
    by("unknown token", "Bearer ds_unknown", null),
    by("expired token", `Bearer ${expired}`, null),
    by("revoked token", `Bearer ${revoked}`, null),
    by("hash of a token", `Bearer ${await sha256Hex(tokens.admin)}`, null),
    by("token as a password", `Basic ${btoa(`admin:${tokens.admin}`)}`, null),
    by("two tokens", `Bearer ${tokens.admin} ${tokens.admin}`, null),
    // A wrong token isn't made good by what else is sent.
    {
      ...by("unknown token, admin's session", "", null),
      headers: async () => ({
        Authorization: "Bearer ds_unknown",
        Cookie: await signIn(tokens.admin),
        Origin: OWN,
      }),
      origin: "own",
    },
  ];
}

async function sessionSenders(): Promise<Sender[]> {
  const by = (name: string, role: Role | null, cookie: () => string | Promise<string>) =>
    fromPages(`${name} session`, "session", role, async () => ({ Cookie: await cookie() }));
  const [revoked, short] = [
    await giveToken("to be revoked", "admin"),
    await giveToken("short", "admin", { expires: "2025-07-01T09:00:01Z" }),
  ];
  const [ofRevoked, ofExpired] = [await signIn(revoked), await signIn(short)];
  await room.storage.DB.batch([
    room.storage.DB.prepare(
      "UPDATE token SET revoked_at = '2025-07-01T09:00:00Z' WHERE id = 'to be revoked'",
    ),
    room.storage.DB.prepare("UPDATE token SET expires_at = '2025-07-01T09:00:00Z' WHERE id = 'short'"),
  ]);
  return [
    ...ROLES.flatMap((role) => by(`${role}'s`, role, () => signIn(tokens[role]))),
    ...by("revoked token's", null, () => ofRevoked),
    ...by("expired token's", null, () => ofExpired),
    ...by("unknown", null, () => "__Host-session=unknown"),
  ];
}

function accessSenders(): Sender[] {
  const by = (name: string, role: Sender["role"], differences: object) =>
    fromPages(`${name} by Access`, "access", role, async () => ({
      "Cf-Access-Jwt-Assertion": await team.sign({ ...differences }),
    }));
  return [
    ...ROLES.flatMap((role) => by(role, role, { email: EMAIL_OF[role] })),
    ...ROLES.flatMap((role) =>
      fromPages(`${role} by Access's cookie`, "access", role, async () => ({
        Cookie: `CF_Authorization=${await team.sign({ email: EMAIL_OF[role] })}`,
      })),
    ),
    ...by("somebody without a role", "none", { email: "somebody@nowhere.example" }),
    ...by("somebody of another application", null, { email: EMAIL_OF.admin, aud: ["another"] }),
    ...by("somebody of another team", null, {
      email: EMAIL_OF.admin,
      iss: "https://evil.cloudflareaccess.com",
    }),
    ...by("somebody of yesterday", null, { email: EMAIL_OF.admin, exp: 1_751_000_000 }),
  ];
}

/** The same browser on this deployment's page, on each foreign one, and without saying from which. */
function fromPages(name: string, by: Sender["by"], role: Sender["role"], own: Sender["headers"]): Sender[] {
  const from = (origin: Sender["origin"], Origin?: string): Sender => ({
    name: `${name}, Origin ${Origin ?? "none"}`,
    by,
    role,
    origin,
    headers: async () => ({ ...(await own()), ...(Origin && { Origin }) }),
  });
  return [from("own", OWN), from("none"), ...FOREIGN.map((origin) => from("foreign", origin))];
}

async function signIn(token: string): Promise<string> {
  const response = await room.get("/v1/session", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token }),
  });
  return response.headers.get("Set-Cookie")!.split(";")[0]!;
}

/** What somebody should be told at an address with this rule. */
function expected(rule: Rule, method: string, sender: Sender): Verdict {
  if (rule === "everybody") return "in";
  if (typeof rule === "function") return rule(sender);
  const { by, role, origin } = sender;
  const sentByItself = by === "session" || by === "access";
  if (sentByItself && method !== "GET" && origin !== "own") return 403;
  if (role === null) return 401;
  return (rule as readonly string[]).includes(role) ? "in" : 403;
}

const EXAMPLES: Readonly<Record<string, string>> = {
  id: "0123456789abcdef",
  number: "0",
  slug: "paper",
  name: "publishers",
};
const addressOf = (path: string) => path.replace(/\{(\w+)\}/g, (_, name: string) => EXAMPLES[name]!);
/** `/v1/imports/:id/parts/:number{[0-9]+}` as OpenAPI writes it. */
const documented = (path: string) => path.replace(/:(\w+)(\{[^}]*\})?/g, "{$1}");

describe("every route", () => {
  it("has a rule that says whom it is for, and every rule a route", () => {
    const { routes } = createApp({ now: Date.now }, () => Promise.reject(new Error("No network")));
    const known = routes
      .filter(({ method }) => method !== "ALL" && method !== "OPTIONS")
      .map(({ method, path }) => `${method} ${documented(path)}`);
    expect([...new Set(known)].sort()).toEqual(Object.keys(RULES).sort());
  });

  it("says in the reference whom it is for", async () => {
    const api = await room.json<Api>("/v1/openapi.json");
    const told = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: `${method.toUpperCase()} ${path}`,
        ...(operation as typeof operation & { description?: string }),
      })),
    );
    expect(told.map(({ name }) => name).sort()).toEqual(
      Object.keys(RULES)
        .filter((name) => !UNDOCUMENTED.includes(name))
        .sort(),
    );
    for (const { name, security = [], description } of told) {
      const rule = RULES[name]!;
      expect(security.length > 0, name).toBe(typeof rule === "object");
      if (typeof rule !== "object" || name === "GET /v1/session") continue;
      const roles = /with the role ([\w, ]+)\./.exec(description ?? "")?.[1]?.split(/, | or /);
      expect(roles?.sort(), name).toEqual([...rule].sort());
    }
  });
});

describe("nothing that one may not do can be done", () => {
  it.each(Object.entries(RULES))("%s", async (name, rule) => {
    const [method, path] = name.split(" ") as [string, string];
    const told: Record<string, string> = {};
    const due: Record<string, string> = {};
    for (const sender of senders) {
      const { status } = await room.get(addressOf(path), { method, headers: await sender.headers() });
      const verdict = status === 401 || status === 403 ? status : status === 500 ? 500 : "in";
      told[sender.name] = `${verdict}`;
      due[sender.name] = `${expected(rule, method, sender)}`;
    }
    expect(told).toEqual(due);
    expect(Object.keys(told)).toHaveLength(senders.length);
  });

  it("and none of these requests has changed anything", async () => {
    expect(await contents()).toEqual(before);
    const actions = new Set((await table<{ action: string }>("audit")).map(({ action }) => action));
    expect([...actions].sort()).toEqual(["session-end", "session-start"]);
  });
});
