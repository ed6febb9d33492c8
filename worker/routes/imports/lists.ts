import { Hono } from "hono";
import type { Desk } from "../../access/holder.ts";
import { PART_MAX_CASES } from "../../config.ts";
import { courtReports } from "../../desk/court-reports.ts";
import { ledgerInForce } from "../../desk/ledger-in-force.ts";
import type { Clock } from "../../http/clock.ts";
import { listBatches } from "../../store/batches.ts";
import { exportCases } from "../../store/cases/export.ts";
import { lastEditions } from "../../store/editions.ts";
import { delivered, inForce, refuse } from "./shared.ts";

/** What there is: batches, editions, courts, the records and the ledger as they are known. */
export function lists(clock: Clock): Hono<Desk> {
  const desk = new Hono<Desk>();

  desk.get("/", async (c) => c.json({ batches: await listBatches(c.env.DB, 50) }));

  // Whoever waits for a publication asks here, which brings it on its way.
  desk.get("/editions", async (c) => {
    const isDelivered = await delivered(c);
    return c.json({ delivered: isDelivered, editions: await lastEditions(c.env.DB, 500) });
  });

  desk.get("/courts", async (c) => {
    const { current } = await inForce(c);
    return c.json(await courtReports(c.env.DB, current, clock.now()));
  });

  desk.get("/ledger", async (c) => c.json(await ledgerInForce(c.env.DB)));

  desk.get("/export", async (c) => {
    const after = Number(c.req.query("after") ?? 0);
    if (!Number.isSafeInteger(after) || after < 0) {
      const errors = [{ parameter: "after", message: "Expected the `next` of the page before." }];
      return refuse({ kind: "bad-parameters", errors });
    }
    return c.json(await exportCases(c.env.DB, after, PART_MAX_CASES));
  });

  return desk;
}
