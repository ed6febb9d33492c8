import { createExecutionContext, env, waitOnExecutionContext } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { HealthBody } from "../../worker/contract/health.ts";
import { LEDGER, openNewsroom } from "./newsroom.ts";

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

/** Neither answers nor fails. */
const never = () => new Promise<never>(() => {});
const HANGING_KV = { get: never, put: never } as unknown as KVNamespace;
const HANGING_D1 = {
  prepare: () => {
    const statement = { bind: () => statement, run: never, first: never, all: never };
    return statement;
  },
  batch: never,
} as unknown as D1Database;

/** KV whose answers come after a while. */
function kvAfter(ms: number): KVNamespace {
  return new Proxy(env.EDITIONS, {
    get:
      (target, name) =>
      async (...given: unknown[]) => {
        await new Promise((resolve) => setTimeout(resolve, ms));
        return Reflect.get(target, name).apply(target, given);
      },
  });
}

let room: Newsroom;
beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
  room.restart();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const STEP_MS = 250;
const ENDLESS_MS = 300_000;

/** Waits without waiting: what came, and after how much of the Worker's time; fails where nothing ever comes. */
async function patiently<Came>(asked: Promise<Came>): Promise<{ came: Came; ms: number }> {
  for (let ms = 0; ms < ENDLESS_MS; ms += STEP_MS) {
    // The stores that don't hang take real time.
    const real = env.DB.prepare("SELECT 1").run();
    const came = await Promise.race([asked.then((value) => ({ value })), real.then(() => null)]);
    await real;
    if (came) return { came: came.value, ms };
    await vi.advanceTimersByTimeAsync(STEP_MS);
  }
  return expect.fail("No answer ever came.");
}

describe("KV that neither answers nor fails", () => {
  it.each(["/v1/summary", "/v1/figures", "/v1/themes/default", "/docs"])(
    "keeps no reader of %s waiting, which is held",
    async (path) => {
      const { status } = await room.get(path);
      room.storage.EDITIONS = HANGING_KV;
      for (const at of ["2025-07-01T09:01:00Z", "2025-07-01T09:02:00Z", "2025-07-03T09:02:00Z"]) {
        room.clock.at = at;
        const { came, ms } = await patiently(room.get(path));
        expect(came.status, at).toBe(status);
        expect(ms, at).toBeLessThanOrEqual(500);
      }
    },
  );

  it("marks what is held as stale once it was waited for long enough, and asks again later", async () => {
    await room.get("/v1/summary");
    room.storage.EDITIONS = HANGING_KV;
    room.clock.at = "2025-07-01T09:01:00Z";
    const context = createExecutionContext();
    room.runtime.context = context;
    const stale = async () => {
      const { came } = await patiently(room.json<{ edition: { stale: boolean } }>("/v1/summary"));
      return came.edition.stale;
    };
    expect(await stale()).toBe(false);
    await patiently(waitOnExecutionContext(context));
    expect(await stale()).toBe(true);
    room.storage.EDITIONS = env.EDITIONS;
    room.clock.at = "2025-07-01T09:02:00Z";
    expect(await stale()).toBe(false);
  });

  it.each(["/v1/summary", "/v1/editions", "/embed", "/v1/card.svg", "/v1/themes/default"])(
    "gives 503 at %s within seconds where nothing is held",
    async (path) => {
      room.storage.EDITIONS = HANGING_KV;
      const { came, ms } = await patiently(room.get(path));
      expect([came.status, came.headers.get("Retry-After")]).toEqual([503, "60"]);
      expect(ms).toBeLessThan(6_000);
    },
  );

  it.each(["/v1/editions", "/v1/summary?as-of=2025-07-01", "/v1/corrections"])(
    "gives 503 at %s within seconds, which needs more than what is held",
    async (path) => {
      await room.get("/v1/summary");
      room.storage.EDITIONS = HANGING_KV;
      const { came, ms } = await patiently(room.get(path));
      expect(came.status).toBe(503);
      expect(ms).toBeLessThan(6_000);
      expect((await patiently(room.get("/v1/summary"))).came.status).toBe(200);
    },
  );
});

describe("health", () => {
  const health = async () => {
    const { came, ms } = await patiently(room.get("/v1/health"));
    expect(ms).toBeLessThan(6_000);
    return { http: came.status, ...(await came.json<HealthBody>()) };
  };

  it("tells stores that hang from good ones, at once and not only when they are next needed", async () => {
    await room.get("/v1/summary");
    expect(await health()).toMatchObject({ http: 200, status: "ok", storage: { d1: "ok", kv: "ok" } });
    room.storage.EDITIONS = HANGING_KV;
    room.storage.DB = HANGING_D1;
    expect(await health()).toMatchObject({
      http: 200,
      status: "degraded",
      storage: { d1: "slow", kv: "slow" },
    });
  });

  it("tells a store that takes more than a second from a good one", async () => {
    await room.get("/v1/summary");
    room.storage.EDITIONS = kvAfter(1_500);
    expect(await health()).toMatchObject({
      http: 200,
      status: "degraded",
      storage: { d1: "ok", kv: "slow" },
    });
  });

  it("says 503 within seconds where KV hangs and nothing is held", async () => {
    room.storage.EDITIONS = HANGING_KV;
    expect(await health()).toMatchObject({ http: 503, status: "down", edition: null, age_s: null });
  });

  it("says since when the edition isn't confirmed any more", async () => {
    await room.get("/v1/summary");
    room.storage.EDITIONS = { get: () => Promise.reject(new Error("KV is down")) } as unknown as KVNamespace;
    room.clock.at = "2025-07-01T09:10:00Z";
    await room.get("/v1/summary");
    expect(await health()).toMatchObject({ age_s: 600, storage: { kv: "down" } });
  });
});

describe("the desk, where a store hangs", () => {
  it.each([
    ["D1", "DB", HANGING_D1],
    ["KV", "EDITIONS", HANGING_KV],
  ] as const)("is told so in the end: %s", async (_, binding, hanging) => {
    const id = await room.stageFigures(LEDGER.slice(0, 90));
    Object.assign(room.storage, { [binding]: hanging });
    const { came } = await patiently(room.ask("GET", `/v1/imports/${id}`));
    expect(came).toMatchObject({ status: 503, body: { type: "/docs#storage-down" } });
  });

  it("can't sign in for ever, either", async () => {
    room.storage.DB = HANGING_D1;
    const { came } = await patiently(room.ask("POST", "/v1/session", { token: "ds_for-tests-only" }));
    expect(came.status).toBe(503);
  });
});
