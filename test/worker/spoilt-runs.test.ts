import { env } from "cloudflare:test";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Newsroom, table, weekly } from "./desk-room.ts";
import { killAt } from "./killed.ts";
import { openNewsroom } from "./newsroom.ts";
import { deskTable, listed, runsOf, setSource, tableServer } from "./source-room.ts";

let room: Newsroom;
beforeEach(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  room = await openNewsroom("2025-05-12T09:00:00Z");
});
afterEach(() => void vi.restoreAllMocks());

const later = (minutes: number) => {
  room.clock.at = new Date(Date.parse(room.clock.at) + minutes * 60_000).toISOString();
};

/** A run that was cut off once its table was put aside, and nothing of it staged. */
async function cutOff(): Promise<void> {
  const db = room.storage.DB;
  const isAside = async () =>
    (await table<{ step: string }>("source_run")).some(({ step }) => step === "stage");
  for (let call = 1; !(await isAside()); call += 1) {
    expect(call).toBeLessThan(60);
    later(15);
    room.storage.DB = killAt(call, "after", db).db;
    await room.tick().catch(() => {});
    room.storage.DB = db;
  }
  later(15);
}

it.each([
  ["its rows, put aside", "UPDATE source_part SET body = '{'", "Run [0-9a-f-]+, part 0"],
  ["the days of its source", "UPDATE source SET covers = '[null'", "Source records, covers"],
])("a run that finds %s spoilt ends and says so; the next one goes well", async (_, sql, where) => {
  const rows = [listed(), listed()];
  const server = tableServer(room);
  server.body = deskTable(rows);
  const covers = { start: "2025-01-01", end: null, courts: null };
  await setSource(room, { covers });
  await cutOff();
  await env.DB.prepare(sql).run();
  await room.tick();
  const [run] = await table<{ state: string; problem: string }>("source_run");
  expect(run?.state).toBe("failed");
  expect(run?.problem).toMatch(new RegExp(`${where}: .+ was expected`));
  expect(await table("edition")).toEqual([]);

  // To set the source anew is the way out, also of one whose row is spoilt.
  expect((await setSource(room, { covers })).status).toBe(200);
  later(24 * 60);
  await room.tick();
  expect((await runsOf(room))[0]?.state).toBe("published");
  expect(Object.values(await weekly(room)).reduce((a, b) => a + b, 0)).toBe(rows.length);
});

it("a run whose notes of its table are spoilt fetches it again", async () => {
  const server = tableServer(room);
  server.body = deskTable([listed()]);
  await setSource(room);
  await cutOff();
  await env.DB.prepare("UPDATE source_run SET table_read = '{'").run();
  await room.tick();
  expect((await runsOf(room))[0]?.state).toBe("published");
});

it("an embargo whose hour is spoilt waits for a person, and keeps no other from its own", async () => {
  await room.publishCases([listed()]);
  const first = await room.stageCases([listed({ decided_on: "2025-05-06" })], "partial");
  const until = "2025-05-13T09:00:00Z";
  await room.ask("PUT", `/v1/imports/${first}/embargo`, { until, note: "One", override: "For the test" });
  for (const spoilt of ["", "9999-99-99", "2025-05-11T09:00:00Z"]) {
    await env.DB.prepare("UPDATE embargo SET until = ?, problem = NULL, problem_code = NULL")
      .bind(spoilt)
      .run();
    await room.tick();
    expect(await table("edition")).toHaveLength(1);
    expect((await table<{ problem: string }>("embargo"))[0]?.problem).toMatch(
      new RegExp(`^Embargo of batch ${first}, until: an instant after it was set was expected`),
    );
  }
  await room.ask("PUT", `/v1/imports/${first}/embargo`, { until, note: "One", override: "For the test" });
  room.clock.at = until;
  await room.tick();
  expect(await table("edition")).toHaveLength(2);
});
