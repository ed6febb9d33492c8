import { createExecutionContext, env } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { BODY_PATIENCE_MS, PART_MAX_BYTES } from "../../worker/config.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";
import { editorOf, LEGIBLE } from "./theme-room.ts";

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

const JSON_TYPE = "application/json";
const CSV = "text/csv; charset=utf-8; header=present";
const ATOM = "application/atom+xml; charset=utf-8";

/** Public addresses that answer from an edition, with the type of their answer. */
const READINGS = [
  ["/v1/summary", JSON_TYPE],
  ["/v1/figures", JSON_TYPE],
  ["/v1/figures.csv", CSV],
  ["/v1/figures/rates", JSON_TYPE],
  ["/v1/figures/conflicts", JSON_TYPE],
  ["/v1/editions", JSON_TYPE],
  ["/v1/editions/2025-07-01.1", JSON_TYPE],
  ["/v1/corrections", JSON_TYPE],
  ["/v1/corrections.atom", ATOM],
  ["/v1/corrections.feed.json", "application/feed+json; charset=utf-8"],
  ["/v1/editions.atom", ATOM],
  ["/v1/editions.feed.json", "application/feed+json; charset=utf-8"],
  ["/v1/series", JSON_TYPE],
  ["/v1/series.csv", CSV],
  ["/v1/series.metadata.json", JSON_TYPE],
  ["/v1/versions?period=2025-W14", JSON_TYPE],
  ["/v1/versions.csv?period=2025-W14", CSV],
  ["/v1/courts", JSON_TYPE],
  ["/v1/regions.csv", CSV],
  ["/v1/compare?period=2023-H1&with=2022", JSON_TYPE],
  ["/v1/datapackage.json", JSON_TYPE],
  ["/v1/card.svg", "image/svg+xml; charset=utf-8"],
  ["/v1/card.png", "image/png"],
  ["/embed", "text/html; charset=utf-8"],
  ["/embed/fragment.html", "text/html; charset=utf-8"],
  ["/oembed?url=/embed", JSON_TYPE],
  ["/oembed?url=/embed&format=xml", "text/xml; charset=utf-8"],
] as const;

const CURRENT = "public, max-age=60, stale-while-revalidate=60, stale-if-error=604800";

let room: Newsroom;
async function open(): Promise<void> {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
}

const problem = async (response: Response) => ({
  status: response.status,
  type: response.headers.get("Content-Type"),
  body: await response.json<{
    type: string;
    detail: string;
    errors?: { parameter: string; message: string; allowed?: string[] }[];
  }>(),
});

/** They are asked by systems that add parameters of their own, or read by people. */
const IGNORING = /^\/oembed/;
const FOR_PEOPLE = /^\/embed/;

