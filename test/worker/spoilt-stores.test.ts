import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
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
