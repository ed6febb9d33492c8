import { type Context, Hono } from "hono";
import { type Allow, unshared } from "../access/door.ts";
import type { Desk } from "../access/holder.ts";
import { CACHE_NEVER, PART_MAX_CASES } from "../config.ts";
import {
  type Batch,
  BatchRequest,
  CasesPart,
  CheckDays,
  CheckRequest,
  LedgerPart,
  PublishRequest,
  RevertRequest,
  WithdrawRequest,
} from "../contract/imports.ts";
import { LANGS } from "../contract/terms.ts";
import { batchId } from "../desk/batch-id.ts";
import { unfitCases } from "../desk/case-limits.ts";
import { checkFigures, checkPart, checkWhole } from "../desk/check.ts";
import { deliver } from "../desk/deliver.ts";
import type { InForce } from "../desk/in-force.ts";
import { unfitLedger } from "../desk/ledger-limits.ts";
import type { PublishOrder } from "../desk/next-edition.ts";
import { previewBatch } from "../desk/preview.ts";
import { publishBatch, revertTo } from "../desk/publish.ts";
import { redactEditions } from "../desk/redact.ts";
import { seal } from "../desk/seal.ts";
import { soon } from "../desk/soon.ts";
import { stagePart } from "../desk/stage.ts";
import { tellCache } from "../desk/tell-cache.ts";
import { isWithdrawal, stageWithdrawal, withdraw } from "../desk/withdraw.ts";
import { instantOf, moscowDate } from "../domain/calendar.ts";
import { sendFailure } from "../http/answer.ts";
import { readBody } from "../http/body.ts";
import type { Clock } from "../http/clock.ts";
import { contextOf } from "../http/context.ts";
import { readParameters } from "../http/parameters.ts";
import type { Failure } from "../problem.ts";
import { inForceIn } from "../sources/in-force.ts";
import { needsTwoPairs } from "../sources/world.ts";
import { auditIfChanged } from "../store/audit.ts";
import {
  discardBatch,
  emptyDiscarded,
  listBatches,
  openBatch,
  readBatch,
  receivePart,
} from "../store/batches.ts";
import { exportCases } from "../store/cases/export.ts";
import { readPointer } from "../store/distribution.ts";
import { type EditionRow, lastEditions, latestEdition } from "../store/editions.ts";
import { insertFigures } from "../store/ledger.ts";
import { listHeld } from "../store/sources/runs.ts";
import { OWN_BATCH } from "./own-batch.ts";

/** A reason of fewer letters is none. */
const REASON_LETTERS = 10;