describe.each(READINGS)("%s", (path, type) => {
  beforeAll(open);

  it("may be read by any page, and is what it says it is", async () => {
    const { headers, status } = await room.get(path);
    expect(status).toBe(200);
    expect(headers.get("Content-Type")).toBe(type);
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(headers.get("Access-Control-Expose-Headers")).toContain("ETag");
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
    expect(headers.get("Timing-Allow-Origin")).toBe("*");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Server-Timing")).toBe('edition;desc="2025-07-01.1"');
    // A picture is compressed already.
    expect(headers.get("Vary")).toBe(type === "image/png" ? null : "Accept-Encoding");
    expect(headers.get("Set-Cookie")).toBeNull();
  });

  it("is cached as long as its edition lasts, under that edition's tag", async () => {
    const { headers } = await room.get(path);
    const fixed = path.startsWith("/v1/editions/");
    // A server that includes it puts what comes into its page as it is.
    const current = path === "/embed/fragment.html" ? `${CURRENT}, no-transform` : CURRENT;
    expect(headers.get("Cache-Control")).toBe(fixed ? "public, max-age=31536000, immutable" : current);
    expect(headers.get("Cache-Tag")).toBe(fixed ? "edition-2025-07-01.1" : "edition-2025-07-01.1,current");
  });

  it("answers 304 to its own ETag, weak or in a list or as any, with the same headers and no body", async () => {
    const full = await room.get(path);
    const etag = full.headers.get("ETag") ?? "";
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const response = await room.get(path, { headers: { "If-None-Match": tag } });
      expect(response.status, tag).toBe(304);
      expect(await response.text()).toBe("");
      for (const name of ["Cache-Control", "Cache-Tag", "ETag", "Access-Control-Allow-Origin"]) {
        expect(response.headers.get(name), name).toBe(full.headers.get(name));
      }
    }
    expect((await room.get(path, { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
  });

  it("answers 304 to its own Last-Modified, or to a later time, unless a tag says otherwise", async () => {
    const full = await room.get(path);
    const modified = full.headers.get("Last-Modified") ?? "";
    const later = (seconds: number) => new Date(Date.parse(modified) + seconds * 1_000).toUTCString();
    const statusWith = async (headers: Record<string, string>) => (await room.get(path, { headers })).status;
    expect(await statusWith({ "If-Modified-Since": modified })).toBe(304);
    expect(await statusWith({ "If-Modified-Since": later(60) })).toBe(304);
    expect(await statusWith({ "If-Modified-Since": later(-1) })).toBe(200);
    expect(await statusWith({ "If-Modified-Since": "yesterday" })).toBe(200);
    expect(await statusWith({ "If-Modified-Since": later(60), "If-None-Match": '"other"' })).toBe(200);
    const etag = full.headers.get("ETag") ?? "";
    expect(await statusWith({ "If-Modified-Since": later(-1), "If-None-Match": etag })).toBe(304);
  });

  it("answers HEAD with the headers of GET and no body", async () => {
    const [get, head] = [await room.get(path), await room.get(path, { method: "HEAD" })];
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers));
  });

  it("answers OPTIONS, so that a page may ask with If-None-Match and with what monitoring scripts add", async () => {
    const response = await room.get(path, { method: "OPTIONS" });
    expect(response.status).toBe(204);
    expect(response.headers.get("Access-Control-Allow-Methods")).toBe("GET, HEAD, OPTIONS");
    const granted = response.headers.get("Access-Control-Allow-Headers")?.split(", ");
    for (const name of ["If-None-Match", "sentry-trace", "baggage", "traceparent"])
      expect(granted).toContain(name);
  });

  it.each(["POST", "PUT", "PATCH", "DELETE", "PROPFIND"])(
    "answers %s with 405 and what it takes",
    async (method) => {
      const response = await room.get(path, { method });
      expect(response.headers.get("Allow")).toBe("GET, HEAD, OPTIONS");
      expect(await problem(response)).toMatchObject({
        status: 405,
        body: { type: "/docs#method-not-allowed" },
      });
    },
  );

  it("answers 406 to an Accept that excludes its type, and keeps that from every cache", async () => {
    const others = ["image/png", "text/html"].filter((other) => !type.startsWith(other));
    for (const accept of [...others, `${type.split(";")[0]};q=0, */*;q=0`]) {
      const response = await room.get(path, { headers: { Accept: accept } });
      expect(response.headers.get("Cache-Control")).toBe("no-store");
      expect(response.headers.get("Vary")).toBe("Accept");
      expect(await problem(response)).toMatchObject({ status: 406, body: { type: "/docs#not-acceptable" } });
    }
    for (const accept of ["*/*", `${type.split("/")[0]}/*`, "text/html, */*;q=0.1"]) {
      expect((await room.get(path, { headers: { Accept: accept } })).status, accept).toBe(200);
    }
  });

  it("answers an unknown parameter with 400, naming it and the known ones", async () => {
    const response = await room.get(`${path}${path.includes("?") ? "&" : "?"}as_of=2025-07-01`);
    if (IGNORING.test(path)) return expect(response.status).toBe(200);
    if (FOR_PEOPLE.test(path)) {
      expect([response.status, response.headers.get("Content-Type")]).toEqual([400, type]);
      return expect(await response.text()).toMatch(/as_of: .*Did you mean as-of\?.* Known here: .*as-of/);
    }
    const answer = await problem(response);
    expect(answer).toMatchObject({ status: 400, type: "application/problem+json" });
    expect(answer.body.errors?.[0]).toMatchObject({ parameter: "as_of" });
    if (!/^.v1.(editions.\d|courts|regions)/.test(path)) {
      expect(answer.body.errors?.[0]?.allowed).toContain("as-of");
      expect(answer.body.errors?.[0]?.message).toContain("Did you mean as-of?");
    }
  });
});

describe("an answer as of an edition", () => {
  beforeAll(async () => {
    await open();
    room.clock.at = "2025-07-02T09:00:00Z";
    await room.publishCases([convicted()]);
  });

  it("is immutable, and stays what it was when the next edition comes", async () => {
    for (const path of ["/v1/figures", "/v1/figures/rates", "/v1/figures.csv", "/v1/editions"]) {
      const { headers } = await room.get(`${path}?as-of=2025-07-01.1`);
      expect(headers.get("Cache-Control"), path).toBe("public, max-age=31536000, immutable");
      expect(headers.get("Cache-Tag"), path).toBe("edition-2025-07-01.1");
    }
  });

  it("is not immutable where it speaks of the current edition too", async () => {
    for (const path of ["/v1/summary", "/v1/corrections"]) {
      const { headers } = await room.get(`${path}?as-of=2025-07-01.1`);
      expect(headers.get("Cache-Control"), path).toBe(CURRENT);
      expect(headers.get("Cache-Tag"), path).toContain("current");
    }
  });

  it("is not immutable for a date: an edition may still come on that day", async () => {
    const { headers } = await room.get("/v1/figures?as-of=2025-07-02");
    expect(headers.get("Cache-Control")).toBe(CURRENT);
  });

  it.each(["2025-06-30", "2025-07-01.7", "1999-01-01.1"])(
    "says 404 as of %s, and which edition is the first",
    async (asOf) => {
      const answer = await problem(await room.get(`/v1/figures?as-of=${asOf}`));
      expect(answer).toMatchObject({ status: 404, body: { type: "/docs#before-first-edition" } });
      expect(answer.body.detail).toContain("2025-07-01.1");
    },
  );

  it.each(["2025-02-29", "2025-13-01", "2025-07-01.0", "yesterday", "2025-07-01.1.1"])(
    "says 400 to as-of=%s",
    async (asOf) => {
      expect(await problem(await room.get(`/v1/figures?as-of=${asOf}`))).toMatchObject({
        status: 400,
        body: { errors: [{ parameter: "as-of" }] },
      });
    },
  );
});

describe("a bad parameter", () => {
  beforeAll(open);

  const errorsOf = async (query: string) =>
    (await problem(await room.get(`/v1/summary?${query}`))).body.errors;

  it("is told with its value, what is allowed, and the nearest match", async () => {
    expect(await errorsOf("offence=desertoin")).toEqual([
      {
        parameter: "offence",
        message: expect.stringMatching(/^"desertoin" isn't one of desertion, .* Did you mean desertion\?$/),
        allowed: ["desertion", "awol", "desertion-strict", "refusal", "surrender", "looting", "malingering"],
      },
    ]);
  });

  it("is told when it is given twice, even with the same value", async () => {
    expect(await errorsOf("lang=ru&lang=ru")).toEqual([
      { parameter: "lang", message: "Given more than once; give it once." },
    ]);
  });

  it("is told with all others at once", async () => {
    expect((await errorsOf("lang=de&weeks=5&colour=red"))?.map(({ parameter }) => parameter).sort()).toEqual([
      "colour",
      "lang",
      "weeks",
    ]);
  });

  it.each([
    ["court=77GV9999", "court"],
    ["court=moscow", "court"],
    ["region=Приморский край1", "region"],
    ["region=", "region"],
    ["weeks=11", "weeks"],
    ["weeks=261", "weeks"],
    ["weeks=30.5", "weeks"],
    ["weeks=many", "weeks"],
    ["article=337;338", "article"],
    ["__proto__=1", "__proto__"],
  ])("isn't read as something else: %s", async (query, parameter) => {
    expect((await errorsOf(query))?.[0]).toMatchObject({ parameter });
  });

  it("is told apart from a good one that it should be compared with", async () => {
    const answer = await problem(await room.get("/v1/series?from=2000-05-06&to=0"));
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ parameter: "to" }] } });
  });

  it("never makes an answer longer than what it takes to say so", async () => {
    const response = await room.get(`/v1/summary?lang=${"x".repeat(8_000)}`);
    expect((await response.text()).length).toBeLessThan(1_000);
  });

  it("is forgotten within a minute by every cache", async () => {
    for (const path of ["/v1/summary?lang=de", "/v1/nothing", "/v1/figures?as-of=1999-01-01"]) {
      const { headers } = await room.get(path);
      const ages = [...(headers.get("Cache-Control") ?? "").matchAll(/(?:max-age|s-maxage)=(\d+)/g)].map(
        ([, s]) => Number(s),
      );
      expect(Math.max(...ages), path).toBeLessThanOrEqual(60);
      expect(headers.get("Cache-Control"), path).not.toContain("stale");
      expect(headers.get("Cloudflare-CDN-Cache-Control"), path).toBeNull();
    }
  });
});

