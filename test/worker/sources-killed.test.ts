import { beforeEach, describe, expect, it } from "vitest";
import { runs } from "../runs.ts";
import { type Newsroom, table, weekly } from "./desk-room.ts";
import { killAt } from "./killed.ts";
import { openNewsroom } from "./newsroom.ts";
import { deskTable, heldIn, listed, runsOf, setSource, tableServer } from "./source-room.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom("2025-05-12T09:00:00Z");
});

const known = Array.from({ length: 20 }, () => listed());
const later = (minutes: number) => {
  room.clock.at = new Date(Date.parse(room.clock.at) + minutes * 60_000).toISOString();
};

describe("a run that is killed at any of its calls to the store", () => {
  it.each([
    ["by-itself", "before", 1],
    ["by-itself", "after", 2],
    ["after-review", "before", 3],
    ["after-review", "after", 4],
  ] as const)("(%s, %s the call is done) ends as if it hadn't been", async (publishes, when, first) => {
    const server = tableServer(room);
    const db = room.storage.DB;
    let rows = [...known];
    server.body = deskTable(rows);
    await setSource(room, { publishes: "by-itself" });
    await room.tick();
    await setSource(room, { publishes, every: "quarter-hour" });
    const published = () => table("edition").then(({ length }) => length);
    let total = Number.POSITIVE_INFINITY;
    // Every fourth call, in each of the four ways another one; all of them with RUNS=4.
    const stride = Math.max(1, 5 - runs(1).numRuns);
    for (let call = 0; call <= total; call += call === 0 ? Math.min(first, stride) : stride) {
      rows = [...rows, listed({ decided_on: "2025-05-05" })];
      server.body = deskTable(rows);
      const [count, before] = [await published(), await weekly(room)];
      // The first time it is only counted.
      const guarded = killAt(call === 0 ? Number.POSITIVE_INFINITY : call, when, db);
      room.storage.DB = guarded.db;
      later(15);
      await room.tick().catch(() => {});
      room.storage.DB = db;
      if (call === 0) total = guarded.calls();
      const name = `killed ${when} call ${call} of ${total}`;
      const after = publishes === "by-itself" ? { ...before, "2025-W19": rows.length - 20 } : before;
      // Readers have the edition before or the one after, whole.
      expect([before, after], name).toContainEqual(await weekly(room));
      later(5);
      await room.tick();
      expect(await weekly(room), name).toEqual(after);
      expect((await published()) - count, name).toBe(publishes === "by-itself" ? 1 : 0);
      expect((await heldIn(room)).length, name).toBe(publishes === "by-itself" ? 0 : 1);
      const [run, ...earlier] = await runsOf(room);
      expect(run, name).toMatchObject({
        state: publishes === "by-itself" ? "published" : "held",
        rows: rows.length,
      });
      expect(
        earlier.filter(({ state }) => state === "running" || state === "held"),
        name,
      ).toEqual([]);
      expect(await table("source_part"), name).toEqual([]);
    }
    expect(total).toBeGreaterThan(20);
  });
});

describe("two at once", () => {
  it("run a source once", async () => {
    const server = tableServer(room);
    server.body = deskTable(known);
    await setSource(room);
    await Promise.all([room.tick(), room.tick(), room.tick()]);
    expect(server.asked).toHaveLength(1);
    expect(await runsOf(room)).toHaveLength(1);
    expect(await table("edition")).toHaveLength(1);
  });

  it("publish once where a person publishes while it runs", async () => {
    const server = tableServer(room);
    await setSource(room, { absence: "complete" });
    server.instead = async () => {
      await room.publishCases(known);
      return new Response(deskTable([...known, listed({ decided_on: "2025-05-05" })]));
    };
    await room.tick();
    expect((await runsOf(room))[0]?.state).toBe("published");
    expect(await weekly(room)).toEqual({ "2025-W14": 20, "2025-W19": 1 });
  });
});
