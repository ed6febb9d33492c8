import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { SeriesBody } from "../../worker/contract/series.ts";
import type { Summary as SummaryBody } from "../../worker/contract/summary.ts";
import { type Newsroom, table } from "./desk-room.ts";
import { openNewsroom } from "./newsroom.ts";
import { deskTable, listed, runNow, runsOf, setSource, tableServer } from "./source-room.ts";

let room: Newsroom;
let server: ReturnType<typeof tableServer>;
const cases = (many: number, fields = {}) => Array.from({ length: many }, () => listed(fields));
const week = async (label: string, query = "") => {
  const { points } = await room.json<SeriesBody>(`/v1/series?${query}`);
  return points.find((point) => point.label === label);
};
const summary = async (query = "") => {
  const response = await room.get(`/v1/summary?${query}`);
  return { tag: response.headers.get("ETag"), body: await response.json<SummaryBody>() };
};
/** A Thursday, a Sunday and the Monday after it, then the same a week later: mornings in Moscow. */
const [THURSDAY, SUNDAY, MONDAY, NEXT_MONDAY] = ["2025-05-08", "2025-05-11", "2025-05-12", "2025-05-19"];
const on = async (day: string) => {
  room.clock.at = `${day}T05:00:00Z`;
  await room.tick();
  room.restart();
};

beforeEach(async () => {
  room = await openNewsroom(`${THURSDAY}T05:00:00Z`);
  server = tableServer(room);
  server.body = deskTable([
    ...cases(20, { decided_on: "2025-04-02" }),
    ...cases(5, { decided_on: "2025-04-29" }),
    ...cases(3, { decided_on: "2025-05-06" }),
  ]);
});

describe("a table that says the same, day after day", () => {
  const daily = { every: "day", covers: { start: "2025-01-01", end: null } };

  it("makes its weeks nearer to being whole each week, without an edition", async () => {
    await setSource(room, daily);
    await on(THURSDAY);
    const seen = [await week("2025-W18")];
    for (const day of [SUNDAY, MONDAY, NEXT_MONDAY]) {
      await on(day);
      seen.push(await week("2025-W18"));
    }
    const shares = seen.map((point) => point?.completeness ?? Number.NaN);
    // Age of the week: one on Thursday and Sunday, two on Monday, three a week later.
    expect(shares[1]).toBe(shares[0]);
    expect(shares[2]).toBeGreaterThan(shares[1]!);
    expect(shares[3]).toBeGreaterThan(shares[2]!);
    expect(seen.map((point) => point?.value)).toEqual([5, 5, 5, 5]);
    const { editions } = await room.json<{ editions: unknown[] }>("/v1/editions");
    expect(editions).toHaveLength(1);
    expect(await table("edition")).toHaveLength(1);
    expect((await runsOf(room)).map(({ state }) => state)).toEqual([
      "nothing-new",
      "nothing-new",
      "nothing-new",
      "published",
    ]);
  });

  it("is nothing new in other bytes, too, though it speaks of days more", async () => {
    await setSource(room, daily);
    await on(THURSDAY);
    server.body = `${server.body}\n`;
    await on(NEXT_MONDAY);
    expect((await runsOf(room)).map(({ state }) => state)).toEqual(["nothing-new", "published"]);
    expect(await table("edition")).toHaveLength(1);
    // The week that had begun by then was read, and has no record.
    expect(await week("2025-W20")).toMatchObject({ value: 0 });
  });

  it("tells of a new week as soon as it was read in it, and changes the tag with the day", async () => {
    await setSource(room, daily);
    await on(SUNDAY);
    const sunday = await summary("span=this-week");
    expect(sunday.body.headline).toMatchObject({ value: 3, period: { start: "2025-05-05" } });
    // A new day in Moscow, and a new week, of which nothing was read yet.
    room.clock.at = "2025-05-11T21:00:00Z";
    const midnight = await summary("span=this-week");
    expect(midnight.body.headline.value).toBeNull();
    await on(MONDAY);
    const monday = await summary("span=this-week");
    expect(monday.body.headline).toMatchObject({ value: 0, period: { start: MONDAY } });
    expect(new Set([sunday.tag, midnight.tag, monday.tag]).size).toBe(3);
  });

  it("leaves the edition as it was published, and a date as it was told", async () => {
    await setSource(room, daily);
    await on(THURSDAY);
    const { id } = (await summary()).body.edition;
    const frozen = await (await room.get(`/v1/editions/${id}`)).text();
    const body = await env.EDITIONS.get(`edition/${id}`);
    const told = await week("2025-W18");
    await on(MONDAY);
    const onMonday = await week("2025-W18");
    await on(NEXT_MONDAY);
    expect(await env.EDITIONS.get(`edition/${id}`)).toBe(body);
    expect(await (await room.get(`/v1/editions/${id}`)).text()).toBe(frozen);
    expect((await week("2025-W18", `as-of=${id}`))?.completeness).toBe(told?.completeness);
    expect((await week("2025-W18", `as-of=${THURSDAY}`))?.completeness).toBe(told?.completeness);
    expect((await week("2025-W18", `as-of=${MONDAY}`))?.completeness).toBe(onMonday?.completeness);
    expect((await week("2025-W18", "as-of=2025-05-15"))?.completeness).toBe(onMonday?.completeness);
    expect((await week("2025-W18"))?.completeness).toBeGreaterThan(onMonday?.completeness ?? 1);
  });

  it("is compared, when it does bring something, with what readers are told", async () => {
    await setSource(room, { ...daily, publishes: "after-review" });
    await on(THURSDAY);
    const [held] = (await room.ask<{ held: { batch: { id: string } }[] }>("GET", "/v1/imports/held")).body
      .held;
    await room.publish(held!.batch.id, "The first records");
    await on(SUNDAY);
    await on(NEXT_MONDAY);
    const told = (await summary()).body.headline.value;
    server.body = `${server.body}${deskTable(cases(1, { decided_on: "2025-05-13" })).split("\n")[1]}\n`;
    room.clock.at = `${NEXT_MONDAY}T06:00:00Z`;
    const { batch } = await runNow(room);
    const { headlines } = await room.preview(batch!);
    expect(headlines[0]?.before?.value).toBe(told);
  });

  it.each([
    ["doesn't say of which days it speaks", { every: "day" }],
    ["speaks of days that are over", { every: "day", covers: { start: "2025-01-01", end: "2025-05-06" } }],
  ])("changes nothing where it %s", async (_, fields) => {
    await setSource(room, fields);
    await on(THURSDAY);
    const before = (await week("2025-W18"))?.completeness;
    await on(NEXT_MONDAY);
    expect((await week("2025-W18"))?.completeness).toBe(before);
  });

  it("changes nothing where it can't be read, or another table wasn't", async () => {
    await setSource(room, daily);
    await on(THURSDAY);
    const before = (await week("2025-W18"))?.completeness;
    server.instead = () => new Response("", { status: 503 });
    await on(NEXT_MONDAY);
    expect((await week("2025-W18"))?.completeness).toBe(before);
    server.instead = (url) =>
      url.includes("other") ? new Response("", { status: 503 }) : new Response(server.body);
    await setSource(room, { ...daily, url: "https://sheets.example/other.csv" }, "other");
    await on("2025-05-20");
    expect((await week("2025-W18"))?.completeness).toBe(before);
    server.instead = null;
    await on("2025-05-21");
    await on("2025-05-22");
    expect((await week("2025-W18"))?.completeness).toBeGreaterThan(before ?? 1);
  });
});
