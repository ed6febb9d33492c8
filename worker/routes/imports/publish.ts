import { type Context, Hono } from "hono";
import type { Desk } from "../../access/holder.ts";
import { PublishRequest, RevertRequest, WithdrawRequest } from "../../contract/imports.ts";
import type { PublishOrder } from "../../desk/next-edition.ts";
import { publishBatch, revertTo } from "../../desk/publish.ts";
import { redactEditions } from "../../desk/redact.ts";
import { tellCache } from "../../desk/tell-cache.ts";
import { isWithdrawal, stageWithdrawal, withdraw } from "../../desk/withdraw.ts";
import { instantOf, moscowDate } from "../../domain/calendar.ts";
import { readBody } from "../../http/body.ts";
import type { Clock } from "../../http/clock.ts";
import { contextOf } from "../../http/context.ts";
import { needsTwoPairs } from "../../sources/world.ts";
import { readPointer } from "../../store/distribution.ts";
import type { EditionRow } from "../../store/editions.ts";
import { replacedBy } from "../../store/holds.ts";
import { discarding } from "./discarding.ts";
import { OWN_BATCH } from "./own-batch.ts";
import { delivered, findBatch, inForce, refuse } from "./shared.ts";

/** A reason of fewer letters is none. */
const REASON_LETTERS = 10;

/** From a batch to an edition, and back: publish, withdraw, redact, revert. */
export function publications(clock: Clock): Hono<Desk> {
  const desk = new Hono<Desk>();
  const at = () => instantOf(clock.now());
  const order = async (c: Context<Desk>, note: string, override: string | null): Promise<PublishOrder> => ({
    actor: c.var.holder.label,
    note,
    override,
    now: clock.now(),
    // A revert needs no KV, and takes back what KV can't take.
    told: await readPointer(c.env.EDITIONS).catch(() => null),
  });

  desk.post("/:id/publish", async (c) => {
    const batch = await findBatch(c);
    if (batch instanceof Response) return batch;
    const read = await readBody(c, PublishRequest);
    if ("refused" in read) return read.refused;
    const { note, override } = read.body;
    if (isWithdrawal(batch) && note.trim().length < REASON_LETTERS) {
      const message = `Why the record is withdrawn: at least ${REASON_LETTERS} characters.`;
      return refuse({ kind: "unprocessable", errors: [{ parameter: "note", message }] });
    }
    if (needsTwoPairs(c.env) && batch.created_by === c.var.holder.label) return refuse(OWN_BATCH);
    const by = await order(c, note, override ?? null);
    const result = await publishBatch(c.env.DB, batch, await inForce(c), by);
    if ("failure" in result) return refuse(result.failure);
    const replaced = await replacedBy(c.env.DB, batch.id, batch.created_by);
    const gone = replaced.flatMap((id) => discarding(c.env.DB, id, at(), c.var.holder.label));
    if (gone.length > 0) await c.env.DB.batch(gone);
    return sendPublished(c, result, await delivered(c));
  });

  desk.post("/withdraw", async (c) => {
    const read = await readBody(c, WithdrawRequest);
    if ("refused" in read) return read.refused;
    if (needsTwoPairs(c.env)) return refuse(OWN_BATCH);
    const when = { at: at(), today: moscowDate(clock.now()) };
    const by = await order(c, read.body.reason, read.body.reason);
    const result = await withdraw(c.env.DB, read.body, await inForce(c), by, when);
    if ("failure" in result) return refuse(result.failure);
    return sendPublished(c, result, await delivered(c, "purge"));
  });

  desk.post("/withdrawals", async (c) => {
    const read = await readBody(c, WithdrawRequest);
    if ("refused" in read) return read.refused;
    const when = { at: at(), today: moscowDate(clock.now()) };
    const staged = await stageWithdrawal(c.env.DB, read.body, { actor: c.var.holder.label, ...when });
    return "failure" in staged ? refuse(staged.failure) : c.json(staged, 201);
  });

  desk.post("/redact", async (c) => {
    const editions = await redactEditions(c.env, c.var.holder.label, at());
    if (editions.length > 0) await tellCache(contextOf(c), "purge");
    return c.json({ editions });
  });

  desk.post("/revert", async (c) => {
    const read = await readBody(c, RevertRequest);
    if ("refused" in read) return read.refused;
    const result = await revertTo(
      c.env.DB,
      read.body.edition,
      isSample(c.env),
      await order(c, read.body.note, null),
    );
    if ("failure" in result) return refuse(result.failure);
    return sendPublished(c, result, await delivered(c, "purge"));
  });

  return desk;
}

function isSample(env: Env): boolean {
  return env.SAMPLE === "yes";
}

/** 202 (RFC 9110, 15.3.3): it is published, and readers will have it; nothing is left to do. */
function sendPublished(c: Context<Desk>, result: { edition: EditionRow }, isDelivered: boolean): Response {
  return c.json({ ...result, delivered: isDelivered }, isDelivered ? 200 : 202);
}
