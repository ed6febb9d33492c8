import { Hono } from "hono";
import type { Desk } from "../../access/holder.ts";
import { PART_MAX_CASES } from "../../config.ts";
import { DifferenceQuery } from "../../contract/imports.ts";
import { courtReports } from "../../desk/court-reports.ts";
import { differenceBetween } from "../../desk/difference.ts";
import { ledgerInForce } from "../../desk/ledger-in-force.ts";
import type { Clock } from "../../http/clock.ts";
import { readParameters } from "../../http/parameters.ts";
import { listBatches } from "../../store/batches.ts";
import { exportCases } from "../../store/cases/export.ts";
import { findEdition } from "../../store/editions.ts";
import { inForce, refuse } from "./shared.ts";

/** What there is: batches, how editions differ, courts, the records and the ledger as they are known. */
export function lists(clock: Clock): Hono<Desk> {
  const desk = new Hono<Desk>();

  desk.get("/", async (c) => c.json({ batches: await listBatches(c.env.DB, 50) }));

  desk.get("/difference", async (c) => {
    const read = readParameters(DifferenceQuery, new URL(c.req.url).searchParams);
    if ("errors" in read) return refuse({ kind: "bad-parameters", errors: read.errors });
    const { show } = await inForce(c);
    const difference = await differenceBetween(c.env, read.query, show, clock.now());
    if ("missing" in difference) return refuse({ kind: "not-found", what: `edition ${difference.missing}` });
    return c.json(difference);
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
    const id = c.req.query("edition");
    const edition = id === undefined ? null : await findEdition(c.env.DB, id);
    if (id !== undefined && !edition) return refuse({ kind: "not-found", what: `edition ${id}` });
    return c.json(await exportCases(c.env.DB, after, PART_MAX_CASES, edition?.sequence ?? null));
  });

  return desk;
}
