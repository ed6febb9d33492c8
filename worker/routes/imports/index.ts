import { Hono } from "hono";
import { type Allow, unshared } from "../../access/door.ts";
import type { Desk } from "../../access/holder.ts";
import type { Clock } from "../../http/clock.ts";
import { batches } from "./batches.ts";
import { checks } from "./check.ts";
import { editions } from "./editions.ts";
import { embargoes } from "./embargoes.ts";
import { holds } from "./holds.ts";
import { lists } from "./lists.ts";
import { publications } from "./publish.ts";

/** The desk's addresses: check a file, or open a batch, send its parts, seal it, look at it, publish it. */
export function imports(clock: Clock, allow: Allow): Hono<Desk> {
  const desk = new Hono<Desk>();
  desk.use(unshared);
  desk.use(allow("desk", "admin"));
  // Words before ids: whoever comes first takes the address.
  desk.route("/", lists(clock));
  desk.route("/", editions(clock));
  desk.route("/", holds(clock));
  desk.route("/", checks(clock));
  desk.route("/", embargoes(clock));
  desk.route("/", publications(clock));
  desk.route("/", batches(clock));
  return desk;
}
