import { type Context, Hono } from "hono";
import type { Desk } from "../../access/holder.ts";
import { type Batch, BatchRequest, CasesPart, LedgerPart } from "../../contract/imports.ts";
import { batchId } from "../../desk/batch-id.ts";
import { unfitCases } from "../../desk/case-limits.ts";
import { unfitLedger } from "../../desk/ledger-limits.ts";
import { previewBatch } from "../../desk/preview.ts";
import { seal } from "../../desk/seal.ts";
import { stageLedger, stagePart } from "../../desk/stage.ts";
import { instantOf, moscowDate } from "../../domain/calendar.ts";
import { readBody } from "../../http/body.ts";
import type { Clock } from "../../http/clock.ts";
import type { Failure } from "../../problem.ts";
import { auditIfChanged } from "../../store/audit.ts";
import { openBatch, readBatch, receivePart } from "../../store/batches.ts";
import { latestEdition } from "../../store/editions.ts";
import { discarding } from "./discarding.ts";
import { findBatch, inForce, refuse } from "./shared.ts";

/** A batch: open it, send its parts, seal it, look at what it would change, discard it. */
export function batches(clock: Clock): Hono<Desk> {
  const desk = new Hono<Desk>();
  const at = () => instantOf(clock.now());

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
    const latest = await latestEdition(c.env.DB);
    if (read.body.base !== undefined && read.body.base !== latest?.id) {
      const detail = `It was made from edition ${read.body.base}, and ${latest?.id ?? "none"} is in force. Make the changes in that one.`;
      return refuse({ kind: "conflict", detail });
    }
    const base = latest?.sequence ?? 0;
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
    await c.env.DB.batch(discarding(c.env.DB, batch.id, at(), c.var.holder.label));
    // Asked only now, so that a publication of the same moment is seen.
    if ((await readBatch(c.env.DB, batch.id))?.state === "published") {
      const detail = "A published batch can't be discarded; revert its edition instead.";
      return refuse({ kind: "conflict", detail });
    }
    return c.body(null, 204);
  });

  return desk;
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
    return unfit ? refuse(unfit) : stageLedger(c.env.DB, batch.id, read.body.figures);
  }
  const read = await readBody(c, CasesPart);
  if ("refused" in read) return read.refused;
  const unfit = unfitCases(read.body.cases, today);
  return unfit ? refuse(unfit) : stagePart(c.env.DB, batch.id, read.body.cases, batch.read_on);
}

function closed({ state }: Batch): Failure {
  return { kind: "conflict", detail: `The batch is ${state}; it takes no more parts.` };
}
