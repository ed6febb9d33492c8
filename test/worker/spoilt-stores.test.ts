import {
  createExecutionContext,
  createScheduledController,
  env,
  waitOnExecutionContext,
} from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import worker from "../../worker/index.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";
import { editorOf, LEGIBLE } from "./theme-room.ts";

const [OLD, NEW] = ["2025-07-01.1", "2025-07-02.1"];

let room: Awaited<ReturnType<typeof openNewsroom>>;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
});

interface Told {
  edition: { id: string; stale: boolean };
}
const told = async () => (await room.json<Told>("/v1/summary")).edition;
/** Longer than an isolate trusts what it holds. */
const later = () => {
  room.clock.at = new Date(room.clock.now() + 60_000).toISOString();
};
/** A second edition, of which this isolate knows nothing yet. */
async function publishAnother(): Promise<void> {
  room.clock.at = "2025-07-02T09:00:00Z";
  await room.publishCases([convicted()]);
}

/** What somebody with a hand in KV, or KV itself, may do to what readers live on. */
const spoilt: [string, () => Promise<void>][] = [
  [
    "a body that was cut short",
    async () => {
      const body = await env.EDITIONS.get(`edition/${NEW}`);
      await env.EDITIONS.put(`edition/${NEW}`, body!.slice(0, body!.length / 2));
    },
  ],
  ["an empty body", () => env.EDITIONS.put(`edition/${NEW}`, "")],
  ["a body that is something else", () => env.EDITIONS.put(`edition/${NEW}`, '"a text"')],
  [
    "another edition's body under its name",
    async () => env.EDITIONS.put(`edition/${NEW}`, (await env.EDITIONS.get(`edition/${OLD}`))!),
  ],
  ["a body that is gone", () => env.EDITIONS.delete(`edition/${NEW}`)],
  [
    "a pointer to an edition that there is none of",
    () => env.EDITIONS.put("current", '{"id":"2025-07-09.1","sequence":9}'),
  ],
  ["a pointer that isn't JSON", () => env.EDITIONS.put("current", "{")],
  ["a pointer that is gone", () => env.EDITIONS.delete("current")],
];

describe("readers, with KV spoilt", () => {
  it.each(spoilt)("keep the last good edition, marked stale: %s", async (_, spoil) => {
    expect(await told()).toMatchObject({ id: OLD, stale: false });
    await publishAnother();
    await spoil();
    later();
    expect(await told()).toMatchObject({ id: OLD, stale: true });
    expect(await room.json("/v1/health")).toMatchObject({ status: "degraded" });
  });

  it.each(spoilt)(
    "get a plain 503 or the old edition, and no half, from an isolate that holds nothing: %s",
    async (_, spoil) => {
      await publishAnother();
      await spoil();
      room.restart();
      expect((await room.get("/v1/summary")).status).toBe(503);
    },
  );

  it("aren't taken back by a pointer of before, which KV may give for a while", async () => {
    const before = await env.EDITIONS.get("current");
    await publishAnother();
    room.restart();
    expect(await told()).toMatchObject({ id: NEW, stale: false });
    await env.EDITIONS.put("current", before!);
    later();
    expect(await told()).toMatchObject({ id: NEW, stale: false });
  });
});

/** All that KV has of what D1 holds, by its keys. The files of releases aren't among it. */
async function everything(): Promise<Record<string, string | null>> {
  const names = (await env.EDITIONS.list()).keys.map(({ name }) => name);
  const made = names.filter((name) => !name.startsWith("released/"));
  return Object.fromEntries(
    await Promise.all(made.map(async (name) => [name, await env.EDITIONS.get(name)] as const)),
  );
}

async function runSchedule(): Promise<void> {
  const context = createExecutionContext();
  await worker.scheduled(createScheduledController(), env, context);
  await waitOnExecutionContext(context);
}

const COURTS = `edition/${NEW}/courts`;
/** What stands beside the body of an edition. */
const beside: typeof spoilt = [
  ["courts that were cut short", async () => cut(COURTS)],
  ["courts of nobody", () => env.EDITIONS.put(COURTS, "{}")],
  [
    "another edition's courts",
    async () =>
      env.EDITIONS.put(COURTS, (await env.EDITIONS.get(COURTS))!.replace(`"${NEW}"`, '"2025-06-01.1"')),
  ],
  ["courts that are gone", () => env.EDITIONS.delete(COURTS)],
];

async function cut(key: string): Promise<void> {
  const value = (await env.EDITIONS.get(key)) ?? "";
  await env.EDITIONS.put(key, value.slice(0, value.length / 2));
}

