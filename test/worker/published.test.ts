import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { ConflictsBody, FiguresBody, RatesBody } from "../../worker/contract/figure.ts";
import type { HealthBody } from "../../worker/contract/health.ts";
import { Problem } from "../../worker/contract/problem.ts";
import { Summary } from "../../worker/contract/summary.ts";
import { LEDGER, openNewsroom } from "./newsroom.ts";

/** A binding whose every use fails, as when a storage can't be reached; counts its uses. */
function broken<Binding extends object>(): { binding: Binding; uses: () => number } {
  let uses = 0;
  const fail = () => {
    uses += 1;
    throw new Error("out of reach");
  };
  return { binding: new Proxy({} as Binding, { get: () => fail }), uses: () => uses };
}

/** KV that counts its reads of the pointer. */
function counted(kv: KVNamespace): { kv: KVNamespace; pointerReads: () => number } {
  let reads = 0;
  const get = (key: string, options: never) => {
    if (key === "current") reads += 1;
    return kv.get(key, options);
  };
  const wrapped = new Proxy(kv, {
    get: (target, name) => (name === "get" ? get : Reflect.get(target, name)),
  });
  return { kv: wrapped, pointerReads: () => reads };
}

describe("before the first edition", () => {
  it("a reader gets a 503 problem with a way out, not a zero", async () => {
    const { get } = await openNewsroom("2025-07-01T09:00:00Z");
    const response = await get("/v1/summary");
    expect(response.status).toBe(503);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(Problem.parse(await response.json()).detail).toContain("npm run desk -- publish");
  });

  it("health says that nothing can be served", async () => {
    const { get } = await openNewsroom("2025-07-01T09:00:00Z");
    expect((await get("/v1/health")).status).toBe(503);
  });
});

