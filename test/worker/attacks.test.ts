import {
  createExecutionContext,
  createScheduledController,
  env,
  waitOnExecutionContext,
} from "cloudflare:test";
import { beforeAll, describe, expect, it, vi } from "vitest";
import worker from "../../worker/index.ts";
import { openTeam } from "../fixtures/access-team.ts";
import { type Newsroom, table } from "./desk-room.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

let room: Newsroom;
async function open(): Promise<void> {
  vi.spyOn(console, "error").mockImplementation(() => {});
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
}

const READ = [
  ...[
    "/v1/summary",
    "/v1/series?last=3",
    "/v1/figures",
    "/v1/editions",
    "/v1/corrections.atom",
    "/v1/card.svg",
  ],
  ...["/embed", "/embed/fragment.html", "/oembed?url=/embed", "/methodology", "/docs", "/v1/openapi.json"],
];

describe("a cache can't be poisoned", () => {
  beforeAll(open);

  /** What a request says that no cache tells apart. */
  const HEADERS: readonly Record<string, string>[] = [
    { "X-Forwarded-Host": "evil.example" },
    { "X-Forwarded-Proto": "http", "X-Forwarded-Port": "81", "X-Forwarded-Prefix": "/evil" },
    { Forwarded: "host=evil.example;proto=http" },
    { "X-Original-URL": "/v1/tokens", "X-Rewrite-URL": "/v1/tokens" },
    { "X-HTTP-Method-Override": "DELETE", "X-Method-Override": "PUT" },
    { "X-Host": "evil.example", "CF-Connecting-IP": "192.0.2.1", "CF-Visitor": '{"scheme":"http"}' },
    { Origin: "https://evil.example", Referer: "https://evil.example/<script>" },
    { "Accept-Language": "uk", "Accept-Encoding": "br", "User-Agent": "<script>alert(1)</script>" },
    { Cookie: "__Host-session=x; CF_Authorization=x; lang=uk", Range: "bytes=0-3" },
    { "X-Middleware-Subrequest": "1", "Cache-Control": "no-cache", Pragma: "no-cache" },
  ];

  it.each(READ)("%s is the same, byte for byte, whatever a request's headers say", async (path) => {
    const told = async (headers: Record<string, string>) => {
      const response = await room.get(path, { headers });
      return [response.status, Object.fromEntries(response.headers), await response.text()];
    };
    room.restart();
    const plain = await told({});
    for (const headers of HEADERS) {
      room.restart();
      expect(await told(headers), JSON.stringify(headers)).toEqual(plain);
    }
  });

  it.each([
    ...["//v1/summary", "/v1//summary", "/v1/summary/", "/v1/summary//", "/v1/summary;x=1", "/v1/summary%00"],
    ...["/v1/summary%2f", "/v1%2fsummary", "/v1/summary%0d%0aX: y", "/v1/summary.css", "/v1/summary/x.js"],
    ...["/V1/summary", "/v1/summary%20", "/v1/../v1/tokens/", "/embed/../v1/imports/"],
  ])("%s is no other address's answer", async (path) => {
    const { status, headers } = await room.get(path);
    expect([401, 404]).toContain(status);
    expect(headers.get("Cache-Control")).toMatch(/no-store|max-age=10\b/);
  });

  it.each([
    ...[
      "lang=en&lang=uk",
      "lang[]=uk",
      "LANG=uk",
      "lang=uk%00",
      "__proto__=1",
      "constructor=1",
      "toString=1",
    ],
    ...[
      "lang%5B__proto__%5D=1",
      "weeks=1e2",
      "weeks=0x20",
      "weeks=Infinity",
      "as-of=2025-07-01%00",
      "=",
      "&&&=&",
    ],
  ])("?%s is refused, or is nothing", async (query) => {
    const response = await room.get(`/v1/summary?${query}`);
    expect([200, 400, 404]).toContain(response.status);
    if (response.status !== 200) expect(response.headers.get("Cache-Control")).toContain("max-age=10");
  });

  it("by questions without an end: what is remembered is bounded, and later readers are answered", async () => {
    for (let turn = 0; turn < 1_500; turn++) {
      const { status } = await room.get(`/methodology?utm_source=${turn}-${"x".repeat(200)}`);
      if (status !== 200) expect.fail(String(status));
    }
    expect((await room.get("/v1/summary")).status).toBe(200);
    expect((await room.get(`/v1/summary?court=${"x".repeat(15_000)}`)).status).toBe(400);
  });
});

