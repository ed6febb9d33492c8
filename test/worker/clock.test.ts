import { describe, expect, it } from "vitest";
import type { HealthBody } from "../../worker/contract/health.ts";
import { LEDGER, openNewsroom } from "./newsroom.ts";

/** The edition that readers are told of, and whether it is marked. */
async function told(room: Awaited<ReturnType<typeof openNewsroom>>) {
  const { edition } = await room.json<{ edition: { id: string; stale: boolean } }>("/v1/summary");
  return [edition.id, edition.stale];
}

describe("a clock that jumps ahead and back", () => {
  it.each(["2026-07-01T09:00:00Z", "2025-07-01T09:20:00Z", "2025-07-01T09:00:40Z"])(
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