describe("with the real ledger published", () => {
  let room: Awaited<ReturnType<typeof openNewsroom>>;
  beforeEach(async () => {
    room = await openNewsroom("2025-07-01T09:00:00Z");
    await room.publishFigures(LEDGER);
  });

  it("the headline is 848 convictions in April 2025, about 198 a week, with its link", async () => {
    const summary = Summary.parse(await room.json("/v1/summary"));
    expect(summary.type).toEqual({
      unit: "convictions",
      offence: "refusal",
      articles: ["332", "337", "338"],
      span: "week",
    });
    expect(summary.headline).toMatchObject({
      value: 198,
      qualifier: "about",
      per: "week",
      period: { start: "2025-04-01", end: "2025-04-30" },
      figure: { value: 848, kind: "total" },
    });
    expect(summary.headline.figure?.url).toBe(LEDGER.find(({ id }) => id === "f066")?.source_url);
  });

  it("the series climbs in steps, lower bounds are marked, and the unknown is a gap", async () => {
    const { series } = Summary.parse(await room.json("/v1/summary"));
    const steps = series.values.filter((value, index) => value !== series.values[index - 1]);
    expect(steps).toEqual([19, 97, 103, 97, 157, 154, 157, 203, 157, null, 198]);
    expect(series.values.filter((value) => value === null)).toHaveLength(13);
    const marked = new Set(
      series.qualifiers.flatMap(([first, last, qualifier]) =>
        qualifier === "at_least" ? series.values.slice(first, last + 1) : [],
      ),
    );
    expect([...marked].filter((value) => value !== null)).toEqual([19, 97, 103, 157, 154]);
  });

  it("every body names its edition and fits its schema", async () => {
    expect(FiguresBody.parse(await room.json("/v1/figures")).figures).toHaveLength(LEDGER.length);
    expect(RatesBody.parse(await room.json("/v1/figures/rates")).edition.id).toBe("2025-07-01.1");
    const { conflicts } = ConflictsBody.parse(await room.json("/v1/figures/conflicts"));
    expect(conflicts.map(({ figures }) => figures.join("/"))).toContain("f055/f098");
  });

  it("the CSV is the ledger: header, all rows, and it reads back as it was", async () => {
    const text = await (await room.get("/v1/figures.csv")).text();
    const { readLedger } = await import("../../worker/desk/formats/ledger.ts");
    expect(readLedger(text)).toEqual({ figures: LEDGER, rejected: [] });
  });

  it("speaks each language with its own words, and refuses others by name", async () => {
    const labels = await Promise.all(
      ["en", "ru", "uk"].map(
        async (lang) => Summary.parse(await room.json(`/v1/summary?lang=${lang}`)).text.label,
      ),
    );
    expect(new Set(labels).size).toBe(3);
    const refused = await room.get("/v1/summary?lang=de");
    expect(refused.status).toBe(400);
    expect(Problem.parse(await refused.json()).errors).toEqual([
      { parameter: "lang", message: expect.stringContaining("de"), allowed: ["en", "ru", "uk"] },
    ]);
  });

  it("an unknown parameter is named, with the nearest known one", async () => {
    const problem = Problem.parse(await room.json("/v1/summary?ofence=awol"));
    expect(problem.errors?.[0]?.message).toContain("Did you mean offence?");
  });

  it("a summary fits into 2 KB gzipped, in every language", async () => {
    for (const lang of ["en", "ru", "uk"]) {
      const body = await (await room.get(`/v1/summary?lang=${lang}`)).text();
      const zipped = new Response(body).body!.pipeThrough(new CompressionStream("gzip"));
      expect((await new Response(zipped).arrayBuffer()).byteLength).toBeLessThanOrEqual(2_048);
    }
  });

  it("the same bytes have the same strong ETag, and a reader who has them gets a 304", async () => {
    const first = await room.get("/v1/summary?lang=en&measure=convictions");
    const etag = first.headers.get("ETag")!;
    expect(etag).toMatch(/^"[0-9a-f]+"$/);
    const second = await room.get("/v1/summary?measure=convictions&lang=en", {
      headers: { "If-None-Match": etag },
    });
    expect(second.status).toBe(304);
    expect(await second.text()).toBe("");
    const other = await room.get("/v1/summary?lang=ru", { headers: { "If-None-Match": etag } });
    expect(other.status).toBe(200);
  });

  it("readers don't touch D1", async () => {
    const { binding, uses } = broken<D1Database>();
    room.storage.DB = binding;
    room.restart();
    expect((await room.get("/v1/summary")).status).toBe(200);
    expect((await room.get("/v1/figures.csv")).status).toBe(200);
    expect(uses()).toBe(0);
  });

  it("asks KV for the pointer at most every 30 seconds", async () => {
    const { kv, pointerReads } = counted(env.EDITIONS);
    room.storage.EDITIONS = kv;
    room.restart();
    for (const second of ["00", "10", "29"]) {
      room.clock.at = `2025-07-01T10:00:${second}Z`;
      await room.get(`/v1/summary?weeks=${12 + Number(second)}`);
    }
    expect(pointerReads()).toBe(1);
    room.clock.at = "2025-07-01T10:00:31Z";
    await room.get("/v1/summary");
    expect(pointerReads()).toBe(2);
  });

  it("goes on with the last good edition, marked stale, while KV is out of reach", async () => {
    await room.get("/v1/summary");
    room.storage.EDITIONS = broken<KVNamespace>().binding;
    room.clock.at = "2025-07-01T11:00:00Z";
    const stale = Summary.parse(await room.json("/v1/summary"));
    expect(stale.edition.stale).toBe(true);
    expect(stale.headline.value).toBe(198);
    expect(stale.text.status).not.toBe("");
    const health = await room.get("/v1/health");
    expect(health.status).toBe(200);
    expect(await health.json<HealthBody>()).toMatchObject({ status: "degraded", storage: { kv: "down" } });
    room.storage.EDITIONS = env.EDITIONS;
    room.clock.at = "2025-07-01T11:01:00Z";
    expect(Summary.parse(await room.json("/v1/summary")).edition.stale).toBe(false);
  });

  it("answers 503 where KV is out of reach and nothing is held", async () => {
    room.storage.EDITIONS = broken<KVNamespace>().binding;
    room.restart();
    const response = await room.get("/v1/summary");
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("60");
  });

  it("says that nothing would change when the same ledger comes again", async () => {
    const again = await room.publishFigures(LEDGER);
    expect(again.status).toBe(409);
    expect(again.body.detail).toContain("Nothing would change");
  });

  it("answers as of an edition, and says what came in since", async () => {
    room.clock.at = "2025-08-01T09:00:00Z";
    const newer = LEDGER.map((figure) => (figure.id === "f066" ? { ...figure, value: 870 } : figure));
    await room.publishFigures(newer);
    room.restart();
    const frozen = Summary.parse(await room.json("/v1/summary?as-of=2025-07-15"));
    expect(frozen.edition.id).toBe("2025-07-01.1");
    expect(frozen.headline.value).toBe(198);
    expect(frozen.since).toMatchObject({ edition: { id: "2025-08-01.1" }, value: 203, difference: 5 });
    expect(Summary.parse(await room.json("/v1/summary?as-of=2025-07-01.1")).headline.value).toBe(198);
    const before = await room.get("/v1/summary?as-of=2025-06-30");
    expect(before.status).toBe(404);
    expect(Problem.parse(await before.json()).detail).toContain("2025-07-01.1");
  });
});