/** The desk's addresses: check a file, or open a batch, send its parts, seal it, look at it, publish it. */
export function imports(clock: Clock, allow: Allow): Hono<Desk> {
  const desk = new Hono<Desk>();
  desk.use(unshared);
  desk.use(allow("desk", "admin"));
  const at = () => instantOf(clock.now());
  const order = async (c: Context<Desk>, note: string, override: string | null): Promise<PublishOrder> => ({
    actor: c.var.holder.label,
    note,
    override,
    now: clock.now(),
    // A revert needs no KV, and takes back what KV can't take.
    told: await readPointer(c.env.EDITIONS).catch(() => null),
  });

  desk.get("/", async (c) => c.json({ batches: await listBatches(c.env.DB, 50) }));

  // Whoever waits for a publication asks here, which brings it on its way.
  desk.get("/editions", async (c) => {
    const isDelivered = await delivered(c);
    return c.json({ delivered: isDelivered, editions: await lastEditions(c.env.DB, 500) });
  });

  // What the sources left to a person comes first in the studio.
  desk.get("/held", async (c) => {
    const rows = await listHeld(c.env.DB);
    const held = rows.map(async ({ batch, review, ...row }) => ({
      ...row,
      ...review,
      batch: await readBatch(c.env.DB, batch),
    }));
    return c.json({ held: await Promise.all(held) });
  });

  desk.get("/export", async (c) => {
    const after = Number(c.req.query("after") ?? 0);
    if (!Number.isSafeInteger(after) || after < 0) {
      const errors = [{ parameter: "after", message: "Expected the `next` of the page before." }];
      return refuse({ kind: "bad-parameters", errors });
    }
    return c.json(await exportCases(c.env.DB, after, PART_MAX_CASES));
  });

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

  // The same content against the same edition is the same batch: a broken upload goes on where it stopped.
  desk.post("/", async (c) => {
    const read = await readBody(c, BatchRequest);
    if ("refused" in read) return read.refused;
    const { kind, mode, parts } = read.body;
    if (kind === "ledger" && parts !== 1)
      return refuse({ kind: "conflict", detail: "A ledger is sent in one part." });
    const today = moscowDate(clock.now());
    const read_on = read.body.read_on ?? today;
    if (read_on > today) {
      const errors = [
        { parameter: "read_on", message: `${read_on} is in the future; today in Moscow is ${today}.` },
      ];
      return refuse({ kind: "unprocessable", errors });
    }
    const base = (await latestEdition(c.env.DB))?.sequence ?? 0;
    const id = await batchId(read.body, read_on, base);
    const [now, by] = [at(), c.var.holder.label];
    await c.env.DB.batch([
      openBatch(c.env.DB, id, base, { ...read.body, read_on }, now, by),
      auditIfChanged(c.env.DB, now, by, "open", id, { kind, mode, parts, read_on }),
    ]);
    return c.json({ batch: await readBatch(c.env.DB, id) }, 201);
  });

  desk.put("/:id/parts/:number{[0-9]+}", async (c) => {
    const batch = await findBatch(c);
    if (batch instanceof Response) return batch;
    const number = Number(c.req.param("number"));
    if (number >= batch.parts) return refuse({ kind: "not-found", what: `part ${number} of this batch` });
    if (batch.state !== "open") return refuse(closed(batch));
    const rows = await readPart(c, batch, moscowDate(clock.now()));
    if (rows instanceof Response) return rows;
    const now = at();
    const results = await c.env.DB.batch([
      ...rows,
      receivePart(c.env.DB, batch.id, number, now),
      auditIfChanged(c.env.DB, now, c.var.holder.label, "part", batch.id, { number }),
    ]);
    const after = await findBatch(c);
    if (after instanceof Response) return after;
    return results.at(-2)?.meta.changes ? c.json({ batch: after }) : refuse(closed(after));
  });

  desk.post("/:id/seal", async (c) => {
    const batch = await findBatch(c);
    if (batch instanceof Response) return batch;
    const failure = await seal(c.env.DB, batch, c.var.holder.label, at());
    return failure ? refuse(failure) : c.json({ batch: await readBatch(c.env.DB, batch.id) });
  });

  desk.get("/:id", async (c) => {
    const batch = await findBatch(c);
    if (batch instanceof Response) return batch;
    const preview = await previewBatch(c.env.DB, batch, await inForce(c), clock.now());
    return c.json({ batch, ...preview });
  });

  desk.delete("/:id", async (c) => {
    const batch = await findBatch(c);
    if (batch instanceof Response) return batch;
    await c.env.DB.batch([
      discardBatch(c.env.DB, batch.id),
      auditIfChanged(c.env.DB, at(), c.var.holder.label, "discard", batch.id),
      ...emptyDiscarded(c.env.DB, batch.id),
    ]);
    // Asked only now, so that a publication of the same moment is seen.
    if ((await readBatch(c.env.DB, batch.id))?.state === "published") {
      const detail = "A published batch can't be discarded; revert its edition instead.";
      return refuse({ kind: "conflict", detail });
    }
    return c.body(null, 204);
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

/** What a publication is compared with, looked at as readers are answered, in the language of `lang`. */
function inForce(c: Context<Desk>): Promise<InForce> {
  return inForceIn(c.env, LANGS.find((one) => one === c.req.query("lang")) ?? "en");
}

function isSample(env: Env): boolean {
  return env.SAMPLE === "yes";
}

/** Brings what is published to the readers, and says whether they have it. */
function delivered(c: Context<Desk>, how: "invalidate" | "purge" = "invalidate"): Promise<boolean> {
  const context = contextOf(c);
  return soon(deliver(c.env, context, how), context);
}

/** 202 (RFC 9110, 15.3.3): it is published, and readers will have it; nothing is left to do. */
function sendPublished(c: Context<Desk>, result: { edition: EditionRow }, isDelivered: boolean): Response {
  return c.json({ ...result, delivered: isDelivered }, isDelivered ? 200 : 202);
}

/** The statements that stage a part's rows, by the batch's kind. */
async function readPart(
  c: Context<Desk>,
  batch: Batch,
  today: string,
): Promise<D1PreparedStatement[] | Response> {
  if (batch.kind === "ledger") {
    const read = await readBody(c, LedgerPart);
    if ("refused" in read) return read.refused;
    const unfit = unfitLedger(read.body.figures, today);
    return unfit ? refuse(unfit) : [insertFigures(c.env.DB, batch.id, read.body.figures)];
  }
  const read = await readBody(c, CasesPart);
  if ("refused" in read) return read.refused;
  const unfit = unfitCases(read.body.cases, today);
  return unfit ? refuse(unfit) : stagePart(c.env.DB, batch.id, read.body.cases, batch.read_on);
}

async function findBatch(c: Context<Desk>): Promise<Batch | Response> {
  const id = c.req.param("id") ?? "";
  return (await readBatch(c.env.DB, id)) ?? refuse({ kind: "not-found", what: `batch ${id}` });
}

function closed({ state }: Batch): Failure {
  return { kind: "conflict", detail: `The batch is ${state}; it takes no more parts.` };
}

const refuse = (failure: Failure) => sendFailure(failure, CACHE_NEVER);
