import { Hono } from "hono";
import type { Desk } from "../../access/holder.ts";
import type { HeldEdition } from "../../contract/sources.ts";
import { editionOfBatch } from "../../desk/next-edition.ts";
import { previewBatch } from "../../desk/preview.ts";
import { changesNothing } from "../../desk/publish.ts";
import { instantOf } from "../../domain/calendar.ts";
import type { Clock } from "../../http/clock.ts";
import { audit } from "../../store/audit.ts";
import { readBatch } from "../../store/batches.ts";
import { latestEdition } from "../../store/editions.ts";
import { listHolds, putHold, replacedBy } from "../../store/holds.ts";
import { listHeld } from "../../store/sources/held.ts";
import { discarding } from "./discarding.ts";
import { findBatch, inForce, refuse } from "./shared.ts";

/** What waits for a person: what watched tables left, and what the desk's machine leaves here when nobody watches. */
export function holds(clock: Clock): Hono<Desk> {
  const desk = new Hono<Desk>();

  // It comes first in the studio.
  desk.get("/held", async (c) => c.json({ held: await allHeld(c.env.DB) }));

  desk.post("/:id/hold", async (c) => {
    const batch = await findBatch(c);
    if (batch instanceof Response) return batch;
    if (batch.state !== "sealed") {
      const detail = `The batch is ${batch.state}. Stage the file again to go on.`;
      return refuse({ kind: "conflict", detail });
    }
    const { DB: db } = c.env;
    const [at, who] = [instantOf(clock.now()), c.var.holder.label];
    const preview = await previewBatch(db, batch, await inForce(c), clock.now());
    const late = preview.guard.find(({ code }) => code === "too-late");
    if (late) return refuse({ kind: "conflict", detail: late.text });
    const replaced = await replacedBy(db, batch.id, who);
    // Of what changes nothing there is nothing to decide; what it takes the place of isn't meant any more.
    const latest = await latestEdition(db);
    const order = { told: null, actor: who, note: "", override: null, now: clock.now() };
    const { covers } = editionOfBatch(batch, latest, order);
    const saysTheSame = changesNothing(preview) && JSON.stringify(covers) === JSON.stringify(latest?.covers);
    const isNothing = preview.guard.length === 0 && saysTheSame;
    const review = { guard: preview.guard, headline: preview.headlines[0] ?? null };
    const own_host = new URL(c.req.url).host;
    await db.batch([
      ...(isNothing
        ? discarding(db, batch.id, at, who)
        : [
            putHold(db, { batch: batch.id, held_at: at, held_by: who, own_host, review }),
            audit(db, at, who, "hold", batch.id, { codes: review.guard.map(({ code }) => code) }),
          ]),
      ...replaced.flatMap((id) => discarding(db, id, at, who)),
    ]);
    const held = (await allHeld(db)).find((one) => one.batch.id === batch.id) ?? null;
    return c.json({ held: isNothing ? null : held });
  });

  return desk;
}

/** Newest first. */
async function allHeld(db: D1Database): Promise<HeldEdition[]> {
  const [ofTables, ofMachines, latest] = await Promise.all([listHeld(db), listHolds(db), latestEdition(db)]);
  const rows = [
    ...ofTables.map((row) => ({ ...row, held_by: null })),
    ...ofMachines.map((row) => ({ ...row, source: null, run: null })),
  ].sort((one, other) => other.held_at.localeCompare(one.held_at));
  const held = rows.map(async ({ batch: id, review, ...row }) => {
    const batch = (await readBatch(db, id))!;
    return { ...row, ...review, batch, overtaken: batch.base !== (latest?.sequence ?? 0) };
  });
  return Promise.all(held);
}
