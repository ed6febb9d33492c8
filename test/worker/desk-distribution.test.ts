import {
  createExecutionContext,
  createScheduledController,
  env,
  waitOnExecutionContext,
} from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { SeriesBody } from "../../worker/contract/series.ts";
import { distributePending } from "../../worker/desk/distribute.ts";
import { editionInForce, type InForce } from "../../worker/desk/in-force.ts";
import { publishBatch } from "../../worker/desk/publish.ts";
import worker from "../../worker/index.ts";
import { shownIn } from "../../worker/reading/shown.ts";
import { readBatch } from "../../worker/store/batches.ts";
import { NO_THEMES } from "../../worker/store/themes/published.ts";
import type { Newsroom } from "./desk-room.ts";
import { convicted, openNewsroom } from "./newsroom.ts";

const OLD = "2025-07-01.1";
const NEW = "2025-07-02.1";
const COURT = "66GV0008";
const some = (count: number) => Array.from({ length: count }, () => convicted({ court_code: COURT }));

let room: Newsroom;
beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishCases(some(40));
  room.clock.at = "2025-07-02T09:00:00Z";
});

/** What a reader in a new isolate is told, by several addresses: the edition, its total, and that of a court. */
async function told() {
  room.restart();
  const sum = ({ points }: SeriesBody) => points.reduce((total, { value }) => total + (value ?? 0), 0);
  const all = await room.json<SeriesBody>("/v1/series");
  const court = await room.json<SeriesBody>(`/v1/series?court=${COURT}`);
  const { editions } = await room.json<{ editions: { id: string }[] }>("/v1/editions");
  expect(court.edition.id).toBe(all.edition.id);
  return { edition: all.edition.id, all: sum(all), court: sum(court), listed: editions.map(({ id }) => id) };
}

const WHOLE_OLD = { edition: OLD, all: 40, court: 40, listed: [OLD] };
const WHOLE_NEW = { edition: NEW, all: 43, court: 43, listed: [NEW, OLD] };

/** Commits in D1, and is killed before anything reaches KV. */
async function commitOnly(): Promise<void> {
  const batch = (await readBatch(env.DB, await room.stageCases(some(3), "partial")))!;
  const show: InForce["show"] = (edition, query, today) =>
    shownIn(edition, query, today, { lang: "en", themes: NO_THEMES });
  const order = { actor: "the desk", note: "", override: null, now: room.clock.now() };
  const result = await publishBatch(
    env.DB,
    batch,
    { current: await editionInForce(env), sample: false, show },
    order,
  );
  expect(result).toMatchObject({ edition: { id: NEW } });
}

/** KV whose writes go another way. */
function kvWith(put: (...write: Parameters<KVNamespace["put"]>) => Promise<void>): KVNamespace {
  return new Proxy(env.EDITIONS, {
    get: (target, name) => (name === "put" ? put : Reflect.get(target, name).bind(target)),
  });
}

describe("a publication that is killed between D1 and KV", () => {
  it("leaves readers with the edition before, whole", async () => {
    await commitOnly();
    expect(await told()).toEqual(WHOLE_OLD);
  });

  it("is finished by the scheduled run", async () => {
    await commitOnly();
    const context = createExecutionContext();
    await worker.scheduled(createScheduledController(), env, context);
    await waitOnExecutionContext(context);
    expect(await told()).toEqual(WHOLE_NEW);
  });

  it("is finished by the desk's next look", async () => {
    await commitOnly();
    await room.stageCases(some(1), "partial").then(room.preview);
    expect(await told()).toEqual(WHOLE_NEW);
  });

  it("is finished by publishing the batch again, which says that it is out", async () => {
    await commitOnly();
    const batch = (
      await room.ask<{ batches: { id: string; state: string }[] }>("GET", "/v1/imports")
    ).body.batches.find(({ state }) => state === "published");
    const { body } = await room.publish(batch!.id);
    expect(body.detail).toContain("published as edition");
    expect((await told()).edition).toBe(NEW);
  });

  it("is finished by whoever waits for it, and asks for the editions", async () => {
    room.storage.EDITIONS = kvWith(() => Promise.reject(new Error("KV takes nothing")));
    expect((await room.publish(await room.stageCases(some(3), "partial"))).status).toBe(202);
    const delivered = async () =>
      (await room.ask<{ delivered: boolean }>("GET", "/v1/imports/editions")).body.delivered;
    expect(await delivered()).toBe(false);
    room.storage.EDITIONS = env.EDITIONS;
    expect(await delivered()).toBe(true);
    expect(await told()).toEqual(WHOLE_NEW);
  });

  it("goes on behind the answer where KV is slow, which says so in bounded time", async () => {
    const id = await room.stageCases(some(3), "partial");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    room.storage.EDITIONS = kvWith(async (...write) => {
      // Each write takes its time, but none too long.
      await Promise.race([held, new Promise((resolve) => setTimeout(resolve, 14_000))]);
      await env.EDITIONS.put(...write);
    });
    const context = createExecutionContext();
    room.runtime.context = context;
    const asked = room.publish(id);
    let answer: Awaited<typeof asked> | null = null;
    for (let turn = 0; turn < 30 && !answer; turn++) {
      const step = env.DB.prepare("SELECT 1").run();
      answer = await Promise.race([asked, step.then(() => null)]);
      await step;
      await vi.advanceTimersByTimeAsync(2_000);
    }
    vi.useRealTimers();
    expect(answer).toMatchObject({ status: 202, body: { delivered: false } });
    go();
    await waitOnExecutionContext(context);
    expect(await told()).toEqual(WHOLE_NEW);
  });

  it.each([0, 1, 2, 3, 4])(
    "before write %i to KV leaves the old edition or the new one, and is finished later",
    async (n) => {
      let writes = 0;
      room.storage.EDITIONS = kvWith(async (...write) => {
        if (writes++ === n) throw new Error("killed");
        await env.EDITIONS.put(...write);
      });
      const published = await room.publish(await room.stageCases(some(3), "partial"));
      room.storage.EDITIONS = env.EDITIONS;
      expect(published).toMatchObject({ status: 202, body: { edition: { id: NEW }, delivered: false } });
      const { edition, all, court } = await told();
      expect({ edition, all, court }).toEqual({ edition: OLD, all: 40, court: 40 });
      expect(await distributePending(env)).toEqual([NEW]);
      expect(await told()).toEqual(WHOLE_NEW);
    },
  );
});