describe("the order of parameters", () => {
  beforeAll(open);

  it("makes no second answer: the ETag is the same", async () => {
    const [one, other] = await Promise.all([
      room.get("/v1/summary?offence=awol&lang=ru&weeks=52"),
      room.get("/v1/summary?weeks=52&lang=ru&offence=awol"),
    ]);
    expect(one.headers.get("ETag")).toBe(other.headers.get("ETag"));
    expect(await one.text()).toBe(await other.text());
  });
});

describe("a remembered answer", () => {
  beforeEach(open);

  it("is made anew when an edition comes, once the pointer is asked again", async () => {
    const before = (await room.get("/v1/editions")).headers.get("ETag");
    await room.publishFigures(LEDGER.slice(0, 50));
    room.clock.at = "2025-07-01T09:00:40Z";
    const after = await room.get("/v1/editions");
    expect(after.headers.get("ETag")).not.toBe(before);
    expect(after.headers.get("Cache-Tag")).toBe("edition-2025-07-01.2,current");
  });

  it("has a later Last-Modified whenever it may be another: by an edition, a theme, a day, a fault", async () => {
    const modified = async () => (await room.get("/v1/summary")).headers.get("Last-Modified");
    const times: (string | null)[] = [await modified()];
    const next = async (at: string) => {
      room.clock.at = at;
      times.push(await modified());
    };
    room.clock.at = "2025-07-01T09:30:00Z";
    await room.publishFigures(LEDGER.slice(0, 50));
    await next("2025-07-01T09:30:40Z");
    room.clock.at = "2025-07-01T10:00:00Z";
    await (await editorOf(room))("PUT", "/v1/themes/default", LEGIBLE);
    await next("2025-07-01T10:01:00Z");
    await next("2025-07-01T21:00:10Z");
    expect(times).toEqual([
      "Tue, 01 Jul 2025 09:00:00 GMT",
      "Tue, 01 Jul 2025 09:30:00 GMT",
      "Tue, 01 Jul 2025 10:00:00 GMT",
      "Tue, 01 Jul 2025 21:00:00 GMT",
    ]);
    room.storage.EDITIONS = { get: () => Promise.reject(new Error("KV is down")) } as unknown as KVNamespace;
    await next("2025-07-01T21:02:00Z");
    room.storage.EDITIONS = env.EDITIONS;
    // It says that it is stale: nothing that was sent before is this.
    expect(times.at(-1)).toBeNull();
  });

  it("is made anew when the day turns in Moscow", async () => {
    await room.publishCases([convicted({ decided_on: "2025-06-30" })]);
    room.clock.at = "2025-07-01T20:59:50Z";
    const tuesday = await room.json<{ headline: { period: { end: string } } }>("/v1/summary?span=this-week");
    room.clock.at = "2025-07-01T21:00:10Z";
    const wednesday = await room.json<{ headline: { period: { end: string } } }>(
      "/v1/summary?span=this-week",
    );
    expect([tuesday.headline.period.end, wednesday.headline.period.end]).toEqual([
      "2025-07-01",
      "2025-07-02",
    ]);
  });

  it("belongs to the host that was asked where it names the host", async () => {
    expect(await (await room.get("/v1/corrections.atom")).text()).toContain("https://stats.example/");
    const { headers } = await room.get("/v1/corrections.atom");
    expect(headers.get("Cloudflare-CDN-Cache-Control")).toBe("no-store");
  });

  it("is marked stale while KV fails, and asked for again when it is back", async () => {
    expect((await room.json<{ edition: { stale: boolean } }>("/v1/figures")).edition.stale).toBe(false);
    room.storage.EDITIONS = { get: () => Promise.reject(new Error("KV is down")) } as unknown as KVNamespace;
    room.clock.at = "2025-07-01T09:01:00Z";
    expect((await room.json<{ edition: { stale: boolean } }>("/v1/figures")).edition.stale).toBe(true);
    expect((await room.get("/v1/editions")).status).toBe(503);
    room.storage.EDITIONS = env.EDITIONS;
    room.clock.at = "2025-07-01T09:02:00Z";
    expect((await room.json<{ edition: { stale: boolean } }>("/v1/figures")).edition.stale).toBe(false);
  });
});