describe("a forged assertion opens nothing", () => {
  it.each([
    { crit: ["exp"] },
    { crit: ["evil"], evil: true },
    { jku: "https://evil.example/keys" },
    { x5u: "https://evil.example/cert" },
    { jwk: { kty: "RSA", n: "AQAB", e: "AQAB" } },
    { kid: "../../key of May" },
    { kid: "key of May\u0000" },
    { typ: "at+jwt", cty: "JWT", crit: ["b64"], b64: false },
  ])("with %j in its header", async (added) => {
    await open();
    const team = await openTeam(room);
    const [head = "", claims, signature] = (await team.sign()).split(".");
    const header = { ...JSON.parse(atob(head.replaceAll("-", "+").replaceAll("_", "/"))), ...added };
    const forged = btoa(JSON.stringify(header)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    const response = await room.get("/v1/session", {
      headers: { "Cf-Access-Jwt-Assertion": `${forged}.${claims}.${signature}` },
    });
    expect(response.status).toBe(401);
    expect(team.asked.every((url) => !url.includes("evil"))).toBe(true);
  });
});

describe("a body is refused, and nothing is stored of it", () => {
  beforeAll(open);
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    room.get("/v1/imports", {
      method: "POST",
      body,
      headers: { Authorization: "Bearer ds_for-tests-only", "Content-Type": "application/json", ...headers },
    });
  const packed = async (text: string) =>
    new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();

  it.each<[string, () => Promise<BodyInit> | BodyInit, Record<string, string>?]>([
    ["deep", () => `${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}`],
    ["a deep list", () => `${"[".repeat(700_000)}${"]".repeat(700_000)}`],
    ["with a prototype", () => '{"__proto__":{"kind":"ledger"},"constructor":{"prototype":{"x":1}}}'],
    [
      "packed",
      () => packed(JSON.stringify({ kind: "ledger", x: "0".repeat(50_000_000) })),
      { "Content-Encoding": "gzip" },
    ],
    ["no JSON", () => "{".repeat(1_000)],
    ["empty", () => ""],
    ["of numbers without an end", () => `{"parts":1e${"9".repeat(100_000)}}`],
    ["in UTF-16", () => new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])],
  ])("that is %s", async (_, body, headers) => {
    const before = await table("batch");
    expect([413, 415, 422]).toContain((await post(await body(), headers)).status);
    expect(await table("batch")).toEqual(before);
  });

  it("that is a form, as another site's page could send it", async () => {
    for (const type of [
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "text/plain",
    ]) {
      expect((await post("{}", { "Content-Type": type })).status).toBe(415);
    }
  });
});

describe("two schedules at once", () => {
  it("finish a publication once, and leave readers with the newest whole", async () => {
    await open();
    room.storage.EDITIONS = new Proxy(env.EDITIONS, {
      get: (kv, name) =>
        name === "put" ? () => Promise.reject(new Error("cut off")) : Reflect.get(kv, name).bind(kv),
    });
    room.clock.at = "2025-07-02T09:00:00Z";
    expect((await room.publishCases([convicted(), convicted()])).status).toBe(202);
    room.storage.EDITIONS = env.EDITIONS;
    const run = async () => {
      const context = createExecutionContext();
      await worker.scheduled(createScheduledController(), env, context);
      await waitOnExecutionContext(context);
    };
    await Promise.all([run(), run(), run()]);
    room.restart();
    const { edition, editions } = await room.json<{ edition: { id: string }; editions: { id: string }[] }>(
      "/v1/editions",
    );
    expect(edition.id).toBe("2025-07-02.1");
    expect(editions.map(({ id }) => id)).toEqual(["2025-07-02.1", "2025-07-01.1"]);
  });
});

describe("a body of another shape in KV, as a newer or an older Worker left it", () => {
  it.each([2, 0, undefined])("is never misread: shape %s", async (shape) => {
    await open();
    await room.get("/v1/summary");
    const body = await env.EDITIONS.get<object>("edition/2025-07-01.1", "json");
    await env.EDITIONS.put("edition/2025-07-02.1", JSON.stringify({ ...body, id: "2025-07-02.1", shape }));
    await env.EDITIONS.put("current", JSON.stringify({ id: "2025-07-02.1", sequence: 2 }));
    room.clock.at = "2025-07-02T09:00:00Z";
    const { edition } = await room.json<{ edition: { id: string; stale: boolean } }>("/v1/summary");
    expect(edition).toMatchObject({ id: "2025-07-01.1", stale: true });
    room.restart();
    expect((await room.get("/v1/summary")).status).toBe(503);
  });
});
