import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { SCHEMA } from "../../worker/config.ts";
import type { HealthBody } from "../../worker/contract/health.ts";
import { convicted, LEDGER, openNewsroom } from "./newsroom.ts";

let room: Awaited<ReturnType<typeof openNewsroom>>;
beforeEach(async () => {
  room = await openNewsroom("2025-07-01T09:00:00Z");
  await room.publishFigures(LEDGER);
});

const health = async () => {
  const response = await room.get("/v1/health");
  return { http: response.status, ...(await response.json<HealthBody>()) };
};

describe("what a monitor is told", () => {
  it("is the newest day that there is evidence for", async () => {
    expect(await health()).toMatchObject({
      http: 200,
      status: "ok",
      evidence: { until: expect.stringMatching(/^2025-0[4-6]-\d\d$/), old: false },
    });
  });

  it("is degraded, and still 200, when the outlets have published nothing for four months", async () => {
    room.clock.at = "2026-07-01T09:00:00Z";
    expect(await health()).toMatchObject({ http: 200, status: "degraded", evidence: { old: true } });
  });

  it("is degraded, and still 200, when nobody has read the courts' sites for three weeks", async () => {
    await room.publishCases([convicted()]);
    expect(await health()).toMatchObject({ status: "ok", evidence: { until: "2025-07-01", age_days: 0 } });
    room.clock.at = "2025-07-23T09:00:00Z";
    expect(await health()).toMatchObject({
      http: 200,
      status: "degraded",
      evidence: { until: "2025-07-01", age_days: 22, old: true },
    });
  });

  it("is degraded, with both versions, while code and database differ; readers are served", async () => {
    await env.DB.prepare("INSERT INTO d1_migrations (name) VALUES (?)")
      .bind(`${SCHEMA + 1}_later.sql`)
      .run();
    expect(await health()).toMatchObject({
      http: 200,
      status: "degraded",
      schema: { found: SCHEMA + 1, needed: SCHEMA },
    });
    expect((await room.get("/v1/summary")).status).toBe(200);
  });

  it("says nothing of versions that agree", async () => {
    expect(await health()).not.toHaveProperty("schema");
  });
});
