import { Hono } from "hono";
import type { Desk } from "../../access/holder.ts";
import { AdditionRequest } from "../../contract/imports.ts";
import { addToEdition } from "../../desk/additions.ts";
import { instantOf } from "../../domain/calendar.ts";
import { readBody } from "../../http/body.ts";
import type { Clock } from "../../http/clock.ts";
import { readAdditions } from "../../store/additions.ts";
import { lastEditions } from "../../store/editions.ts";
import { delivered, refuse } from "./shared.ts";

/** Editions as the desk knows them, and what it says of one after its publication. */
export function editions(clock: Clock): Hono<Desk> {
  const desk = new Hono<Desk>();

  // Whoever waits for a publication asks here, which brings it on its way.
  desk.get("/editions", async (c) => {
    const isDelivered = await delivered(c);
    const [rows, additions] = await Promise.all([lastEditions(c.env.DB, 500), readAdditions(c.env.DB)]);
    const told = rows.map((row) => {
      const later = additions.get(row.id);
      return later ? { ...row, additions: later } : row;
    });
    return c.json({ delivered: isDelivered, editions: told });
  });

  desk.post("/editions/:id/additions", async (c) => {
    const read = await readBody(c, AdditionRequest);
    if ("refused" in read) return read.refused;
    const { role, label } = c.var.holder;
    const by = role === "admin" ? role : "desk";
    const addition = { added_at: instantOf(clock.now()), by, text: read.body.text } as const;
    const result = await addToEdition(c.env.DB, c.req.param("id"), addition, label);
    if ("failure" in result) return refuse(result.failure);
    const isDelivered = await delivered(c, "purge");
    return c.json({ ...result, delivered: isDelivered }, 201);
  });

  return desk;
}