describe.each([
  ["/v1/openapi.json", JSON_TYPE],
  ["/docs", "text/html; charset=utf-8"],
])("%s, which is about the deployment", (path, type) => {
  beforeAll(open);

  it("has the headers of every answer, and answers 304, HEAD, 405 and 406", async () => {
    const full = await room.get(path);
    expect(full.headers.get("Content-Type")).toBe(type);
    expect(full.headers.get("Cache-Control")).toBe(CURRENT);
    expect(full.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(full.headers.get("X-Content-Type-Options")).toBe("nosniff");
    const etag = full.headers.get("ETag") ?? "";
    expect((await room.get(path, { headers: { "If-None-Match": etag } })).status).toBe(304);
    const head = await room.get(path, { method: "HEAD" });
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(full.headers));
    expect((await room.get(path, { method: "POST" })).headers.get("Allow")).toBe("GET, HEAD, OPTIONS");
    expect((await room.get(path, { headers: { Accept: "image/png" } })).status).toBe(406);
  });
});

describe("what isn't there", () => {
  beforeAll(open);

  it.each(["/v1", "/v1/", "/v1/summary/", "/v2/summary", "/v1/editions/", "/<script>"])(
    "is said of %s in JSON",
    async (path) => {
      const answer = await problem(await room.get(path));
      expect(answer).toMatchObject({
        status: 404,
        type: "application/problem+json",
        body: { type: "/docs#not-found" },
      });
    },
  );
});

