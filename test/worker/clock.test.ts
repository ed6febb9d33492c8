import { describe, expect, it } from "vitest";
import type { HealthBody } from "../../worker/contract/health.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

/** The edition that readers are told of, and whether it is marked. */
async function told(room: Awaited<ReturnType<typeof openNewsroom>>) {
  const { edition } = await room.json<{ edition: { id: string; stale: boolean } }>("/v1/summary");
  return [edition.id, edition.stale];
}

describe("a clock that jumps ahead and back", () => {
  it.each(["2026-07-01T09:00:00Z", "2025-07-02T09:00:00Z", "2025-07-01T09:20:00Z", "2025-07-01T09:00:40Z"])(
    "to %s leaves no isolate on its edition",
    async (ahead) => {
      const room = await openNewsroom("2025-07-01T09:00:00Z");
      await room.publishFigures(LEDGER);
      room.clock.at = ahead;
      expect(await told(room)).toEqual(["2025-07-01.1", false]);
      room.clock.at = "2025-07-01T09:00:10Z";
      await room.publishFigures(LEDGER.slice(0, 90));
      expect(await told(room)).toEqual(["2025-07-01.2", false]);
      expect((await room.json<HealthBody>("/v1/health")).age_s).toBe(0);
    },
  );

  it("leaves no answer of another day", async () => {
    const room = await openNewsroom("2025-07-01T09:00:00Z");
    await room.publishFigures(LEDGER);
    const text = async () => (await room.get("/v1/card.svg")).text();
    const before = await text();
    room.clock.at = "2026-07-01T09:00:00Z";
    await text();
    room.clock.at = "2025-07-01T09:00:05Z";
    expect(await text()).toBe(before);
  });

  it("never names two editions alike", async () => {
    const room = await openNewsroom("2025-07-01T09:00:00Z");
    await room.publishFigures(LEDGER);
    room.clock.at = "2026-07-01T09:00:00Z";
    await room.publishFigures(LEDGER.slice(0, 90));
    room.clock.at = "2025-07-01T09:05:00Z";
    const { status } = await room.publishFigures(LEDGER.slice(0, 80));
    expect(status).toBe(200);
    expect(
      new Set((await room.json<{ editions: { id: string }[] }>("/v1/editions")).editions.map(({ id }) => id))
        .size,
    ).toBe(3);
  });
});

describe("a clock that is wrong for a while", () => {
  const RIGHT = "2025-07-01T09:00:00Z";
  interface Told {
    edition: { id: string; stale: boolean };
    headline: { value: number };
    series: object;
  }

  it.each([
    ["a day ahead", "2025-07-02T09:00:00Z"],
    ["a year ahead", "2026-07-01T09:00:00Z"],
    ["a day behind", "2025-06-30T09:00:00Z"],
    ["a year behind", "2024-07-01T09:00:00Z"],
  ])(
    "%s: readers keep one edition, what is staged stays, and nobody has to put anything right",
    async (_, wrong) => {
      const room = await openNewsroom(RIGHT);
      await room.publishFigures(LEDGER);
      // How old a figure is goes by the clock, and what has changed since by the newest edition.
      const told = async () => {
        const { edition, headline, series } = await room.json<Told>("/v1/summary?as-of=2025-07-01.1");
        return { edition, headline: { ...headline, age_days: null }, series };
      };
      const newest = () => room.json<Told>("/v1/summary");
      const before = await told();

      room.clock.at = wrong;
      room.restart();
      const staged = await room.stageCases([convicted()]);
      await room.tick();
      expect(await told()).toEqual(before);
      expect((await newest()).edition.id).toBe("2025-07-01.1");
      expect((await room.get("/v1/health")).status).toBe(200);
      const later = await room.publish(staged, "While the clock was wrong");
      expect(later.status, later.body.detail).toBe(200);
      await room.tick();
      room.restart();
      expect((await newest()).edition).toMatchObject({ id: later.body.edition.id, stale: false });

      room.clock.at = "2025-07-01T09:10:00Z";
      await room.tick();
      room.restart();
      expect(await told()).toEqual(before);
      const { edition, headline, series } = await newest();
      expect(edition).toMatchObject({ id: later.body.edition.id, stale: false });
      const { value } = headline;
      expect(await room.json<Told>(`/v1/summary?as-of=${edition.id}`)).toMatchObject({
        headline: { value },
        series,
      });
      const after = await room.publishFigures(LEDGER.slice(0, 90));
      expect(after.status, after.body.detail).toBe(200);
      room.restart();
      expect((await newest()).edition.id).toBe(after.body.edition.id);
      const { editions } = await room.json<{ editions: { id: string; sequence: number }[] }>("/v1/editions");
      expect(editions.map(({ sequence }) => sequence)).toEqual([3, 2, 1]);
      expect(new Set(editions.map(({ id }) => id)).size).toBe(3);
    },
  );
});
