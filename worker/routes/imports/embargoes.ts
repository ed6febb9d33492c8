import { type Context, Hono } from "hono";
import type { Desk } from "../../access/holder.ts";
import { CACHE_NEVER } from "../../config.ts";
import { type Embargo, EmbargoRequest } from "../../contract/embargo.ts";
import { previewBatch } from "../../desk/preview.ts";
import { instantOf } from "../../domain/calendar.ts";
import { sendFailure } from "../../http/answer.ts";
import { readBody } from "../../http/body.ts";
import type { Clock } from "../../http/clock.ts";
import type { Failure } from "../../problem.ts";
import { inForceIn } from "../../sources/in-force.ts";
import { needsTwoPairs } from "../../sources/world.ts";
import { audit, auditIfChanged } from "../../store/audit.ts";
import { readBatch } from "../../store/batches.ts";
import {
  type EmbargoRow,
  liftEmbargo,
  listEmbargoes,
  readEmbargo,
  setEmbargo,
} from "../../store/embargoes.ts";
import { OWN_BATCH } from "./own-batch.ts";

const DAY_MS = 86_400_000;
/** Further off is a slip of a year. */
const MOST_DAYS = 90;

/** Batches that wait for their hour: set it, look at what waits, take it back. */
export function embargoes(clock: Clock): Hono<Desk> {
  const desk = new Hono<Desk>();

  desk.get("/embargoes", async (c) => {
    const rows = await listEmbargoes(c.env.DB);
    return c.json({ embargoes: await Promise.all(rows.map((row) => shown(c.env.DB, row))) });
  });

  desk.put("/:id/embargo", async (c) => {
    const batch = await readBatch(c.env.DB, c.req.param("id"));
    if (!batch) return refuse(noBatch(c));
    const read = await readBody(c, EmbargoRequest);
    if ("refused" in read) return read.refused;
    const { until, note, override = null } = read.body;
    const wrong = unfit(Date.parse(until) - clock.now());
    if (wrong) return refuse({ kind: "unprocessable", errors: [{ parameter: "until", message: wrong }] });
    if (batch.state !== "sealed") {
      return refuse({
        kind: "conflict",
        detail: `The batch is ${batch.state}. Stage the file again to go on.`,
      });
    }
    if (needsTwoPairs(c.env) && batch.created_by === c.var.holder.label) return refuse(OWN_BATCH);
    const { guard } = await previewBatch(c.env.DB, batch, await inForceIn(c.env, "en"), clock.now());
    if (guard.length > 0 && override === null) {
      return refuse({ kind: "blocked-by-guard", reasons: guard.map(({ text }) => text) });
    }
    const [set_at, set_by] = [instantOf(clock.now()), c.var.holder.label];
    const hour = instantOf(Date.parse(until));
    const row = { batch_id: batch.id, until: hour, note, override_reason: override, set_at, set_by };
    await c.env.DB.batch([
      setEmbargo(c.env.DB, row),
      audit(c.env.DB, set_at, set_by, "embargo", batch.id, { until: hour, override }),
    ]);
    return c.json({ embargo: await shown(c.env.DB, { ...row, problem: null, problem_code: null }) });
  });

  desk.delete("/:id/embargo", async (c) => {
    const id = c.req.param("id");
    if (!(await readEmbargo(c.env.DB, id)))
      return refuse({ kind: "not-found", what: `embargo of batch ${id}` });
    await c.env.DB.batch([
      liftEmbargo(c.env.DB, id),
      auditIfChanged(c.env.DB, instantOf(clock.now()), c.var.holder.label, "embargo-lift", id),
    ]);
    return c.body(null, 204);
  });

  return desk;
}

function unfit(ahead: number): string | null {
  if (ahead <= 0) return "An hour in the future was expected; publish it now instead.";
  return ahead > MOST_DAYS * DAY_MS ? `An hour within ${MOST_DAYS} days was expected.` : null;
}

async function shown(db: D1Database, { batch_id, override_reason, ...row }: EmbargoRow): Promise<Embargo> {
  return { ...row, override: override_reason, batch: (await readBatch(db, batch_id))! };
}

function noBatch(c: Context<Desk>): Failure {
  return { kind: "not-found", what: `batch ${c.req.param("id")}` };
}

const refuse = (failure: Failure) => sendFailure(failure, CACHE_NEVER);