describe("the desk's addresses", () => {
  beforeAll(open);

  it("are kept from caches, with or without a token", async () => {
    const answers = [await room.get("/v1/imports"), await room.get("/v1/tokens")];
    for (const { status, headers } of answers) {
      expect(status).toBe(401);
      expect(headers.get("WWW-Authenticate")).toContain("Bearer");
      expect(headers.get("Cache-Control")).toBe("no-store");
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    }
    expect((await room.get("/v1/health")).headers.get("Cache-Control")).toBe("no-store");
  });

  it("can't be written to by another site's page: a preflight doesn't grant it", async () => {
    const { headers } = await room.get("/v1/imports", { method: "OPTIONS" });
    expect(headers.get("Allow")).toBe("GET, HEAD, POST, OPTIONS");
    expect(headers.get("Access-Control-Allow-Methods")).not.toMatch(/POST|PUT|DELETE/);
    expect(headers.get("Access-Control-Allow-Headers")).not.toContain("Authorization");
  });

  const post = (body: BodyInit, headers: Record<string, string>) =>
    room.get("/v1/imports", {
      method: "POST",
      body,
      headers: { Authorization: "Bearer ds_for-tests-only", ...headers },
    });

  it("take JSON only", async () => {
    expect(await problem(await post("a,b", { "Content-Type": "text/csv" }))).toMatchObject({
      status: 415,
      body: { type: "/docs#unsupported-media-type" },
    });
  });

  it("take no more than one part at once, whether or not its length is announced", async () => {
    const chunk = new TextEncoder().encode(" ".repeat(100_000));
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
    for (const body of [" ".repeat(PART_MAX_BYTES + 1), endless]) {
      expect(await problem(await post(body, { "Content-Type": "application/json" }))).toMatchObject({
        status: 413,
      });
    }
  });

  it("wait for a body that dribbles as long as a part takes on a thin line, and no longer", async () => {
    const [timeout, patience] = [AbortSignal.timeout.bind(AbortSignal), new AbortController()];
    const end = vi
      .spyOn(AbortSignal, "timeout")
      .mockImplementation((ms) => (ms === BODY_PATIENCE_MS ? patience.signal : timeout(ms)));
    let chunks = 0;
    const dribble = new ReadableStream({
      pull(controller) {
        if (chunks++ < 5) controller.enqueue(new TextEncoder().encode(" "));
        else patience.abort();
      },
    });
    const response = await post(dribble, { "Content-Type": "application/json" });
    end.mockRestore();
    expect(await problem(response)).toMatchObject({ status: 408, body: { type: "/docs#too-slow" } });
  });

  it("say 405 and what they take", async () => {
    const response = await room.get("/v1/imports/abc/publish", {
      headers: { Authorization: "Bearer ds_for-tests-only" },
    });
    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toBe("POST, OPTIONS");
  });
});