describe("the schedule, with KV spoilt", () => {
  it.each([...spoilt, ...beside])(
    "writes the same bytes again, and readers have them: %s",
    async (_, spoil) => {
      await publishAnother();
      const whole = await everything();
      await spoil();
      await runSchedule();
      expect(await everything()).toEqual(whole);
      later();
      room.restart();
      expect(await told()).toMatchObject({ id: NEW, stale: false });
      expect(await room.json("/v1/health")).toMatchObject({ edition: NEW, storage: { d1: "ok", kv: "ok" } });
    },
  );

  it("writes all of it again where nothing is left", async () => {
    await publishAnother();
    const whole = await everything();
    for (const key of Object.keys(whole)) await env.EDITIONS.put(key, "{");
    await runSchedule();
    expect(await everything()).toMatchObject(whole);
  });

  it("doesn't take readers back where D1 was taken back, as long as what they have is whole", async () => {
    await publishAnother();
    const ahead = (await env.EDITIONS.get(`edition/${NEW}`))!
      .replace(`"${NEW}"`, '"2025-07-03.1"')
      .replace('"sequence":2', '"sequence":3');
    await env.EDITIONS.put("edition/2025-07-03.1", ahead);
    await env.EDITIONS.put(
      "edition/2025-07-03.1/courts",
      (await env.EDITIONS.get(COURTS))!.replace(NEW!, "2025-07-03.1"),
    );
    await env.EDITIONS.put("current", '{"id":"2025-07-03.1","sequence":3}');
    const whole = await everything();
    await runSchedule();
    expect(await everything()).toEqual(whole);
    room.restart();
    expect(await told()).toMatchObject({ id: "2025-07-03.1", stale: false });
  });
});

describe("the desk, with KV spoilt", () => {
  it.each([...spoilt, ...beside])(
    "previews, compares and publishes as if nothing were: %s",
    async (_, spoil) => {
      await publishAnother();
      const batch = await room.stageCases([convicted()]);
      const good = await room.ask("GET", `/v1/imports/${batch}`);
      const difference = await room.ask("GET", `/v1/imports/difference?from=${OLD}&to=${NEW}`);
      await spoil();
      room.restart();
      expect(await room.ask("GET", `/v1/imports/${batch}`)).toEqual(good);
      expect(await room.ask("GET", `/v1/imports/difference?from=${OLD}&to=${NEW}`)).toEqual(difference);
      expect((await room.publish(batch)).status).toBe(200);
      later();
      room.restart();
      expect((await told()).stale).toBe(false);
      expect((await told()).id).not.toBe(NEW);
    },
  );

  it("compares with an earlier edition whose body can't be read, as it was then", async () => {
    await publishAnother();
    const difference = await room.ask("GET", `/v1/imports/difference?from=${OLD}&to=${NEW}`);
    await cut(`edition/${OLD}`);
    room.restart();
    expect(await room.ask("GET", `/v1/imports/difference?from=${OLD}&to=${NEW}`)).toEqual(difference);
  });

  it("reverts the newest edition though its body can't be read", async () => {
    await publishAnother();
    await cut(`edition/${NEW}`);
    room.restart();
    const reverted = await room.ask("POST", "/v1/imports/revert", {
      edition: OLD,
      note: "Taken back, as its body is gone",
    });
    expect(reverted).toMatchObject({ status: 200 });
    room.restart();
    expect((await told()).stale).toBe(false);
  });
});

describe("readers, with a list in KV spoilt", () => {
  it.each(["editions", "corrections", "themes", "reading", "additions"])(
    "have the number whole and current without %s",
    async (key) => {
      await publishAnother();
      for (const spoilt of ["", "{", '"a text"', "[", "7", "null"]) {
        await env.EDITIONS.put(key, spoilt);
        room.restart();
        expect(await told()).toMatchObject({ id: NEW, stale: false });
        expect((await room.get("/v1/editions")).status, spoilt).toBe(200);
        expect((await room.get("/v1/series?from=2025-W10")).status, spoilt).toBe(200);
      }
    },
  );
});

describe("a hundred editors at once", () => {
  it("publish one after the other: one wins each round, the others are shown what it did, and no version is lost", async () => {
    const editors = await Promise.all(Array.from({ length: 100 }, (_, n) => editorOf(room, `editor ${n}`)));
    const answers = await Promise.all(
      editors.map((put, n) => put("PUT", "/v1/themes/paper", { ...LEGIBLE, name: `Paper ${n}` })),
    );
    const won = answers.filter(({ status }) => status < 300);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    const { body } = await editors[0]!("GET", "/v1/themes/paper/versions");
    expect(body.versions).toHaveLength(1);
  });
});
