import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { PART_MAX_BYTES, PART_MAX_CASES } from "../../worker/config.ts";
import type { CourtCase } from "../../worker/contract/court-case.ts";
import { type Newsroom, openBatch, versions, weekly } from "./desk-room.ts";
import { convicted, openNewsroom } from "./newsroom.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
});

const many = (count: number, fields: (index: number) => Partial<CourtCase> = () => ({})) =>
  Array.from({ length: count }, (_, index) => convicted(fields(index)));

async function stageParts(parts: CourtCase[][]): Promise<string> {
  const { id, send, seal } = await openBatch(room, parts, "partial");
  for (const number of parts.keys()) expect((await send(number)).status).toBe(200);
  expect((await seal()).status).toBe(200);
  return id;
}

describe("a part of an upload", () => {
  it("holds as many cases as the contract lets it, and D1 takes them in one statement", async () => {
    const parts = [many(PART_MAX_CASES), many(PART_MAX_CASES), many(1)];
    const id = await stageParts(parts);
    expect((await room.preview(id)).cases).toMatchObject({ added: 4_001, convictions: 4_001 });
    expect((await room.publish(id)).status).toBe(200);
    expect(await weekly(room)).toEqual({ "2025-W14": 4_001 });
    // The same again, and every case of it corrected.
    expect((await room.preview(await stageParts(parts))).cases).toMatchObject({ same: 4_001, changed: 0 });
    const corrected = parts.map((part) => part.map((one) => ({ ...one, sentence: "fine" as const })));
    expect((await room.preview(await stageParts(corrected))).cases).toMatchObject({
      same: 0,
      changed: 4_001,
    });
  });

  it("may be as long as the limit of bytes, with all its lists full", async () => {
    const long = many(PART_MAX_CASES, (index) => ({
      earlier_numbers: Array.from({ length: 5 }, (_, older) => `1-${index}${older}/${2019 + older}`),
      articles: ["332.2", "337.2.1", "337.5", "338.1"],
      source_url: `https://gvs.cht.sudrf.ru/modules.php?name=sud_delo&srv_num=1&case_id=${index}`,
    }));
    const short = JSON.stringify({ cases: long }).length;
    const left = Math.floor((PART_MAX_BYTES - short) / PART_MAX_CASES) - 1;
    expect(left).toBeGreaterThan(0);
    const full = long.map((one) => ({ ...one, source_url: `${one.source_url}${"7".repeat(left)}` }));
    const id = await stageParts([full]);
    expect((await room.publish(id)).status).toBe(200);
    expect(await versions()).toHaveLength(PART_MAX_CASES);
  });

  it("is refused beyond the limits, of cases and of bytes", async () => {
    const cases = many(PART_MAX_CASES + 1);
    const { send } = await openBatch(room, [cases, [convicted()]]);
    expect((await send(0)).status).toBe(422);
    const { id } = await openBatch(room, [
      [convicted({ source_url: `https://gvs.cht.sudrf.ru/?id=${"1".repeat(PART_MAX_BYTES)}` })],
    ]);
    const heavy = await room.ask("PUT", `/v1/imports/${id}/parts/0`, {
      cases: [{ x: "ы".repeat(PART_MAX_BYTES / 2) }],
    });
    expect(heavy.status).toBe(413);
  });

  it("has a number that the batch has room for", async () => {
    const { send, id } = await openBatch(room, [[convicted()]]);
    expect((await room.ask("PUT", `/v1/imports/${id}/parts/1`, { cases: [] })).status).toBe(404);
    expect((await room.ask("PUT", "/v1/imports/0000000000000000/parts/0", { cases: [] })).status).toBe(404);
    expect((await send(0)).status).toBe(200);
  });
});

describe("a publication of many changes", () => {
  it("is previewed in pages that never part the defendants of a case", async () => {
    const { compareBatch } = await import("../../worker/store/cases/comparison.ts");
    const cases = many(30).flatMap((one) => [one, { ...one, defendant: 2 }, { ...one, defendant: 3 }]);
    const id = await stageParts([cases]);
    const pages = [];
    for await (const page of compareBatch(env.DB, id, 7)) pages.push(page.map(({ case_key }) => case_key));
    expect(pages.flat()).toHaveLength(90);
    const where = new Map<string, Set<number>>();
    for (const [number, page] of pages.entries())
      for (const key of page) where.set(key, (where.get(key) ?? new Set()).add(number));
    expect([...where.values()].every((found) => found.size === 1)).toBe(true);
  });
});

describe("an export", () => {
  it("comes in pages, and imported again changes nothing", async () => {
    const anew = convicted({ case_number: "1-9/2025", earlier_numbers: ["1-700/2024", "1-80/2024"] });
    const pair = convicted();
    const all = [
      ...many(PART_MAX_CASES + 10),
      anew,
      pair,
      { ...pair, defendant: 2, outcome: "acquitted" as const },
      convicted({ case_uid: null, removed_on: "2025-06-01", outcome: "pending", decided_on: null }),
      convicted({
        sentence: "imprisonment",
        term_months: 72,
        service: "contract",
        source_url: "https://gvs--cht.sudrf.ru/modules.php?case_id=1",
      }),
    ];
    await room.publish(await stageParts([all.slice(0, 1_500), all.slice(1_500)]));
    const pages: CourtCase[][] = [];
    for (let next: number | null = 0; next !== null; ) {
      const { body }: { body: { cases: CourtCase[]; next: number | null } } = await room.ask(
        "GET",
        `/v1/imports/export?after=${next}`,
      );
      pages.push(body.cases);
      next = body.next;
    }
    expect(pages.map(({ length }) => length)).toEqual([2_000, 15]);
    const ordered = (cases: CourtCase[]) =>
      cases.map((one) => JSON.stringify(one, Object.keys(one).sort())).sort();
    expect(ordered(pages.flat())).toEqual(ordered(all));
    const again = await stageParts(pages);
    expect((await room.preview(again)).cases).toMatchObject({ same: all.length, added: 0, changed: 0 });
    expect((await room.publish(again)).body.detail).toContain("Nothing would change");
  });
});