describe("Cloudflare's cache", () => {
  const told: unknown[] = [];
  const cache = {
    invalidate: async (options: unknown) => ({ success: told.push(["invalidate", options]) > 0, errors: [] }),
    purge: async (options: unknown) => ({ success: told.push(["purge", options]) > 0, errors: [] }),
  };

  beforeEach(async () => {
    await open();
    told.length = 0;
    room.runtime.context = Object.assign(createExecutionContext(), { cache });
  });

  it("asks anew for all answers about the current edition when the next is published", async () => {
    await room.publishFigures(LEDGER.slice(0, 90));
    expect(told).toEqual([["invalidate", { tags: ["current"] }]]);
  });

  it("drops them when an edition is taken back", async () => {
    await room.publishFigures(LEDGER.slice(0, 90));
    const note = "The ledger was cut off in the middle.";
    await room.ask("POST", "/v1/imports/revert", { edition: "2025-07-01.1", note });
    expect(told.at(-1)).toEqual(["purge", { tags: ["current"] }]);
  });

  it("can fail without taking the publication with it", async () => {
    room.runtime.context = Object.assign(createExecutionContext(), {
      cache: { ...cache, invalidate: () => Promise.reject(new Error("rate limited")) },
    });
    expect((await room.publishFigures(LEDGER.slice(0, 90))).status).toBe(200);
  });
});