describe("an edition that can't be built", () => {
  it("is found before it is committed, and says why", async () => {
    const id = await room.stageCases(some(3), "partial");
    await env.DB.prepare("UPDATE batch_case SET decided_week = 9000000000 WHERE batch_id = ?").bind(id).run();
    const { guard } = await room.preview(id);
    expect(guard).toMatchObject([{ code: "too-late", text: expect.stringContaining("can't be built") }]);
    const refused = await room.publish(id, "Whatever the guard says");
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain("can't be built");
    expect(await told()).toEqual(WHOLE_OLD);
  });

  it("is told by the health, and bars no revert, should it have been committed all the same", async () => {
    await commitOnly();
    await env.DB.prepare("UPDATE case_version SET decided_week = 9000000000 WHERE since_edition = 2").run();
    room.clock.at = "2025-07-02T11:00:00Z";
    room.restart();
    expect(await room.json("/v1/health")).toMatchObject({ status: "degraded", undistributed: NEW });
    const back = { edition: OLD, note: "Takes back what can't be built" };
    expect((await room.ask("POST", "/v1/imports/revert", back)).status).toBe(200);
    room.restart();
    expect(await told()).toMatchObject({ edition: "2025-07-02.2", all: 40 });
    expect(await room.json("/v1/health")).toMatchObject({ status: "ok" });
    expect((await room.publishCases(some(2), "partial")).status).toBe(200);
  });
});

describe("distribution", () => {
  it("brings several editions that were held up in order, each as it was", async () => {
    await commitOnly();
    const revert = { edition: OLD, note: "Taken back on the same day" };
    room.storage.EDITIONS = kvWith(() => Promise.reject(new Error("killed")));
    expect((await room.ask("POST", "/v1/imports/revert", revert)).status).toBe(202);
    room.storage.EDITIONS = env.EDITIONS;
    expect(await distributePending(env)).toEqual([NEW, "2025-07-02.2"]);
    expect(await told()).toEqual({
      edition: "2025-07-02.2",
      all: 40,
      court: 40,
      listed: ["2025-07-02.2", NEW, OLD],
    });
    const between = await room.json<SeriesBody>(`/v1/series?as-of=${NEW}`);
    expect(between.points.reduce((total, { value }) => total + (value ?? 0), 0)).toBe(43);
  });

  it("done again changes no byte", async () => {
    await commitOnly();
    await distributePending(env);
    const body = await env.EDITIONS.get(`edition/${NEW}`);
    const courts = await env.EDITIONS.get(`edition/${NEW}/courts`);
    await env.EDITIONS.put("current", JSON.stringify({ id: OLD, sequence: 1 }));
    expect(await distributePending(env)).toEqual([NEW]);
    expect(await env.EDITIONS.get(`edition/${NEW}`)).toBe(body);
    expect(await env.EDITIONS.get(`edition/${NEW}/courts`)).toBe(courts);
    expect(await distributePending(env)).toEqual([]);
  });

  it("that was overtaken doesn't take readers back", async () => {
    await commitOnly();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const late = kvWith(async (...write) => {
      if (write[0] === `edition/${NEW}`) await held;
      await env.EDITIONS.put(...write);
    });
    const slow = distributePending({ ...env, EDITIONS: late });
    room.clock.at = "2025-07-02T10:00:00Z";
    expect((await room.publishCases(some(2), "partial")).status).toBe(200);
    release();
    await slow;
    expect(await told()).toMatchObject({
      edition: "2025-07-02.2",
      all: 45,
      listed: ["2025-07-02.2", NEW, OLD],
    });
  });
});
