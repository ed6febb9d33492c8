import { Hono } from "hono";
import type { Desk } from "../../access/holder.ts";
import { CasesPart, CheckDays, CheckRequest, LedgerPart } from "../../contract/imports.ts";
import { checkFigures, checkPart, checkWhole } from "../../desk/check.ts";
import { unfitLedger } from "../../desk/ledger-limits.ts";
import { moscowDate } from "../../domain/calendar.ts";
import { readBody } from "../../http/body.ts";
import type { Clock } from "../../http/clock.ts";
import { readParameters } from "../../http/parameters.ts";
import { inForce, refuse } from "./shared.ts";

/** What files would change, without a batch: nothing is written. */
export function checks(clock: Clock): Hono<Desk> {
  const desk = new Hono<Desk>();

  desk.post("/check/figures", async (c) => {
    const read = await readBody(c, LedgerPart);
    if ("refused" in read) return read.refused;
    const unfit = unfitLedger(read.body.figures, moscowDate(clock.now()));
    if (unfit) return refuse(unfit);
    const review = await checkFigures(c.env.DB, read.body.figures, await inForce(c), clock.now());
    if ("unbuildable" in review) return refuse({ kind: "conflict", detail: review.unbuildable });
    const { figures, guard, headlines } = review;
    return c.json({ figures, guard, headlines });
  });

  desk.post("/check/cases", async (c) => {
    const days = readParameters(CheckDays, new URL(c.req.url).searchParams);
    if ("errors" in days) return refuse({ kind: "bad-parameters", errors: days.errors });
    const read = await readBody(c, CasesPart);
    if ("refused" in read) return read.refused;
    const { read_on = moscowDate(clock.now()), ...span } = days.query;
    return c.json(await checkPart(c.env.DB, read.body.cases, span, read_on));
  });

  desk.post("/check", async (c) => {
    const read = await readBody(c, CheckRequest);
    if ("refused" in read) return read.refused;
    const review = await checkWhole(c.env.DB, read.body, await inForce(c), clock.now());
    if ("unbuildable" in review) return refuse({ kind: "conflict", detail: review.unbuildable });
    const { cases: diff, guard, headlines } = review;
    return c.json({ diff, guard, headlines });
  });

  return desk;
}
